// SPDX-License-Identifier: GPL-3.0-or-later
// What `rialtoctl lots` prints of a LotReport: remaining lots, disposals with their matched lots, totals, and the conventions.
// Amounts are exact decimals as text; `rounded` holds the totals once more in whole minor units, rounded half even.
#pragma once

#include "api/cli/command.h"
#include "ledger/lots/lot_run.h"

#include <optional>
#include <string>

namespace rialto::cli {

struct LotsShown {
    std::string baseCurrency;             // "": the lots' own
    std::optional<ExactDecimal> mark;     // price a share, for the unrealised gain
    ExactDecimal markFx = ExactDecimal::one();
    std::size_t roundedNumbers = 0;       // numbers of the file with more digits than are kept
};

Json lotsJson(const LotReport& run, const LotsShown& shown);
std::string lotsText(const Json& document);
Json disposalJson(const Disposal& disposal, int places);

} // namespace rialto::cli
