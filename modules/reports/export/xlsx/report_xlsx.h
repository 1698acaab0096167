// SPDX-License-Identifier: GPL-3.0-or-later
// A report as a workbook whose figures compute themselves: totals, weights, gains, conversions and returns are formulas over
// cells, down to the source rows on the sheet "Sources" and the daily values on "Series"; what a report does not print but
// computes with stands on "Calculation". Native charts, number formats, frozen heads, print set up. The same document gives the
// same bytes. Formulas round half away from zero, as spreadsheets do; where that would differ from the report's half-even
// rounding the formula rounds half to even. Written with libxlsxwriter; any thread.
#pragma once

#include "base/result.h"
#include "reports/report_document.h"

#include <string>

namespace rialto::reports {

struct XlsxOptions {
    bool cachedValues = true;    // false: formulas stand without results, so that a test sees what a spreadsheet computes
};

/// Errors: reports.xlsx-failed.
Result<std::string> reportXlsx(const ReportDocument& document, const XlsxOptions& options = {});

} // namespace rialto::reports
