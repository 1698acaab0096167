// SPDX-License-Identifier: GPL-3.0-or-later
// The tear sheet of a backtest: what it earned, what it went through, trip by trip.
#include "reports/report.h"

#include "reports/sections/report_sections.h"

namespace rialto::reports {

ReportDefinition backtestTearSheetReport()
{
    return {"backtest-tear-sheet", {"Backtest tear sheet", "回测报告"}, {"What a strategy earned, what it went through, and its round trips.", "策略的收益、回撤与逐笔完整交易。"}, ReportScope::Study, NeedsBacktest,
        {coverSection, backtestSection, performanceSection, fallsSection, backtestTripsSection, backtestNotesSection}};
}

} // namespace rialto::reports
