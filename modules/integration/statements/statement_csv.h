// SPDX-License-Identifier: GPL-3.0-or-later
// CSV of banks and brokers. Columns are found by their headings (English, German, French, Chinese) or by a saved mapping of
// roles to headings or column numbers; delimiter, decimal mark, order of day and month, whether amounts are signed and whether
// they hold the fees are worked out from the whole file, and told. A running balance is checked row by row. Pure.
// Errors: statement.unknown-format (no header with a date and an amount), statement.mapping-malformed, statement.csv-malformed,
// statement.date-ambiguous.
#pragma once

#include "base/result.h"
#include "integration/statements/parse_statement.h"

#include <string_view>

namespace rialto::integration {

Result<StatementFile> parseStatementCsv(std::string_view text, const StatementOptions& options);

} // namespace rialto::integration
