// SPDX-License-Identifier: GPL-3.0-or-later
// Time-weighted return from valuations and external flows: the return of the portfolio as if no money had come or gone.
// Returns are chained over the gaps between valuations, so daily valuations give the true time-weighted return of the
// CIPM/GIPS texts (C. Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed., chapter 3).
// Pure; any thread. Rates are fractions: 0.01 is one per cent.
#pragma once

#include "domain/date.h"

#include <span>
#include <vector>

namespace rialto::analytics {

/// When within its day an external flow joins or leaves the portfolio.
/// StartOfDay: V1 / (V0 + F) - 1. EndOfDay: (V1 - F) / V0 - 1. Both with V1 the value at the end of the day, flow included.
enum class FlowTiming { StartOfDay, EndOfDay };

struct Valuation {
    Date date;
    double value = 0;   // end of the day, the day's flow included
    double flow = 0;    // + came in, - went out, since the valuation before
};

struct ReturnPoint {
    Date date;
    double rate = 0;    // since the point before
    double index = 1;   // product of 1 + rate so far
};

/// One point a valuation. Before the first valuation the value is taken as zero, so with StartOfDay the first flow earns
/// from its own day on, with EndOfDay from the next. Where the capital at work is zero or less a return has no meaning: the
/// rate is zero there. `valuations` ascend in date.
std::vector<ReturnPoint> dailyReturns(std::span<const Valuation> valuations, FlowTiming timing);

/// Product of 1 + rate over the points with from <= date <= to, minus 1. Zero when there are none.
double totalReturn(std::span<const ReturnPoint> points, Date from, Date to);

/// From periodic rates to an index that starts at 1 before the first.
std::vector<ReturnPoint> indexOf(std::span<const Date> dates, std::span<const double> rates);

struct MonthRate {
    int year = 0;
    unsigned month = 1;
    double rate = 0;
};
/// The points chained by calendar month, ascending; the first and the last may be parts of a month.
std::vector<MonthRate> calendarMonths(std::span<const ReturnPoint> points);

} // namespace rialto::analytics
