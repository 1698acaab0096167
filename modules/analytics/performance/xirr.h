// SPDX-License-Identifier: GPL-3.0-or-later
// XIRR: the money-weighted return a year, i.e. the rate r at which the present value sum a_i (1 + r)^(-t_i) of dated cash
// flows is zero, t_i in years of actual/365 from the first flow, r > -1. The sign convention is that of spreadsheets: what
// the investor pays in is negative, what comes back (the closing value too) is positive. All roots are found that change the
// sign of the present value for r between e^-100 - 1 and e^100 - 1. Pure; any thread.
#pragma once

#include "analytics/performance/modified_dietz.h"
#include "base/result.h"

#include <span>
#include <vector>

namespace rialto::analytics {

struct Xirr {
    double rate = 0;             // the root nearest to the guess (in log of 1 + r)
    std::vector<double> roots;   // ascending; more than one: the flows change direction and the rate is ambiguous
};

/// Order of the flows does not matter; several may be on one day. `daysAYear` 365 as in spreadsheets.
/// Errors: performance.xirr-one-sided (no payment in, or none out), performance.xirr-one-day, performance.xirr-no-root,
/// performance.xirr-not-finite.
Result<Xirr> xirr(std::span<const DatedFlow> flows, double guess = 0.1, double daysAYear = 365.0);

} // namespace rialto::analytics
