// SPDX-License-Identifier: GPL-3.0-or-later
// One :61: line of MT940 and its dates: YYMMDD [MMDD] C, D, RC, RD, EC or ED [funds code] amount type reference [//bank
// reference], as in the SWIFT User Handbook, Category 9, with what banks make of it. Pure; any thread.
#pragma once

#include "integration/statements/statement.h"

#include <optional>
#include <string>
#include <string_view>

namespace rialto::integration {

/// Two digits at the start.
std::optional<int> leadingNumber(std::string_view text);
/// YYMMDD; the SWIFT window: 80 to 99 are of the last century.
std::optional<Date> shortDate(std::string_view text);
/// Fills the entry but for currency and place; empty when all is well, else what is wrong.
std::string readEntryLine(std::string_view text, StatementEntry& entry);

} // namespace rialto::integration
