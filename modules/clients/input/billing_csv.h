// SPDX-License-Identifier: GPL-3.0-or-later
// Valuations to be billed, in CSV. Pure; bytes in, values or the first fault out, which names row and column. One row for an
// account and a day. Columns (any order; comma, semicolon or tab between them; names without regard to case):
//   account           needed
//   value             needed; market value in `currency`
//   date              2026-09-30; left out: the values are those of the period that is billed
//   household         accounts of one household are billed together
//   currency, fx_rate value x fx_rate is in the schedule's currency; no rate is needed for the schedule's own
//   excluded          part of the value that is not billed
//   flow              money in (+) and out (-) since the row before, part of the value (performance fees)
//   trades, traded    how many trades since the row before, and their value (fees a trade)
//   high_water_mark   before this row
//   opened, closed    first and last day that is billed
//   days              billed days, where they are known
// Errors: billing.values-empty, billing.column-missing, billing.row-malformed, billing.rate-missing, billing.too-many-rows,
// billing.row-twice (an account has two rows of one day).
#pragma once

#include "clients/billing/billing.h"

#include <string_view>
#include <vector>

namespace rialto::clients {

inline constexpr std::size_t kMostBillingRows = 1'000'000;

struct BillingFile {
    std::vector<BillingValue> values;
    std::size_t roundedNumbers = 0;   // had more digits than the currency
    std::size_t convertedRows = 0;
};

Result<BillingFile> readBillingCsv(std::string_view text, const Currency& currency);

} // namespace rialto::clients
