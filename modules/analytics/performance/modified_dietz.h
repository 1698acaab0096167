// SPDX-License-Identifier: GPL-3.0-or-later
// Modified Dietz: the return of a period from its opening and closing value and dated flows, each weighted by the part of
// the period for which it was at work: (E - B - F) / (B + sum w F). P. O. Dietz, Pension Funds (1966); GIPS handbook.
// Pure; any thread.
#pragma once

#include "analytics/performance/return_series.h"
#include "base/result.h"

#include <span>

namespace rialto::analytics {

struct DatedFlow {
    Date date;
    double amount = 0;  // + into the portfolio
};

/// `opened` is the day at whose end the opening value stood; flows are on days opened < date <= closed. With D days in the
/// period and d days from `opened` to the flow, w = (D - d) / D for EndOfDay and (D - d + 1) / D for StartOfDay.
/// Errors: performance.period (closed <= opened), performance.flow-outside, performance.no-capital (average capital <= 0).
Result<double> modifiedDietz(Date opened, double openingValue, Date closed, double closingValue, std::span<const DatedFlow> flows,
    FlowTiming timing = FlowTiming::EndOfDay);

} // namespace rialto::analytics
