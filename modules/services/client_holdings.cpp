// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/client_holdings.h"

#include "services/statement_service.h"

#include <future>

namespace rialto {

namespace {

Money part(const Money& amount, std::int64_t share)
{
    return share == clients::kWhole ? amount : scale(amount, share, clients::kWhole, Rounding::HalfEven).valueOr(Money::zero(amount.currency()));
}

} // namespace

Result<PriceHistory> pricesOf(AppServices& services, market::BarStore& bars)
{
    struct Seen {
        std::map<InstrumentId, Instrument> instruments;
        std::map<InstrumentId, Price> marks;
    };
    std::promise<Result<Seen>> promise;
    auto answer = promise.get_future();
    services.query([&promise](const Engine& engine) {
        Seen seen;
        std::map<InstrumentId, bool> held;
        for (const auto& row : engine.ledger().trialBalance())
            if (row.asset.isInstrument() && row.account.bucket == Bucket::Own)
                held[row.asset.instrument()] = true;
        for (const auto& [id, instrument] : engine.instruments()) {
            if (held.count(id) == 0 && instrument.assetClass() != AssetClass::FxPair)
                continue;
            seen.instruments.emplace(id, instrument);
            if (const auto mark = engine.mark(id))
                seen.marks.emplace(id, *mark);
        }
        promise.set_value(std::move(seen));
    }, [&promise](const Error& error) { promise.set_value(error); });
    const auto seen = answer.get();
    if (!seen)
        return seen.error();
    return closesOf(bars, seen->instruments, seen->marks, services.session().tradingDay);
}

std::map<AccountId, Account> accountsById(const BookSnapshot& book)
{
    std::map<AccountId, Account> accounts;
    for (const Account& account : book.accounts)
        accounts.emplace(account.id, account);
    return accounts;
}

ClientHoldings holdingsOf(const BookSnapshot& book, const std::map<AccountId, std::int64_t>& shares, const Currency& base, const PriceHistory& prices, Date day)
{
    ClientHoldings out;
    out.base = base;
    out.day = day;
    out.total = Money::zero(base);
    out.cash = Money::zero(base);
    const auto convert = [&](const Money& amount) -> std::optional<Money> {
        const auto converted = amount.currency() == base ? Result<Money>(amount) : prices.convert(amount, base, day);
        if (converted)
            return *converted;
        out.missing.push_back(amount.currency().code() + ": no rate to " + base.code());
        return std::nullopt;
    };
    for (const PositionRow& position : book.positions) {
        const auto share = shares.find(position.account);
        if (share == shares.end() || position.quantity.isZero())
            continue;
        const Instrument* instrument = book.instrument(position.instrument);
        const auto close = prices.close(position.instrument, day);
        const auto value = instrument == nullptr || !close ? Result<Money>(notFound("services.price-missing")) : valueOf(*instrument, close->price, position.quantity);
        if (!value) {
            out.missing.push_back((instrument == nullptr ? std::to_string(position.instrument.value) : instrument->symbol) + ": no price");
            continue;
        }
        const Money mine = part(*value, share->second);
        const auto worth = convert(mine);
        if (!worth)
            continue;
        out.holdings.push_back({position.account, position.instrument, position.quantity, mine, *worth});
        out.book.holdings.push_back({instrument->symbol, instrument->assetClass(), instrument->spec.currency.code(), instrument->mic, worth->minor(), position.quantity.isNegative()});
        out.total += *worth;
    }
    for (const CashRow& row : book.cash) {
        const auto share = shares.find(row.account);
        if (share == shares.end())
            continue;
        const auto free = convert(part(row.balance + row.margin, share->second));
        const auto variation = convert(part(row.variation, share->second));
        if (!free || !variation)
            continue;
        out.total += *free + *variation;
        out.cash += *free;
        if (!free->isZero())
            out.book.cash.push_back({row.balance.currency().code(), free->minor()});
    }
    out.book.total = out.total.minor();
    return out;
}

} // namespace rialto
