// SPDX-License-Identifier: GPL-3.0-or-later
// Orders and best execution: what was asked, what was got, and what the market did.
#include "reports/report.h"

#include "reports/sections/report_sections.h"

namespace rialto::reports {

ReportDefinition bestExecutionReport()
{
    return {"best-execution", {"Order and best-execution report", "委托与最佳执行报告"}, {"The orders of the period, and each trade beside the market's day.", "本期委托，以及每笔成交与当日行情的比较。"}, ReportScope::Client, NeedsOrders,
        {coverSection, executionSection, ordersSection, executionNotesSection}};
}

} // namespace rialto::reports
