// SPDX-License-Identifier: GPL-3.0-or-later
#include "oms/allocation.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace rialto {

Result<std::vector<std::int64_t>> shareOut(std::int64_t units, const std::vector<std::int64_t>& weights)
{
    Int128 sum = 0;
    for (const std::int64_t weight : weights) {
        if (weight < 0)
            return invalid("oms.allocation-weights", std::to_string(weight));
        sum += weight;
    }
    if (sum == 0)
        return invalid("oms.allocation-weights", "none that is positive");
    const bool negative = units < 0;
    const Int128 whole = negative ? -Int128(units) : Int128(units);
    std::vector<std::int64_t> shares(weights.size());
    std::vector<Int128> remainders(weights.size());
    Int128 left = whole;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Int128 product = whole * weights[i];
        const Int128 share = product / sum;
        remainders[i] = product - share * sum;
        shares[i] = static_cast<std::int64_t>(share);
        left -= share;
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; left > 0; ++i, left -= 1)
        ++shares[order[i]];
    if (negative)
        for (std::int64_t& share : shares)
            share = -share;
    return shares;
}

Result<std::vector<Quantity>> allocateProRata(Quantity total, const std::vector<std::int64_t>& weights, Quantity lot)
{
    if (!lot.isPositive() || total.raw() % lot.raw() != 0)
        return invalid("oms.allocation-lots", "lot " + lot.text() + ", quantity " + total.text());
    const auto lots = shareOut(total.raw() / lot.raw(), weights);
    if (!lots)
        return lots.error();
    std::vector<Quantity> shares;
    shares.reserve(lots->size());
    for (const std::int64_t each : *lots)
        shares.push_back(Quantity::fromRaw(each * lot.raw()));
    return shares;
}

Result<std::vector<Quantity>> allocatePercent(Quantity total, const std::vector<std::int64_t>& basisPoints, Quantity lot)
{
    Int128 sum = 0;
    for (const std::int64_t each : basisPoints)
        sum += each;
    if (sum != 10'000)
        return invalid("oms.allocation-percent", "the percentages do not make 100");
    return allocateProRata(total, basisPoints, lot);
}

Result<std::vector<Quantity>> allocateEqual(Quantity total, std::size_t accounts, Quantity lot)
{
    return allocateProRata(total, std::vector<std::int64_t>(accounts, 1), lot);
}

Result<std::vector<Quantity>> allocateManual(Quantity total, const std::vector<Quantity>& shares, Quantity lot)
{
    Int128 sum = 0;
    for (const Quantity share : shares) {
        if (share.isNegative() || !lot.isPositive() || share.raw() % lot.raw() != 0)
            return invalid("oms.allocation-lots", "lot " + lot.text() + ", share " + share.text());
        sum += share.raw();
    }
    if (sum != total.raw())
        return invalid("oms.allocation-sum", "the shares do not make " + total.text());
    return shares;
}

Result<Quantity> quantityToModel(const ModelGap& gap, Price price, Multiplier multiplier, Quantity lot)
{
    const Int128 unit = Int128(price.raw()) * multiplier.numerator * gap.equity.currency().minorPerMajor(); // of 10^8 minor units x denominator
    if (unit <= 0 || !lot.isPositive() || gap.targetBasisPoints < 0 || gap.targetBasisPoints > 10'000)
        return invalid("oms.allocation-range", price.text());
    const auto target = mulDiv(gap.equity.minor() < 0 ? 0 : gap.equity.minor(), gap.targetBasisPoints, 10'000, Rounding::Down);
    const Int128 scaled = Int128(target.value_or(0)) * multiplier.denominator;
    if (!target || scaled > Int128(1) << 62)
        return invalid("oms.allocation-range", gap.equity.text());
    // quantity = value / (price x multiplier), both with eight decimals; in steps, so that 128 bits are enough
    const Int128 wholes = scaled * kFixedOne / unit;
    const Int128 rest = scaled * kFixedOne - wholes * unit;
    const auto wanted = narrow(wholes * kFixedOne + rest * kFixedOne / unit);
    if (!wanted)
        return invalid("oms.allocation-range", gap.equity.text());
    const std::int64_t difference = addChecked(*wanted, -gap.held.raw());
    return Quantity::fromRaw(difference / lot.raw() * lot.raw());
}

Result<std::vector<Money>> shareMoney(const Money& total, const std::vector<std::int64_t>& weights)
{
    const auto units = shareOut(total.minor(), weights);
    if (!units)
        return units.error();
    std::vector<Money> shares;
    shares.reserve(units->size());
    for (const std::int64_t each : *units)
        shares.emplace_back(each, total.currency());
    return shares;
}

void AveragePrice::add(Price price, Quantity quantity)
{
    m_sum += Int128(price.raw()) * quantity.raw();
    m_quantity += quantity;
}

Price AveragePrice::price() const
{
    RIALTO_CHECK(m_quantity.isPositive(), "an average of no fills");
    const auto raw = narrow(divideRounded(m_sum, m_quantity.raw(), Rounding::HalfEven));
    RIALTO_CHECK(raw.has_value(), "an average lies between its prices");
    return Price::fromRaw(*raw);
}

} // namespace rialto
