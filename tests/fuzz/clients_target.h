// SPDX-License-Identifier: GPL-3.0-or-later
// Every reader of the client area on the same bytes: fee schedules, valuations, screening lists, holdings, mandates, stored
// records, terms of corporate actions. What is read must also survive its use.
#pragma once

#include "clients/billing/billing.h"
#include "clients/input/billing_csv.h"
#include "clients/input/fee_schedule_json.h"
#include "clients/input/holdings_csv.h"
#include "clients/input/screening_list.h"
#include "clients/records/record_text.h"
#include "ledger/corporate_posting.h"

#include <string_view>

namespace rialto::testing {

inline void readAsClientInput(std::string_view bytes)
{
    const Currency usd = Currency::literal("USD");
    const auto schedule = clients::readFeeSchedule(bytes);
    if (schedule)
        RIALTO_CHECK(clients::readFeeSchedule(clients::writeFeeSchedule(*schedule)).ok(), "a schedule that was read can be written and read");
    if (const auto file = clients::readBillingCsv(bytes, usd)) {
        clients::FeeSchedule flat;
        flat.currency = usd;
        clients::FeeComponent tiers;
        tiers.tiers.push_back({0, std::nullopt, clients::kRateOne / 100});
        clients::FeeComponent gain;
        gain.kind = clients::FeeKind::Performance;
        gain.rate = clients::kRateOne / 5;
        flat.components = {tiers, gain};
        (void)clients::bill(flat, file->values, clients::BillingPeriod::containing(Date(20000), flat.frequency));
    }
    (void)clients::readScreeningList(bytes);
    const auto holdings = clients::readHoldingsCsv(bytes, usd);
    if (const auto rules = clients::parseMandate(bytes))
        (void)clients::checkMandate(*rules, holdings ? *holdings : clients::MandateBook{});
    for (int kind = 0; kind < clients::kRecordKinds; ++kind)
        if (const auto body = clients::parseRecord(static_cast<clients::RecordKind>(kind), bytes))
            RIALTO_CHECK(clients::parseRecord(static_cast<clients::RecordKind>(kind), clients::recordText(*body)).ok(), "a record that was read can be written and read");
    if (const auto terms = ActionTerms::parse(bytes, Date(0))) {
        const auto again = ActionTerms::parse(terms->text(), Date(0));
        RIALTO_CHECK(again.ok() && again->text() == terms->text(), "terms that were read keep their text");
    }
    (void)clients::BillingPeriod::parse(bytes);
}

} // namespace rialto::testing
