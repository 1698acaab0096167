// SPDX-License-Identifier: GPL-3.0-or-later
// FeeBilling: what the accounts of a book owe for a period, from the ledger as it was on each valuation day and the closes of
// that day. An account is billed under its own fee agreement, else that of its party, else that of its household; with one
// schedule given for all, under that. Accounts of one household under one schedule are billed together. Fees are posted in the
// account's base currency, converted at the close of the period's last day. The key of a posting is period, schedule and
// account, so that a second run posts nothing. Errors: billing.period-open (not over yet), billing.no-agreement, billing.schedule-malformed,
// services.price-missing, services.rate-missing and those of billing.h.
#pragma once

#include "clients/billing/billing.h"
#include "market/bar_store.h"
#include "services/app_services.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rialto {

struct FeePlan {
    clients::FeeSchedule schedule;
    clients::PeriodBill bill;
    std::vector<FeePosting> postings;       // what a run would post
    std::vector<std::string> known;         // accounts that are billed already
};

struct FeeRequest {
    clients::BillingPeriod period;
    std::optional<clients::FeeSchedule> forAll;
    bool openPeriod = false;                // values of a period that is not over: a look ahead
};

Result<std::vector<FeePlan>> planFees(AppServices& services, market::BarStore& bars, const FeeRequest& request);

} // namespace rialto
