// SPDX-License-Identifier: GPL-3.0-or-later
// QIF: bank, cash, credit card, asset, liability and investment registers with splits, after !Account blocks or without. The
// format has no version, no currency and no date format: the order of day and month and the decimal mark are worked out from
// all the file's own dates and amounts, and told. Pure.
// Errors: statement.qif-malformed (no !Type), statement.date-ambiguous (dates contradict each other).
#pragma once

#include "base/result.h"
#include "integration/statements/loose_date.h"
#include "integration/statements/statement.h"

#include <string_view>

namespace rialto::integration {

bool looksLikeQif(std::string_view head);
Result<StatementFile> parseQif(std::string_view text, DayOrder order = DayOrder::Auto);

} // namespace rialto::integration
