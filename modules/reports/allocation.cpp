// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/allocation.h"

#include <algorithm>
#include <numeric>

namespace rialto::reports {

std::vector<std::int64_t> weightsOf(const std::vector<std::int64_t>& parts)
{
    constexpr std::int64_t kWhole = 10'000;
    Int128 sum = 0;
    for (const auto part : parts)
        sum += part;
    if (sum <= 0)
        return {};
    std::vector<std::int64_t> weights;
    std::vector<Int128> remainders;
    std::int64_t missing = kWhole;
    for (const auto part : parts) {
        const Int128 share = Int128(part) * kWhole;
        const auto weight = narrow(divideRounded(share, sum, Rounding::Floor)).value_or(0);
        weights.push_back(weight);
        remainders.push_back(share - Int128(weight) * sum);
        missing -= weight;
    }
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; missing > 0 && i < order.size(); ++i, --missing)
        ++weights[order[i]];
    return weights;
}

Rate rateOfWeight(std::int64_t hundredthsOfPercent)
{
    return Rate{hundredthsOfPercent * 10'000};
}

Allocation allocationOf(const StatementData& data)
{
    std::vector<std::int64_t> parts;
    for (const auto& row : data.holdings)
        parts.push_back(row.valueBase.minor());
    for (const auto& row : data.cash)
        parts.push_back(row.closingBase.minor());
    const auto weights = weightsOf(parts);
    const auto weight = [&](std::size_t i) { return weights.empty() ? std::nullopt : std::optional(rateOfWeight(weights[i])); };

    Allocation allocation;
    const auto add = [&](std::optional<AssetClass> assetClass, const Money& value, const std::optional<Rate>& share) {
        auto& classes = allocation.classes;
        auto at = std::find_if(classes.begin(), classes.end(), [&](const auto& row) { return row.assetClass == assetClass; });
        if (at == classes.end()) {
            const auto before = [](const std::optional<AssetClass>& one) { return one ? static_cast<int>(*one) : 1000; };
            at = std::find_if(classes.begin(), classes.end(), [&](const auto& row) { return before(row.assetClass) > before(assetClass); });
            at = classes.insert(at, {assetClass, Money::zero(data.base), share ? std::optional(Rate{0}) : std::nullopt});
        }
        at->value += value;
        if (share)
            at->weight->e8 += share->e8;
    };
    for (std::size_t i = 0; i < data.holdings.size(); ++i) {
        allocation.holdingWeights.push_back(weight(i));
        add(data.holdings[i].assetClass, data.holdings[i].valueBase, weight(i));
    }
    for (std::size_t i = 0; i < data.cash.size(); ++i) {
        allocation.cashWeights.push_back(weight(data.holdings.size() + i));
        add(std::nullopt, data.cash[i].closingBase, allocation.cashWeights.back());
    }
    return allocation;
}

} // namespace rialto::reports
