// SPDX-License-Identifier: GPL-3.0-or-later
// The risk report: what the portfolio went through and where it is exposed.
#include "reports/report.h"

#include "reports/sections/report_sections.h"

namespace rialto::reports {

ReportDefinition riskReportReport()
{
    return {"risk-report", {"Risk report", "风险报告"}, {"Volatility, value at risk, falls, concentration and currency exposure.", "波动率、风险价值、回撤、集中度与货币敞口。"}, ReportScope::Client, NeedsRisk,
        {coverSection, riskFiguresSection, fallsSection, largestHoldingsSection, currencyExposureSection, riskNotesSection}};
}

} // namespace rialto::reports
