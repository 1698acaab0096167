// SPDX-License-Identifier: GPL-3.0-or-later
// BondPricing: a fixed-rate bond between price and yield, with its sensitivities. Street convention: the yield is compounded at
// the coupon frequency, cash flows on unadjusted dates, coupons generated backward from maturity without an end-of-month rule,
// settlement on the day given. Prices per 100 nominal; yields and coupons as fractions (0.0275). Ratios, not money: double.
// Duration and convexity as in Fabozzi, Bond Markets: mac = sum(t w), mod = mac / (1 + y/f), convexity = P''/P.
// One caller at a time inside (QuantLib's objects share state), so calls from several threads wait for each other.
#pragma once

#include "analytics/pricing/day_count.h"

namespace rialto::pricing {

struct BondTerms {
    Date issue;
    Date maturity;
    double coupon = 0;      // a year
    int couponsPerYear = 1; // 1, 2, 3, 4, 6, 12
    DayCount dayCount = DayCount::ActualActualIsma;
};

struct BondFigures {
    double cleanPrice = 0;
    double dirtyPrice = 0;
    double accrued = 0;
    double yield = 0;
    double modifiedDuration = 0; // years
    double macaulayDuration = 0;
    double convexity = 0;        // years squared
    double basisPointValue = 0;  // -modified x dirty x 1bp + (convexity / 100) x dirty x 1bp^2 / 2, as QuantLib defines it
};

/// Errors: pricing.bond-terms (dates out of order, frequency), pricing.yield-not-found, pricing.library.
Result<BondFigures> bondFromYield(const BondTerms& terms, Date settlement, double yield);
Result<BondFigures> bondFromCleanPrice(const BondTerms& terms, Date settlement, double cleanPrice);

} // namespace rialto::pricing
