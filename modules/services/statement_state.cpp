// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/statement_state.h"

namespace rialto::statement {

namespace {

bool isCash(Bucket bucket) { return bucket == Bucket::Own || bucket == Bucket::Margin; }

void add(std::map<Currency, Money>& sums, const Money& amount)
{
    const auto [it, fresh] = sums.try_emplace(amount.currency(), amount);
    if (!fresh)
        it->second += amount;
}

} // namespace

void State::apply(const TransferGroup& group)
{
    for (const auto& transfer : group.transfers) {
        const auto side = [&](const LedgerAccount& account, std::int64_t amount) {
            if (transfer.asset.isInstrument()) {
                if (account.bucket == Bucket::Own)
                    positions[{account.account, transfer.asset.instrument()}] += amount;
            } else if (isCash(account.bucket)) {
                cash[{account.account, transfer.asset.currency()}] += amount;
            } else if (account.bucket == Bucket::Variation) {
                variation[{account.account, group.instrument}] += amount;
            }
        };
        side(transfer.from, -transfer.amount);
        side(transfer.to, transfer.amount);
    }
}

Result<Money> positionValue(const Instrument& instrument, std::int64_t positionRaw, std::int64_t variation, const PriceHistory& prices, Date day)
{
    Money value(variation, instrument.spec.currency);
    if (positionRaw == 0)
        return value;
    const auto close = prices.close(instrument.id, day);
    if (!close)
        return notFound("services.price-missing", instrument.symbol + " " + day.text());
    const auto worth = valueOf(instrument, close->price, Quantity::fromRaw(positionRaw));
    if (!worth)
        return worth.error();
    return value + *worth;
}

Result<std::map<Currency, Money>> valueByCurrency(const State& state, const std::map<InstrumentId, Instrument>& instruments,
    const PriceHistory& prices, Date day)
{
    std::map<Currency, Money> sums;
    for (const auto& [key, minor] : state.cash)
        if (minor != 0)
            add(sums, Money(minor, key.second));
    std::map<std::pair<AccountId, InstrumentId>, std::pair<std::int64_t, std::int64_t>> holdings;
    for (const auto& [key, raw] : state.positions)
        holdings[key].first = raw;
    for (const auto& [key, minor] : state.variation)
        holdings[key].second = minor;
    for (const auto& [key, holding] : holdings) {
        const auto value = positionValue(instruments.at(key.second), holding.first, holding.second, prices, day);
        if (!value)
            return value.error();
        if (!value->isZero())
            add(sums, *value);
    }
    return sums;
}

Result<Money> inBase(const std::map<Currency, Money>& values, const Currency& base, const PriceHistory& prices, Date day)
{
    Money total = Money::zero(base);
    for (const auto& [currency, amount] : values) {
        const auto converted = prices.convert(amount, base, day);
        if (!converted)
            return converted.error();
        total += *converted;
    }
    return total;
}

std::map<Currency, Money> bucketEffect(const TransferGroup& group, Bucket bucket)
{
    std::map<Currency, Money> sums;
    for (const auto& transfer : group.transfers) {
        if (transfer.asset.isInstrument())
            continue;
        const Money amount(transfer.amount, transfer.asset.currency());
        if (transfer.to.bucket == bucket)
            add(sums, amount);
        if (transfer.from.bucket == bucket)
            add(sums, -amount);
    }
    return sums;
}

std::map<Currency, Money> cashEffect(const TransferGroup& group)
{
    auto sums = bucketEffect(group, Bucket::Own);
    for (const auto& [currency, amount] : bucketEffect(group, Bucket::Margin))
        add(sums, amount);
    return sums;
}

} // namespace rialto::statement
