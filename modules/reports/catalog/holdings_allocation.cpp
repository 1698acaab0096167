// SPDX-License-Identifier: GPL-3.0-or-later
// Holdings and allocation: what is held and how it is spread.
#include "reports/report.h"

#include "reports/sections/report_sections.h"

namespace rialto::reports {

ReportDefinition holdingsAllocationReport()
{
    return {"holdings-allocation", {"Holdings and allocation", "持仓与资产配置"}, {"What is held and how it is spread over asset classes, currencies and positions.", "持仓明细及其在资产类别、货币与个券间的分布。"}, ReportScope::Client, NeedsNothing,
        {coverSection, allocationOverviewSection, currencyExposureSection, accountAllocationSection, largestHoldingsSection, holdingsSection, plainNotesSection}};
}

} // namespace rialto::reports
