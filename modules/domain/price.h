// SPDX-License-Identifier: GPL-3.0-or-later
// Price: units of the quote currency for one unit of the instrument as it is quoted (a bond: per 100 nominal). May be
// negative (spreads, some futures).
#pragma once

#include "domain/fixed.h"

namespace rialto {

struct PriceTag;
using Price = Fixed<PriceTag>;

} // namespace rialto
