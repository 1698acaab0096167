// SPDX-License-Identifier: GPL-3.0-or-later
// BillingPeriod: a month, quarter, half or whole calendar year that is billed as one, and how many days of it count. A value;
// any thread. Errors: billing.period-malformed.
#pragma once

#include "base/result.h"
#include "domain/date.h"

#include <string>
#include <string_view>

namespace rialto::clients {

enum class BillingFrequency { Month, Quarter, HalfYear, Year };
std::string_view name(BillingFrequency frequency);
int periodsPerYear(BillingFrequency frequency);

/// How much of a year a number of days is.
enum class DayBasis {
    Equal,        // days of the period / (days of the period x periods a year): a whole quarter is exactly a quarter
    Actual365,
    ActualActual, // days / days of that year
    Actual360,
    Thirty360     // 30E/360: every month has 30 days
};
std::string_view name(DayBasis basis);

struct BillingPeriod {
    BillingFrequency frequency = BillingFrequency::Quarter;
    Date first;
    Date last;          // inclusive

    /// The period of that frequency in which the day lies.
    static BillingPeriod containing(Date day, BillingFrequency frequency);
    /// "2026Q3", "2026-07" or "2026M07", "2026H2", "2026".
    static Result<BillingPeriod> parse(std::string_view text);

    std::string text() const;
    int days() const { return last - first + 1; }
    BillingPeriod next() const { return containing(last + 1, frequency); }
    bool contains(Date day) const { return first <= day && day <= last; }
    friend bool operator==(const BillingPeriod&, const BillingPeriod&) = default;
};

/// The days from `from` to and with `to` as `basis` counts them; 0 when there are none.
int billedDays(Date from, Date to, DayBasis basis);
/// billedDays / yearDays is the part of a year.
int yearDays(const BillingPeriod& period, DayBasis basis);

} // namespace rialto::clients
