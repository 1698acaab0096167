// SPDX-License-Identifier: GPL-3.0-or-later
// performanceOf(): the figures of the statement's performance section from its value series. Pure; any thread.
#pragma once

#include "analytics/performance/modified_dietz.h"
#include "reports/statement.h"

#include <vector>

namespace rialto::reports {

/// `series` as in StatementData: end-of-day values since inception with contributions so far; the first point opens the
/// book. `from` is the first day of the period. Conventions (also printed as notes): a day's net contribution counts from
/// the start of its day; TWR chains daily returns; XIRR and annualisation count actual days over 365; the drawdown is that of
/// the TWR index; a day that opens with nothing or less has no return. Formulas: analytics/performance.
PerformanceFigures performanceOf(const std::vector<ValuePoint>& series, Date from);

/// The money as a number of its major unit, for ratios and statistics only.
double inMajorUnits(const Money& money);
/// What analytics::xirr() takes: each change of the contributions (paid in is negative), and the last value as received on its
/// day. `series` is not empty.
std::vector<analytics::DatedFlow> datedFlows(const std::vector<ValuePoint>& series);

} // namespace rialto::reports
