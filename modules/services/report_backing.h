// SPDX-License-Identifier: GPL-3.0-or-later
// addReportBacking(): the calculations behind what reports print beyond a statement (lots, disposals, executions, market prices),
// down to transfer groups and daily bars; they join StatementData::backing. Pure; any thread.
#pragma once

#include "reports/report_data.h"
#include "services/price_history.h"

namespace rialto {

void addReportBacking(reports::ReportData& data, const PriceHistory& prices);

} // namespace rialto
