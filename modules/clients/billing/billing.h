// SPDX-License-Identifier: GPL-3.0-or-later
// Billing: from a fee schedule and valuations to what each account pays, with every step told. Pure; any thread.
// Arithmetic: a year's fee is exact (value x rate), a group's tiered fee is shared among its accounts by value (kept to 10^-10
// of a minor unit, the rest with the last), each account's share is multiplied with its days, and the sum of a line over the
// group is rounded once, as the schedule says. The rounded line is then shared among the accounts so that the cents add up:
// each gets its share rounded down, and the cents left go to the largest remainders (then to the first account).
// Performance fees look at one account: gain = value at the end - (high-water mark + money that came in since); a fee is due
// only when the gain is positive and, with a hurdle, exceeds mark x hurdle x part of the year.
// Errors: billing.value-range, billing.value-missing (performance without any valuation), those of validate().
#pragma once

#include "clients/billing/fee_schedule.h"

#include <string>
#include <vector>

namespace rialto::clients {

/// One valuation of one account. Amounts are minor units of the schedule's currency.
struct BillingValue {
    std::size_t row = 0;                // of the file, for messages
    std::string account;
    std::string household;              // "": a household of its own
    std::optional<Date> date;           // none: of whatever period is billed
    std::int64_t value = 0;
    std::int64_t excluded = 0;          // part of the value that is not billed
    std::int64_t flow = 0;              // came in (+) or went out (-) since the last valuation; part of the value
    std::int64_t trades = 0;            // since the last valuation
    std::int64_t traded = 0;            // their value
    std::optional<std::int64_t> highWaterMark; // before this valuation
    std::optional<Date> opened;
    std::optional<Date> closed;         // last day that is billed
    std::optional<int> days;            // billed days, where the file says them itself
};

struct BillingStep {
    std::string account;                // "": of the group
    std::string line;                   // label of the component, "minimum", ...
    std::string what;                   // "400000.00 at 0.8 % a year"
    std::string amount;                 // exact, major units; up to ten places beyond the minor unit
};

struct LineAmount {
    std::string line;
    std::int64_t amount = 0;
};

struct AccountBill {
    std::string account;
    std::int64_t value = 0;             // that was billed
    int days = 0;
    std::vector<LineAmount> lines;
    std::int64_t fee = 0;
    std::optional<std::int64_t> markBefore;
    std::optional<std::int64_t> markAfter;
};

struct GroupBill {
    std::string group;                  // household, or account
    std::int64_t value = 0;
    std::vector<LineAmount> lines;
    std::vector<AccountBill> accounts;
    std::vector<BillingStep> steps;
    std::int64_t fee = 0;
};

struct PeriodBill {
    BillingPeriod period;
    std::vector<GroupBill> groups;
    std::int64_t total = 0;
};

/// The periods in which a valuation is dated, one after the other; values without a date are billed in `only`, which is
/// needed then. With `only`, earlier periods still move the high-water marks, but only that one is in the answer.
Result<std::vector<PeriodBill>> bill(const FeeSchedule& schedule, const std::vector<BillingValue>& values, const std::optional<BillingPeriod>& only);

} // namespace rialto::clients
