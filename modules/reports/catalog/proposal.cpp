// SPDX-License-Identifier: GPL-3.0-or-later
// The proposal: profile, model portfolio, and the trades that lead there, with reasons.
#include "reports/report.h"

#include "reports/sections/report_sections.h"

namespace rialto::reports {

ReportDefinition proposalReport()
{
    return {"proposal", {"Investment proposal", "投资建议书"}, {"The risk profile, the model portfolio, and the trades that lead there, each with its reason.", "风险画像、模型组合，以及达到模型所需的交易与理由。"}, ReportScope::Client, NeedsLots | NeedsProposal,
        {coverSection, proposalProfileSection, proposalPlanSection, proposalNotesSection}};
}

} // namespace rialto::reports
