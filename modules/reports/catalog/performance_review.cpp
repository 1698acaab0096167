// SPDX-License-Identifier: GPL-3.0-or-later
// The performance review: how the portfolio did and where its gains are.
#include "reports/report.h"

#include "reports/sections/report_sections.h"

namespace rialto::reports {

ReportDefinition performanceReviewReport()
{
    return {"performance-review", {"Performance review", "业绩回顾"}, {"How the portfolio did: value, returns, what changed and where the gains are.", "组合表现：价值、收益率、变动原因与盈亏来源。"}, ReportScope::Client, NeedsNothing,
        {coverSection, overviewSection, performanceSection, gainsByHoldingSection, notesSection}};
}

} // namespace rialto::reports
