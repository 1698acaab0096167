// SPDX-License-Identifier: GPL-3.0-or-later
#include "marks.h"

#include <algorithm>

namespace rialto {

void Marks::setBook(const BookSnapshot& book, const MarketBoard& market)
{
    if (!book.instruments || book.instruments.get() == m_instruments)
        return;
    m_instruments = book.instruments.get();
    m_pairs.clear();
    m_currencies.clear();
    const auto enter = [this](const Currency& currency) {
        if (std::find(m_currencies.begin(), m_currencies.end(), currency) == m_currencies.end())
            m_currencies.push_back(currency);
    };
    for (const Instrument& instrument : *book.instruments) {
        if (const auto* pair = std::get_if<FxPair>(&instrument.details); pair != nullptr && instrument.tradable()) {
            m_pairs.push_back({instrument.id, pair->base, instrument.spec.currency});
            enter(pair->base);
            enter(instrument.spec.currency);
        }
        if (Quote newest; m_quotes.count(instrument.id) == 0 && market.latest(instrument.id, newest))
            m_quotes.emplace(instrument.id, newest);
    }
}

void Marks::update(const std::vector<Quote>& quotes)
{
    for (const Quote& quote : quotes)
        m_quotes[quote.instrument] = quote;
}

const Quote* Marks::quote(InstrumentId instrument) const
{
    const auto it = m_quotes.find(instrument);
    return it == m_quotes.end() ? nullptr : &it->second;
}

std::optional<Price> Marks::mark(InstrumentId instrument) const
{
    const Quote* newest = quote(instrument);
    if (newest == nullptr)
        return std::nullopt;
    if (newest->hasLast())
        return newest->last;
    if (newest->bidSize.isPositive() && newest->askSize.isPositive())
        return Price::fromRaw((newest->bid.raw() + newest->ask.raw()) / 2);
    return previousClose(instrument);
}

std::optional<Price> Marks::previousClose(InstrumentId instrument) const
{
    const Quote* newest = quote(instrument);
    if (newest == nullptr || newest->previousClose.isZero())
        return std::nullopt;
    return newest->previousClose;
}

bool Marks::isFxPair(InstrumentId instrument) const
{
    return std::any_of(m_pairs.begin(), m_pairs.end(), [&](const Pair& pair) { return pair.instrument == instrument; });
}

std::optional<Money> Marks::convertOnce(const Money& amount, const Currency& to) const
{
    const Currency from = amount.currency();
    for (const Pair& pair : m_pairs) {
        const bool straight = pair.base == from && pair.quote == to;
        if (!straight && !(pair.base == to && pair.quote == from))
            continue;
        const auto rate = mark(pair.instrument);
        if (!rate || !rate->isPositive())
            continue;
        Int128 numerator = Int128(amount.minor()) * to.minorPerMajor();
        Int128 denominator = from.minorPerMajor();
        (straight ? numerator : denominator) *= rate->raw();
        (straight ? denominator : numerator) *= kFixedOne;
        const auto minor = narrow(divideRounded(numerator, denominator, Rounding::HalfEven));
        if (minor)
            return Money(*minor, to);
    }
    return std::nullopt;
}

std::optional<Money> Marks::convert(const Money& amount, const Currency& to) const
{
    if (amount.currency() == to)
        return amount;
    if (const auto direct = convertOnce(amount, to))
        return direct;
    for (const Currency& between : m_currencies) {
        if (between == to || between == amount.currency())
            continue;
        const auto first = convertOnce(amount, between);
        const auto second = first ? convertOnce(*first, to) : std::nullopt;
        if (second)
            return second;
    }
    return std::nullopt;
}

std::optional<Price> averagePrice(const Money& amount, Quantity quantity, const Instrument& instrument)
{
    const auto& multiplier = instrument.spec.multiplier;
    if (quantity.isZero() || multiplier.numerator == 0 || !amount.currency().valid())
        return std::nullopt;
    const Int128 perUnit = divideRounded(Int128(amount.minor()) * kFixedOne * multiplier.denominator * kFixedOne,
        Int128(quantity.raw()) * multiplier.numerator * amount.currency().minorPerMajor(), Rounding::HalfEven);
    std::int64_t step = 1;
    for (int digit = instrument.spec.priceDigits; digit < kFixedPlaces; ++digit)
        step *= 10;
    const auto raw = narrow(divideRounded(perUnit, step, Rounding::HalfEven) * step);
    return raw ? std::optional(Price::fromRaw(*raw)) : std::nullopt;
}

PositionWorth worthOf(const PositionRow& position, const Instrument& instrument, const Marks& marks)
{
    PositionWorth worth;
    worth.averageCost = averagePrice(position.cost, position.quantity, instrument);
    worth.mark = marks.mark(instrument.id);
    if (position.quantity.isZero()) {
        worth.value = Money::zero(instrument.spec.currency);
        worth.unrealised = worth.value;
        return worth;
    }
    if (!worth.mark)
        return worth;
    if (const auto value = valueOf(instrument, *worth.mark, position.quantity)) {
        worth.value = *value;
        worth.unrealised = *value - position.cost;
    }
    return worth;
}

std::optional<std::int64_t> share(const Money& part, const Money& whole)
{
    if (whole.minor() <= 0 || part.currency() != whole.currency())
        return std::nullopt;
    return mulDiv(part.minor(), kFixedOne, whole.minor(), Rounding::HalfEven);
}

} // namespace rialto
