// SPDX-License-Identifier: GPL-3.0-or-later
// FeeSchedule: what a client has agreed to pay. Values, any thread. A schedule is a list of components that add up:
//   marginal    each slice of the value pays the rate of its tier
//   cliff       the whole value pays the rate of the tier it lies in
//   flat        an amount a year or a period, for the group or for each account
//   per trade   an amount and a rate for each trade, with a least amount a trade
//   performance a part of the gain above the high-water mark, above a hurdle where there is one
// Rates count 10^-10 (one per cent is 10^8) and are a year's where time plays a part. Amounts are minor units of the currency.
#pragma once

#include "clients/billing/billing_period.h"
#include "base/wide_math.h"
#include "domain/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::clients {

inline constexpr std::int64_t kRateOne = 10'000'000'000;

enum class FeeKind { Marginal, Cliff, Flat, PerTrade, Performance };
std::string_view name(FeeKind kind);

struct FeeTier {
    std::int64_t from = 0;              // minor units
    std::optional<std::int64_t> upTo;   // none: without end
    std::int64_t rate = 0;
    friend bool operator==(const FeeTier&, const FeeTier&) = default;
};

struct FeeComponent {
    FeeKind kind = FeeKind::Marginal;
    std::string label;                  // "advisory fee", as on the invoice
    std::vector<FeeTier> tiers;         // ascending, without gap
    bool upperBelongs = true;           // a value on the border of two tiers lies in the lower one
    std::int64_t amount = 0;            // flat, per trade
    bool perPeriod = false;             // flat: the amount is a period's, not a year's
    bool perAccount = false;            // flat: each account pays it
    std::int64_t rate = 0;              // per trade: of what was traded; performance: of the gain
    std::int64_t leastPerTrade = 0;
    std::int64_t hurdle = 0;            // performance, a year's
    bool hardHurdle = true;             // only what exceeds the hurdle pays
    bool netMark = false;               // the new high-water mark is after the fee
    friend bool operator==(const FeeComponent&, const FeeComponent&) = default;
};

/// Which of an account's valuations is billed.
enum class ValueBasis {
    End,      // the last one up to the period's end (billing in arrears)
    Start,    // the last one up to the period's first day (billing in advance)
    Average,  // the plain mean of those in the period
    Daily     // each counts for the days until the next one
};
std::string_view name(ValueBasis basis);

struct FeeSchedule {
    std::string id;
    std::string name;
    Currency currency;
    std::vector<FeeComponent> components;
    BillingFrequency frequency = BillingFrequency::Quarter;
    DayBasis dayBasis = DayBasis::Equal;
    ValueBasis valueBasis = ValueBasis::End;
    bool household = true;              // tiers, minimum and maximum look at the household together
    bool prorate = true;                // accounts pay for the days that they were open
    std::optional<std::int64_t> minimum; // of marginal, cliff and flat lines together, a whole period
    std::optional<std::int64_t> maximum;
    bool prorateMinimum = true;
    Rounding rounding = Rounding::HalfUp; // of each line of a group, once
    friend bool operator==(const FeeSchedule&, const FeeSchedule&) = default;
};

std::string_view name(Rounding rounding);
/// Errors: billing.schedule-empty, billing.tiers (a gap, an overlap, a negative rate or none), billing.rate, billing.minimum.
Result<void> validate(const FeeSchedule& schedule);
/// "1.25 %".
std::string rateText(std::int64_t rate);

} // namespace rialto::clients
