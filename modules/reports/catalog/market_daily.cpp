// SPDX-License-Identifier: GPL-3.0-or-later
// The market daily: indices, movers and prices of a day.
#include "reports/report.h"

#include "reports/sections/report_sections.h"

namespace rialto::reports {

ReportDefinition marketDailyReport()
{
    return {"market-daily", {"Market daily", "市场日报"}, {"Indices, movers and prices of a day.", "当日指数、涨跌榜与行情。"}, ReportScope::Market, NeedsMarket,
        {coverSection, marketOverviewSection, marketTableSection, marketNotesSection}};
}

} // namespace rialto::reports
