// SPDX-License-Identifier: GPL-3.0-or-later
// Exchange rates that somebody fixed for a day (ECB reference rates), cross rates through their common base, and yield
// curves. Which day's fixing was used is part of each answer: nothing is carried forward in silence. Pure; any thread.
// Errors: research.fx-unknown-currency, research.fx-no-fixing, research.fx-range, research.curve-unknown.
#pragma once

#include "base/result.h"
#include "domain/date.h"
#include "domain/decimal.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::research {

/// One unit of `base` is `rate` units of `quote`.
struct Fixing {
    Date date;
    std::string base;
    std::string quote;
    Decimal rate;
    std::string source;
    friend bool operator==(const Fixing&, const Fixing&) = default;
};

/// Which fixing serves a day that has none.
enum class DayRule {
    Exact,     // only that day's
    Previous,  // the last one before, at most ten days back
    Next,      // the first one after, at most ten days on
};
inline constexpr int kLongestGapDays = 10;

struct CrossRate {
    Decimal rate;              // ten significant places, rounded half even
    Date asked;
    Date used;                 // the day of the fixings
    std::string method;        // "fixed", "inverse", "cross via EUR"
    std::vector<Fixing> legs;
};
/// One `from` in `to`. Both legs are of the same day: the newest on which both were fixed that the rule allows.
Result<CrossRate> crossRate(std::span<const Fixing> fixings, std::string_view from, std::string_view to, Date day, DayRule rule);

struct CurvePoint {
    std::string tenor;         // "1M", "2Y"
    int months = 0;
    Decimal yield;             // percent a year
    friend bool operator==(const CurvePoint&, const CurvePoint&) = default;
};
/// Months of "1M", "1.5M" (45 days count as 1), "10Y", "BC_10YEAR", "1 Mo", "2 Yr", "DGS10"; nothing when it is no tenor.
std::optional<int> tenorMonths(std::string_view text);
std::string tenorName(int months);

} // namespace rialto::research
