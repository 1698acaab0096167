// SPDX-License-Identifier: GPL-3.0-or-later
// The client statement: what the client holds, what moved, what was traded and how it did.
#include "reports/report.h"

#include "reports/sections/statement_sections.h"

namespace rialto::reports {

ReportDefinition clientStatementReport()
{
    return {"client-statement", {text(Text::ClientStatement, Language::English), text(Text::ClientStatement, Language::Chinese)},
        {text(Text::ClientStatementDescription, Language::English), text(Text::ClientStatementDescription, Language::Chinese)}, ReportScope::Client, NeedsNothing,
        {coverSection, overviewSection, holdingsSection, performanceSection, cashSection, tradesSection, costsSection, notesSection}};
}

} // namespace rialto::reports
