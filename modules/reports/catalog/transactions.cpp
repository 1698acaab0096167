// SPDX-License-Identifier: GPL-3.0-or-later
// Transactions: every trade, cash movement, fee and tax of a period.
#include "reports/report.h"

#include "reports/sections/report_sections.h"

namespace rialto::reports {

ReportDefinition transactionsReport()
{
    return {"transactions", {"Transactions", "交易与资金流水"}, {"Every trade, cash movement, fee and tax of the period.", "本期全部成交、资金流水、费用与税款。"}, ReportScope::Client, NeedsNothing,
        {coverSection, tradesSection, cashSection, costsSection, plainNotesSection}};
}

} // namespace rialto::reports
