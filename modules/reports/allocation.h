// SPDX-License-Identifier: GPL-3.0-or-later
// How the value is spread: weights that add up to exactly 100.00%, and the sums by asset class. Pure; any thread.
#pragma once

#include "reports/statement.h"

#include <optional>
#include <vector>

namespace rialto::reports {

/// The parts in hundredths of a per cent of their sum: rounded down first, then the largest remainders get the missing
/// hundredths, the earlier of equals first. Empty when the sum is not positive: shares of nothing have no meaning.
std::vector<std::int64_t> weightsOf(const std::vector<std::int64_t>& parts);
Rate rateOfWeight(std::int64_t hundredthsOfPercent);

struct AllocationRow {
    std::optional<AssetClass> assetClass;   // nothing: cash
    Money value;                            // base
    std::optional<Rate> weight;
};

struct Allocation {
    std::vector<std::optional<Rate>> holdingWeights;   // one a row of StatementData::holdings
    std::vector<std::optional<Rate>> cashWeights;      // one a row of StatementData::cash
    std::vector<AllocationRow> classes;                // those that occur, in the order of AssetClass, cash last
};

Allocation allocationOf(const StatementData& data);

} // namespace rialto::reports
