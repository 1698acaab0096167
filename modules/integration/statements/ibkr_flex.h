// SPDX-License-Identifier: GPL-3.0-or-later
// Interactive Brokers Flex Query XML, version 3: trades, cash transactions, transfers, corporate actions, open positions and
// the cash report, which gives opening and closing cash by currency. One statement an account and currency, because cash lives
// by currency. Rows that only add up others (levelOfDetail ORDER, SUMMARY beside EXECUTION, DETAIL) are left out. Pure.
// Errors: those of xml_text.h; statement.flex-malformed; statement.flex-error (the service answered with an error).
#pragma once

#include "base/result.h"
#include "integration/statements/statement.h"

#include <string>
#include <string_view>

namespace rialto::integration {

bool looksLikeFlex(std::string_view head);
Result<StatementFile> parseFlex(std::string text);

} // namespace rialto::integration
