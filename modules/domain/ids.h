// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of identity that travel between modules.
#pragma once

#include "base/id.h"

#include <cstdint>

namespace rialto {

using InstrumentId = Id<struct InstrumentIdTag, std::uint32_t>;
using ClientId = Id<struct ClientIdTag>;
using HouseholdId = Id<struct HouseholdIdTag>;
using AccountId = Id<struct AccountIdTag>;
using OrderId = Id<struct OrderIdTag>;

} // namespace rialto
