// SPDX-License-Identifier: GPL-3.0-or-later
// The closing balance of a wallet, printed by the sections of cash and of holdings. Pure; any thread.
#pragma once

#include "reports/sections/report_view.h"

namespace rialto::reports {

Cell closingCash(const ReportView& view, const CashBalance& row);
Cell closingCashInBase(const ReportView& view, const CashBalance& row);
/// "fx/EUR": what one unit is worth in the report's currency; registers it when the report has the rate.
std::string rateId(const ReportView& view, const Currency& currency);

} // namespace rialto::reports
