// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/price_history.h"

#include <algorithm>

namespace rialto {

void PriceHistory::addPair(const Instrument& pair)
{
    if (!pair.tradable())
        return; // an imported series is no rate of this market
    if (const auto* details = std::get_if<FxPair>(&pair.details))
        m_pairs[{details->base, pair.spec.currency}] = pair.id;
}

std::optional<PriceHistory::Close> PriceHistory::close(InstrumentId instrument, Date day) const
{
    const auto closes = m_closes.find(instrument);
    if (closes == m_closes.end())
        return std::nullopt;
    auto it = closes->second.upper_bound(day);
    if (it == closes->second.begin())
        return std::nullopt;
    --it;
    return Close{it->first, it->second};
}

std::optional<PriceHistory::Close> PriceHistory::direct(const Currency& from, const Currency& to, Date day) const
{
    if (const auto pair = m_pairs.find({from, to}); pair != m_pairs.end())
        return close(pair->second, day);
    const auto pair = m_pairs.find({to, from});
    if (pair == m_pairs.end())
        return std::nullopt;
    const auto inverse = close(pair->second, day);
    if (!inverse || !inverse->price.isPositive())
        return std::nullopt;
    const auto raw = narrow(divideRounded(Int128(kFixedOne) * kFixedOne, inverse->price.raw(), Rounding::HalfEven));
    if (!raw)
        return std::nullopt;
    return Close{inverse->date, Price::fromRaw(*raw)};
}

Result<PriceHistory::Close> PriceHistory::rate(const Currency& from, const Currency& to, Date day) const
{
    if (from == to)
        return Close{day, Price::of(1)};
    if (const auto found = direct(from, to, day))
        return *found;
    for (const auto& [pair, id] : m_pairs)
        for (const Currency& middle : {pair.first, pair.second}) {
            const auto first = direct(from, middle, day);
            const auto second = direct(middle, to, day);
            if (!first || !second)
                continue;
            const auto raw = mulDiv(first->price.raw(), second->price.raw(), kFixedOne, Rounding::HalfEven);
            if (raw)
                return Close{std::min(first->date, second->date), Price::fromRaw(*raw)};
        }
    return notFound("services.rate-missing", from.code() + "/" + to.code() + " " + day.text());
}

Result<Money> convertAt(const Money& amount, Price rate, const Currency& to)
{
    const Int128 numerator = Int128(amount.minor()) * rate.raw() * to.minorPerMajor();
    const Int128 denominator = Int128(kFixedOne) * amount.currency().minorPerMajor();
    const auto minor = narrow(divideRounded(numerator, denominator, Rounding::HalfEven));
    if (!minor)
        return invalid("domain.notional-range", amount.text());
    return Money(*minor, to);
}

Result<Money> PriceHistory::convert(const Money& amount, const Currency& to, Date day) const
{
    if (amount.currency() == to)
        return amount;
    const auto found = rate(amount.currency(), to, day);
    if (!found)
        return found.error();
    return convertAt(amount, found->price, to);
}

} // namespace rialto
