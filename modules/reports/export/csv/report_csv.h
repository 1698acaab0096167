// SPDX-License-Identifier: GPL-3.0-or-later
// A report as one CSV for programs: a row a printed cell or key figure, with the exact value, its unit and the id of its figure
// beside the text as printed. RFC 4180, UTF-8, English column names in both languages, plain decimals with a point. Text that a
// spreadsheet would run as a formula gets an apostrophe in front. Pure; any thread.
#pragma once

#include "reports/report_document.h"

#include <string>

namespace rialto::reports {

/// Columns: section, table, row, style, item, column, text, value, unit, figure. Rates are fractions: 0.0125 is 1.25 %.
std::string reportCsv(const ReportDocument& document, bool byteOrderMark = true);

} // namespace rialto::reports
