// SPDX-License-Identifier: GPL-3.0-or-later
// Tax lots: what is held purchase by purchase, and what was realised.
#include "reports/report.h"

#include "reports/sections/report_sections.h"

namespace rialto::reports {

ReportDefinition taxLotsReport()
{
    return {"tax-lots", {"Tax lots and realised gains", "税务批次与已实现损益"}, {"Purchases still held lot by lot, and the gains realised in the period.", "按批次列示的持仓，以及本期已实现损益。"}, ReportScope::Client, NeedsLots,
        {coverSection, openLotsSection, realisedGainsSection, lotNotesSection}};
}

} // namespace rialto::reports
