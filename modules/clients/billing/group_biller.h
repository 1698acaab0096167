// SPDX-License-Identifier: GPL-3.0-or-later
// One group's bill of one period. Internal to billing.
#pragma once

#include "clients/billing/billing.h"

namespace rialto::clients {

/// Amounts beyond ten trillion major units of a currency with cents are refused, so that no product leaves 128 bits.
inline constexpr std::int64_t kMostBilled = 1'000'000'000'000'000;

struct BilledAccount {
    std::string account;
    std::int64_t value = 0;      // that tiers look at
    std::int64_t endValue = 0;   // that performance looks at
    int days = 0;
    std::int64_t flow = 0;
    std::int64_t trades = 0;
    std::int64_t traded = 0;
    std::optional<std::int64_t> mark;
};

Result<GroupBill> billGroup(const FeeSchedule& schedule, const BillingPeriod& period, const std::string& group, const std::vector<BilledAccount>& accounts);

} // namespace rialto::clients
