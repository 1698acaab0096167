// SPDX-License-Identifier: GPL-3.0-or-later
// YieldCurve: discount factors bootstrapped from market quotes, shortest first, by QuantLib (PiecewiseYieldCurve): deposits, futures on
// a deposit rate, fixed-for-floating swaps on one curve, and bonds of any coupon (bills: coupon 0). Rates are fractions, prices of
// futures and bonds per 100. Continuous zero rates z(t) = -ln P(t) / t, t by the curve's day count. One caller at a time
// inside (QuantLib's objects share state). Errors: pricing.curve-quotes (which and why), pricing.date-range, pricing.library.
#pragma once

#include "analytics/pricing/day_count.h"

#include <string>
#include <vector>

namespace rialto::pricing {

struct CurveQuote {
    enum class Kind { Deposit, Future, Swap, Bond };
    Kind kind = Kind::Deposit;
    std::string tenor;           // "1D", "2W", "3M", "10Y"; of a bond or future may be empty
    std::optional<Date> start;   // of a future: the first day of its deposit
    std::optional<Date> maturity; // of a bond, instead of a tenor
    double value = 0;            // rate, or price
    double coupon = 0;           // of a bond, a year
    int couponsPerYear = 2;      // of a bond
    double convexity = 0;        // of a future, taken off its rate
};

enum class CurveInterpolation { LogLinearDiscount, LinearZero };
std::string_view name(CurveInterpolation interpolation);

struct CurveConventions {
    Date reference;
    int settlementDays = 2;                // from the reference to the start of deposits and swaps
    std::string calendar = "TARGET";       // TARGET, US, UK, CN, HK, JP, WEEKENDS, NONE
    DayCount depositDayCount = DayCount::Actual360;
    DayCount fixedDayCount = DayCount::Thirty360Bond; // of swaps and bonds
    int fixedPerYear = 1;                  // of swaps
    int floatingMonths = 6;                // of swaps; and of futures 3
    DayCount curveDayCount = DayCount::Actual365Fixed;
    CurveInterpolation interpolation = CurveInterpolation::LogLinearDiscount;
};

struct CurvePoint {
    std::string label;           // of the quote, or the tenor asked for
    Date date;
    double time = 0;
    double discount = 0;
    double zero = 0;             // continuously compounded
    double forward = 0;          // continuously compounded, instantaneous
    double error = 0;            // of a quote: implied less quoted
};

struct BootstrappedCurve {
    std::vector<CurvePoint> pillars;       // one a quote, by date
    std::vector<CurvePoint> points;        // as asked for
};

Result<BootstrappedCurve> bootstrapCurve(const std::vector<CurveQuote>& quotes, const CurveConventions& conventions, const std::vector<std::string>& tenors);

} // namespace rialto::pricing
