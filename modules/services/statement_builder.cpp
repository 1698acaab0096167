// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/statement_builder.h"

#include "ledger/tax_lots.h"
#include "reports/performance.h"
#include "services/statement_state.h"

#include <fmt/format.h>

#include <algorithm>

namespace rialto {

namespace {

using reports::StatementData;

class Builder {
public:
    explicit Builder(const StatementInputs& inputs) : m_in(inputs), m_base(inputs.accounts.front().base)
    {
        m_data.firmName = inputs.firmName;
        m_data.firmContact = inputs.firmContact;
        m_data.clientName = {inputs.client.name, inputs.client.nameZh};
        m_data.clientNumber = inputs.client.number;
        m_data.from = inputs.from;
        m_data.to = inputs.to;
        m_data.createdAt = inputs.createdAt;
        m_data.base = m_base;
        m_data.simulated = inputs.simulated;
        for (const auto& account : inputs.accounts)
            m_data.accounts.push_back({account.number, {}, account.base});
    }

    Result<StatementData> build()
    {
        for (auto part : {&Builder::addSeries, &Builder::addHoldings, &Builder::addCash, &Builder::addTrades, &Builder::addCosts, &Builder::addChange})
            if (const auto done = (this->*part)(); !done)
                return done.error();
        m_data.performance = reports::performanceOf(m_data.series, m_in.from);
        if (const auto valid = reports::validate(m_data); !valid)
            return valid.error();
        return std::move(m_data);
    }

private:
    std::string number(AccountId id) const
    {
        for (const auto& account : m_in.accounts)
            if (account.id == id)
                return account.number;
        return {};
    }
    const Instrument& instrument(InstrumentId id) const { return m_in.instruments.at(id); }
    bool inPeriod(const TransferGroup& group) const { return group.tradeDate >= m_in.from && group.tradeDate <= m_in.to; }

    // The same for every day, so that the series ends in the sum of the printed rows: each row is converted by itself.
    Result<Money> valueInBase(const statement::State& state, Date day) const
    {
        Money total = Money::zero(m_base);
        const auto addConverted = [&](const Result<Money>& local) -> Result<void> {
            if (!local)
                return local.error();
            const auto converted = m_in.prices.convert(*local, m_base, day);
            if (!converted)
                return converted.error();
            total += *converted;
            return {};
        };
        for (const auto& [key, minor] : state.cash)
            if (const auto added = addConverted(Money(minor, key.second)); !added)
                return added.error();
        for (const auto& key : holdingKeys(state))
            if (const auto added = addConverted(holdingValue(state, key, day)); !added)
                return added.error();
        return total;
    }

    using HoldingKey = std::pair<AccountId, InstrumentId>;
    static std::vector<HoldingKey> holdingKeys(const statement::State& state)
    {
        std::vector<HoldingKey> keys;
        for (const auto& [key, raw] : state.positions)
            if (raw != 0)
                keys.push_back(key);
        for (const auto& [key, minor] : state.variation)
            if (minor != 0 && (state.positions.count(key) == 0 || state.positions.at(key) == 0))
                keys.push_back(key);
        return keys;
    }
    Result<Money> holdingValue(const statement::State& state, const HoldingKey& key, Date day) const
    {
        const auto position = state.positions.find(key);
        const auto variation = state.variation.find(key);
        return statement::positionValue(instrument(key.second), position == state.positions.end() ? 0 : position->second,
            variation == state.variation.end() ? 0 : variation->second, m_in.prices, day);
    }

    // Walks the days once: the value series, the currency gains of the period, and the state at its two ends.
    Result<void> addSeries()
    {
        statement::State state;
        Money contributions = Money::zero(m_base);
        Money currencyGains = Money::zero(m_base);
        Money opening = Money::zero(m_base);
        auto group = m_in.groups.begin();
        if (group == m_in.groups.end()) {
            m_opening = opening;
            m_currencyGains = currencyGains;
            return {};
        }
        std::map<Currency, Money> yesterday;
        for (Date day = m_in.groups.front().tradeDate; day <= m_in.to; day = day + 1) {
            if (day >= m_in.from) {
                const auto gain = currencyGain(yesterday, day);
                if (!gain)
                    return gain.error();
                currencyGains += *gain;
            }
            bool moved = false;
            for (; group != m_in.groups.end() && group->tradeDate <= day; ++group) {
                moved = true;
                state.apply(*group);
                for (const auto& [currency, amount] : statement::bucketEffect(*group, Bucket::External)) {
                    const auto converted = m_in.prices.convert(-amount, m_base, group->tradeDate);
                    if (!converted)
                        return converted.error();
                    contributions += *converted;
                }
            }
            auto local = statement::valueByCurrency(state, m_in.instruments, m_in.prices, day);
            if (!local)
                return local.error();
            yesterday = std::move(*local);
            const bool last = day == m_in.to;
            const bool opens = day == m_in.from - 1;
            if (day.isWeekend() && !moved && !last && !opens)
                continue;
            const auto value = valueInBase(state, day);
            if (!value)
                return value.error();
            if (opens)
                opening = *value;
            m_data.series.push_back({day, *value, contributions});
        }
        m_closing = std::move(state);
        m_opening = opening;
        m_currencyGains = currencyGains;
        return {};
    }

    // Yesterday's holdings at today's rates less at yesterday's rates.
    Result<Money> currencyGain(const std::map<Currency, Money>& yesterday, Date day) const
    {
        Money gain = Money::zero(m_base);
        for (const auto& [currency, amount] : yesterday) {
            if (currency == m_base)
                continue;
            const auto now = m_in.prices.convert(amount, m_base, day);
            const auto before = m_in.prices.convert(amount, m_base, day - 1);
            if (!now)
                return now.error();
            if (!before)
                return before.error();
            gain += *now - *before;
        }
        return gain;
    }

    Result<void> addHoldings()
    {
        for (const auto& key : holdingKeys(m_closing)) {
            const Instrument& item = instrument(key.second);
            const auto value = holdingValue(m_closing, key, m_in.to);
            const auto close = m_in.prices.close(item.id, m_in.to);
            if (!value || !close)
                return value ? notFound("services.price-missing", item.symbol) : value.error();
            const LotBook lots = lotsOf(m_in.groups, key.first, item, m_in.to);
            const bool future = item.assetClass() == AssetClass::Future;
            reports::HoldingRow row;
            row.accountNumber = number(key.first);
            row.symbol = item.symbol;
            row.name = {item.name, item.nameZh};
            row.assetClass = item.assetClass();
            row.quantity = lots.quantity();
            row.price = close->price;
            row.priceDate = close->date;
            row.priceDigits = item.spec.priceDigits;
            row.averageCost = averageCost(item, lots);
            row.costLocal = future ? Money::zero(item.spec.currency) : lots.cost(item.spec.currency);
            row.costBase = Money::zero(m_base);
            for (const auto& lot : lots.open) {
                const auto cost = m_in.prices.convert(future ? Money::zero(item.spec.currency) : lot.cost, m_base, lot.acquired);
                if (!cost)
                    return cost.error();
                row.costBase += *cost;
            }
            row.valueLocal = *value;
            const auto base = m_in.prices.convert(*value, m_base, m_in.to);
            if (!base)
                return base.error();
            row.valueBase = *base;
            if (const auto noted = noteRate(item.spec.currency); !noted)
                return noted.error();
            m_data.holdings.push_back(std::move(row));
        }
        return {};
    }

    static Price averageCost(const Instrument& item, const LotBook& lots)
    {
        const Quantity quantity = lots.quantity();
        if (quantity.isZero())
            return {};
        const Money cost = lots.cost(item.spec.currency);
        const Int128 numerator = Int128(cost.minor()) * kFixedOne * item.spec.multiplier.denominator;
        const Int128 denominator = Int128(item.spec.currency.minorPerMajor()) * item.spec.multiplier.numerator;
        return Price::fromRaw(narrow(divideRounded(numerator * kFixedOne, denominator * quantity.raw(), Rounding::HalfEven)).value_or(0));
    }

    Result<void> noteRate(const Currency& currency)
    {
        if (currency == m_base)
            return {};
        for (const auto& rate : m_data.fxRates)
            if (rate.currency == currency)
                return {};
        const auto found = m_in.prices.rate(currency, m_base, m_in.to);
        if (!found)
            return found.error();
        m_data.fxRates.push_back({currency, found->price, found->date});
        return {};
    }

    Result<void> addCash()
    {
        std::map<std::pair<AccountId, Currency>, reports::CashBalance> wallets;
        std::map<std::pair<AccountId, Currency>, std::vector<reports::CashMovement>> movements;
        for (const auto& group : m_in.groups) {
            if (group.tradeDate > m_in.to)
                break;
            for (const auto& [currency, amount] : statement::cashEffect(group)) {
                auto [it, fresh] = wallets.try_emplace({group.account, currency});
                auto& wallet = it->second;
                if (fresh) {
                    wallet.accountNumber = number(group.account);
                    wallet.opening = wallet.closing = wallet.settled = wallet.pending = Money::zero(currency);
                }
                if (group.tradeDate < m_in.from)
                    wallet.opening += amount;
                (group.settleDate <= m_in.to ? wallet.settled : wallet.pending) += amount;
                if (inPeriod(group))
                    addMovements(group, currency, amount, wallet, movements[{group.account, currency}]);
                wallet.closing += amount;
            }
        }
        for (auto& [key, wallet] : wallets) {
            auto& rows = movements[key];
            if (wallet.opening.isZero() && wallet.closing.isZero() && rows.empty())
                continue;
            const auto base = m_in.prices.convert(wallet.closing, m_base, m_in.to);
            if (!base)
                return base.error();
            wallet.closingBase = *base;
            if (const auto noted = noteRate(key.second); !noted)
                return noted.error();
            m_data.cash.push_back(wallet);
            m_data.movements.insert(m_data.movements.end(), rows.begin(), rows.end());
        }
        return {};
    }

    // A trade shows as its price part, its fee and its tax; their sum is the group's effect on the wallet.
    void addMovements(const TransferGroup& group, const Currency& currency, const Money& amount, const reports::CashBalance& wallet,
        std::vector<reports::CashMovement>& rows) const
    {
        const auto part = [&](Bucket bucket) {
            const auto effects = statement::bucketEffect(group, bucket);
            const auto it = effects.find(currency);
            return it == effects.end() ? Money::zero(currency) : it->second;
        };
        const Money fee = -part(Bucket::Fees);
        const Money tax = -part(Bucket::Taxes);
        Money balance = wallet.closing;
        const auto row = [&](reports::MovementKind kind, const Money& effect) {
            if (effect.isZero())
                return;
            balance += effect;
            rows.push_back({number(group.account), group.tradeDate, group.settleDate, kind, textOf(group), effect, balance});
        };
        row(kindOf(group), amount - fee - tax);
        row(reports::MovementKind::Fee, fee);
        row(reports::MovementKind::Tax, tax);
    }

    reports::MovementKind kindOf(const TransferGroup& group) const
    {
        using K = reports::MovementKind;
        switch (group.kind) {
        case GroupKind::Deposit: return K::Deposit;
        case GroupKind::Withdrawal: return K::Withdrawal;
        case GroupKind::Dividend: return instrument(group.instrument).assetClass() == AssetClass::Bond ? K::Coupon : K::Dividend;
        case GroupKind::Interest: return K::Interest;
        case GroupKind::Fee: return K::Fee;
        case GroupKind::Settlement: return K::FuturesSettlement;
        case GroupKind::Trade:
            if (instrument(group.instrument).assetClass() == AssetClass::FxPair)
                return K::CurrencyExchange;
            return group.quantity.isPositive() ? K::Purchase : K::Sale;
        case GroupKind::CorporateAction: return K::Sale; // its cash is what shares were given up for
        case GroupKind::Reserve:
        case GroupKind::Release:
        case GroupKind::Reversal: break;
        }
        return K::Correction;
    }

    reports::LocalizedText textOf(const TransferGroup& group) const
    {
        const auto found = m_in.instruments.find(group.instrument);
        if (found == m_in.instruments.end())
            return {group.memo, {}};
        if (group.kind != GroupKind::Trade)
            return {found->second.symbol + " " + found->second.name, found->second.symbol + " " + found->second.nameZh};
        const std::string size = group.quantity.abs().text() + " " + found->second.symbol;
        const std::string price = group.price.text(found->second.spec.priceDigits);
        return {size + " at " + price, size + " @ " + price};
    }

    Result<void> addTrades()
    {
        for (const auto& group : m_in.groups) {
            if (group.kind != GroupKind::Trade || !inPeriod(group))
                continue;
            const Instrument& item = instrument(group.instrument);
            const Currency currency = item.spec.currency;
            const auto gross = valueOf(item, group.price, group.quantity.abs());
            if (!gross)
                return gross.error();
            const auto cost = [&](Bucket bucket) {
                const auto effects = statement::bucketEffect(group, bucket);
                const auto it = effects.find(currency);
                return it == effects.end() ? Money::zero(currency) : it->second;
            };
            reports::TradeRow row;
            row.accountNumber = number(group.account);
            row.tradeDate = group.tradeDate;
            row.settleDate = group.settleDate;
            row.side = group.quantity.isPositive() ? Side::Buy : Side::Sell;
            row.symbol = item.symbol;
            row.name = {item.name, item.nameZh};
            row.assetClass = item.assetClass();
            row.quantity = group.quantity.abs();
            row.price = group.price;
            row.priceDigits = item.spec.priceDigits;
            row.gross = *gross;
            row.fees = cost(Bucket::Fees);
            row.taxes = cost(Bucket::Taxes);
            const Money costs = row.fees + row.taxes;
            row.net = item.assetClass() == AssetClass::Future ? -costs : row.side == Side::Buy ? -(*gross + costs) : *gross - costs;
            m_data.trades.push_back(std::move(row));
        }
        return {};
    }

    Result<void> addCosts()
    {
        struct Line {
            Bucket bucket;
            bool trade;
            reports::LocalizedText name;
            std::vector<reports::CostLine>& list;
        };
        const Line lines[] = {{Bucket::Fees, true, {"Commission", "佣金"}, m_data.fees}, {Bucket::Fees, false, {"Service fees", "服务费"}, m_data.fees},
            {Bucket::Taxes, true, {"Transaction taxes", "交易税"}, m_data.taxes}, {Bucket::Taxes, false, {"Withholding tax", "预提税"}, m_data.taxes}};
        for (const auto& line : lines) {
            const auto sum = flowInPeriod(line.bucket, [&](const TransferGroup& group) { return (group.kind == GroupKind::Trade) == line.trade; });
            if (!sum)
                return sum.error();
            if (!sum->isZero())
                line.list.push_back({line.name, *sum});
        }
        return {};
    }

    template <class Which>
    Result<Money> flowInPeriod(Bucket bucket, Which which) const
    {
        Money sum = Money::zero(m_base);
        for (const auto& group : m_in.groups) {
            if (!inPeriod(group) || !which(group))
                continue;
            for (const auto& [currency, amount] : statement::bucketEffect(group, bucket)) {
                const auto converted = m_in.prices.convert(amount, m_base, group.tradeDate);
                if (!converted)
                    return converted.error();
                sum += *converted;
            }
        }
        return sum;
    }

    Result<void> addChange()
    {
        auto& change = m_data.change;
        const auto deposits = flowInPeriod(Bucket::External, [](const TransferGroup& g) { return g.kind == GroupKind::Deposit; });
        const auto withdrawals = flowInPeriod(Bucket::External, [](const TransferGroup& g) { return g.kind != GroupKind::Deposit; });
        const auto income = flowInPeriod(Bucket::Income, [](const TransferGroup&) { return true; });
        for (const auto* part : {&deposits, &withdrawals, &income})
            if (!*part)
                return part->error();
        change.opening = m_opening;
        change.deposits = -**&deposits;
        change.withdrawals = -**&withdrawals;
        change.income = -**&income;
        change.fees = Money::zero(m_base);
        change.taxes = Money::zero(m_base);
        for (const auto& line : m_data.fees)
            change.fees -= line.amount;
        for (const auto& line : m_data.taxes)
            change.taxes -= line.amount;
        change.currencyGains = m_currencyGains;
        change.closing = m_data.series.empty() ? Money::zero(m_base) : m_data.series.back().value;
        change.marketGains = change.closing - change.opening - change.deposits - change.withdrawals - change.income - change.fees
            - change.taxes - change.currencyGains;
        return {};
    }

    const StatementInputs& m_in;
    const Currency m_base;
    StatementData m_data;
    statement::State m_closing;
    Money m_opening;
    Money m_currencyGains;
};

} // namespace

Result<reports::StatementData> buildStatement(const StatementInputs& inputs)
{
    if (inputs.accounts.empty() || inputs.from > inputs.to)
        return invalid("services.statement-empty", inputs.client.number);
    return Builder(inputs).build();
}

} // namespace rialto
