// SPDX-License-Identifier: GPL-3.0-or-later
// Quantity: shares, contracts, nominal (bonds), base units (FX, digital assets). Signed where it is a position.
#pragma once

#include "domain/fixed.h"

namespace rialto {

struct QuantityTag;
using Quantity = Fixed<QuantityTag>;

} // namespace rialto
