// SPDX-License-Identifier: GPL-3.0-or-later
// Holdings and trades of a statement as CSV for spreadsheets and programs: RFC 4180 (comma, CRLF, quotes where needed),
// UTF-8, ISO dates, plain decimals with a point and every digit, English column names in both languages. Text that a
// spreadsheet would run as a formula (it starts with = + - @, tab or return) gets an apostrophe in front; numbers do not.
// Pure; any thread.
#pragma once

#include "reports/statement.h"

#include <string>

namespace rialto::reports {

struct CsvOptions {
    bool byteOrderMark = false;   // Excel reads UTF-8 only with one
    Language language = Language::English;  // of names
};

std::string holdingsCsv(const StatementData& data, const CsvOptions& options = {});
std::string tradesCsv(const StatementData& data, const CsvOptions& options = {});

} // namespace rialto::reports
