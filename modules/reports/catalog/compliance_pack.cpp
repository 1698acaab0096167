// SPDX-License-Identifier: GPL-3.0-or-later
// The compliance pack: every check about a client on a day.
#include "reports/report.h"

#include "reports/sections/report_sections.h"

namespace rialto::reports {

ReportDefinition compliancePackReport()
{
    return {"compliance-pack", {"Compliance pack", "合规档案"}, {"Reviews, documents, screening, mandates, suitability and refused orders of a client.", "客户的复核、文件、筛查、授权、适当性与被拒委托。"}, ReportScope::Client, NeedsCompliance,
        {coverSection, complianceSection, complianceNotesSection}};
}

} // namespace rialto::reports
