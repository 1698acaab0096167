// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/statement_backing.h"

#include "ledger/tax_lots.h"
#include "services/statement_state.h"

#include <algorithm>

namespace rialto {

namespace {

using reports::Figure;
using reports::FigureKind;
using reports::Operation;
using reports::SourceRow;

class Backing {
public:
    Backing(const StatementInputs& inputs, const reports::StatementData& data) : m_in(inputs), m_data(data), m_base(data.base) {}

    Result<std::vector<Figure>> build()
    {
        for (const auto part : {&Backing::addRates, &Backing::addHoldings, &Backing::addCash, &Backing::addTrades, &Backing::addCosts, &Backing::addFlows})
            if (const auto done = (this->*part)(); !done)
                return done.error();
        return std::move(m_figures);
    }

private:
    Figure& add(std::string id, FigureKind kind, std::int64_t units, int decimals, std::string unit)
    {
        Figure figure;
        figure.id = std::move(id);
        figure.kind = kind;
        figure.units = units;
        figure.decimals = decimals;
        figure.unit = std::move(unit);
        m_figures.push_back(std::move(figure));
        return m_figures.back();
    }
    Figure& addMoney(std::string id, const Money& money) { return add(std::move(id), FigureKind::Money, money.minor(), money.currency().digits(), money.currency().code()); }
    static void from(Figure& figure, Operation operation, std::vector<std::string> inputs, const char* method = "")
    {
        figure.operation = operation;
        figure.inputs = std::move(inputs);
        figure.method = method;
    }

    const Account* account(const std::string& number) const
    {
        for (const auto& one : m_in.accounts)
            if (one.number == number)
                return &one;
        return nullptr;
    }
    const Instrument* instrument(const std::string& symbol) const
    {
        for (const auto& [id, one] : m_in.instruments)
            if (one.symbol == symbol)
                return &one;
        return nullptr;
    }
    bool inPeriod(const TransferGroup& group) const { return group.tradeDate >= m_in.from && group.tradeDate <= m_in.to; }
    std::string words(const TransferGroup& group) const
    {
        std::string text = group.tradeDate.text() + " " + std::string(name(group.kind));
        if (const auto item = m_in.instruments.find(group.instrument); item != m_in.instruments.end())
            text += " " + item->second.symbol;
        if (group.kind == GroupKind::Trade)
            text += " " + group.quantity.text() + " at " + group.price.text();
        return text;
    }
    SourceRow row(const TransferGroup& group, std::int64_t units) const { return {"group", group.key, words(group), units}; }
    SourceRow bar(const std::string& symbol, const PriceHistory::Close& close) const
    {
        return {"bar", symbol + " " + close.date.text(), "close of " + symbol + " on " + close.date.text(), close.price.raw()};
    }

    // A rate is a pair's close, its inverse or a cross of two: the row names the day's rate as the price history gives it.
    Result<void> addRate(const std::string& id, const Currency& currency, Date day)
    {
        const auto rate = m_in.prices.rate(currency, m_base, day);
        if (!rate)
            return rate.error();
        Figure& figure = add(id, FigureKind::Price, rate->price.raw(), kFixedPlaces, m_base.code());
        figure.method = "From the closing prices of the FX pairs: the pair itself, its inverse, or over a third currency; eight places.";
        figure.sources.push_back({"rate", currency.code() + "/" + m_base.code() + " " + rate->date.text(), "closing rate of " + rate->date.text(), rate->price.raw()});
        return {};
    }
    Result<void> addRates()
    {
        for (const auto& rate : m_data.fxRates)
            if (const auto added = addRate("fx/" + rate.currency.code(), rate.currency, m_in.to); !added)
                return added;
        return {};
    }

    Result<void> addHoldings()
    {
        for (const auto& holding : m_data.holdings) {
            const Account* owner = account(holding.accountNumber);
            const Instrument* item = instrument(holding.symbol);
            if (owner == nullptr || item == nullptr)
                continue;
            const std::string id = "holding/" + holding.accountNumber + "/" + holding.symbol;
            addQuantity(id, *owner, *item);
            const auto close = m_in.prices.close(item->id, m_in.to);
            if (!close)
                return notFound("services.price-missing", item->symbol);
            add(id + "/price", FigureKind::Price, close->price.raw(), kFixedPlaces, item->spec.currency.code()).sources.push_back(bar(item->symbol, *close));
            addValue(id, holding, *owner, *item);
            if (const auto added = addLots(id, holding, *owner, *item); !added)
                return added;
        }
        return {};
    }

    void addQuantity(const std::string& id, const Account& owner, const Instrument& item)
    {
        Figure& figure = add(id + "/quantity", FigureKind::Quantity, 0, kFixedPlaces, {});
        figure.method = "Purchases less sales by trade date.";
        for (const auto& group : m_in.groups) {
            if (group.account != owner.id || group.tradeDate > m_in.to)
                continue;
            std::int64_t units = 0;
            for (const auto& transfer : group.transfers)
                if (transfer.asset == AssetId::of(item.id)) {
                    units += transfer.to == LedgerAccount{owner.id, Bucket::Own} ? transfer.amount : 0;
                    units -= transfer.from == LedgerAccount{owner.id, Bucket::Own} ? transfer.amount : 0;
                }
            if (units != 0) {
                figure.sources.push_back(row(group, units));
                figure.units += units;
            }
        }
    }

    /// The multiplier of a contract as a figure: "1", "0.01", "100".
    void addTerms(const std::string& id, const Instrument& item)
    {
        const auto& multiplier = item.spec.multiplier;
        const auto units = mulDiv(multiplier.numerator, kFixedOne, multiplier.denominator, Rounding::HalfEven).value_or(kFixedOne);
        add(id, FigureKind::Count, units, kFixedPlaces, {}).sources.push_back({"terms", item.symbol, "contract multiplier of " + item.symbol, units});
    }

    void addValue(const std::string& id, const reports::HoldingRow& holding, const Account& owner, const Instrument& item)
    {
        addTerms(id + "/multiplier", item);
        const Currency currency = item.spec.currency;
        if (item.assetClass() != AssetClass::Future) {
            from(addMoney(id + "/value", holding.valueLocal), Operation::Product, {id + "/quantity", id + "/price", id + "/multiplier"}, "Rounded half even to the smallest unit.");
            return;
        }
        const auto gross = valueOf(item, holding.price, holding.quantity);
        from(addMoney(id + "/contract-value", gross ? *gross : Money::zero(currency)), Operation::Product, {id + "/quantity", id + "/price", id + "/multiplier"});
        Figure& variation = addMoney(id + "/variation", Money::zero(currency));
        variation.method = "Contract value at which the position was entered or last settled.";
        for (const auto& group : m_in.groups) {
            if (group.account != owner.id || group.instrument != item.id || group.tradeDate > m_in.to)
                continue;
            for (const auto& [unit, amount] : statement::bucketEffect(group, Bucket::Variation)) {
                variation.sources.push_back(row(group, amount.minor()));
                variation.units += amount.minor();
            }
        }
        from(addMoney(id + "/value", holding.valueLocal), Operation::Sum, {id + "/contract-value", id + "/variation"}, "The gain that is not settled yet.");
    }

    Result<void> addLots(const std::string& id, const reports::HoldingRow& holding, const Account& owner, const Instrument& item)
    {
        const LotBook lots = lotsOf(m_in.groups, owner.id, item, m_in.to);
        const bool future = item.assetClass() == AssetClass::Future;
        std::vector<std::string> costs;
        std::vector<std::string> costsInBase;
        for (std::size_t i = 0; i < lots.open.size(); ++i) {
            const TaxLot& lot = lots.open[i];
            const std::string each = id + "/lot/" + std::to_string(i + 1);
            Figure& cost = addMoney(each + "/cost", lot.cost);
            cost.method = "First in, first out: the purchase with its costs, less the share of what was sold since.";
            cost.sources.push_back({"lot", lot.groupKey, "lot of " + lot.acquired.text() + ", " + lot.quantity.text() + " held", lot.cost.minor()});
            costs.push_back(each + "/cost");
            if (future)
                continue;
            costsInBase.push_back(each + "/cost-base");
            const auto converted = m_in.prices.convert(lot.cost, m_base, lot.acquired);
            if (!converted)
                return converted.error();
            if (lot.cost.currency() == m_base) {
                from(addMoney(each + "/cost-base", *converted), Operation::Sum, {each + "/cost"});
                continue;
            }
            if (const auto added = addRate(each + "/fx", lot.cost.currency(), lot.acquired); !added)
                return added;
            from(addMoney(each + "/cost-base", *converted), Operation::Product, {each + "/cost", each + "/fx"}, "At the exchange rate of the day of purchase.");
        }
        from(addMoney(id + "/cost-local", lots.cost(item.spec.currency)), Operation::Sum, costs);
        from(addMoney(id + "/cost-base", holding.costBase), Operation::Sum, costsInBase);
        // The average is the cost over quantity and multiplier, each rounded once.
        const auto size = mulDiv(holding.quantity.raw(), item.spec.multiplier.numerator, item.spec.multiplier.denominator, Rounding::HalfEven).value_or(0);
        from(add(id + "/contract-size", FigureKind::Quantity, size, kFixedPlaces, {}), Operation::Product, {id + "/quantity", id + "/multiplier"});
        if (size != 0)
            from(add(id + "/average-cost", FigureKind::Price, holding.averageCost.raw(), kFixedPlaces, item.spec.currency.code()), Operation::Quotient,
                {id + "/cost-local", id + "/contract-size"}, "Costs of purchase included.");
        return {};
    }

    Result<void> addCash()
    {
        for (const auto& wallet : m_data.cash) {
            const Account* owner = account(wallet.accountNumber);
            if (owner == nullptr)
                continue;
            const Currency currency = wallet.closing.currency();
            const std::string id = "cash/" + wallet.accountNumber + "/" + currency.code();
            Figure opening = moneyFigure(id + "/opening", currency, "Everything booked before the period.");
            Figure settled = moneyFigure(id + "/settled", currency, "Everything that is settled on the last day.");
            Figure pending = moneyFigure(id + "/pending", currency, "What was booked and settles later.");
            int number = 0;
            for (const auto& group : m_in.groups) {
                if (group.account != owner->id || group.tradeDate > m_in.to)
                    continue;
                const auto effects = statement::cashEffect(group);
                const auto at = effects.find(currency);
                if (at == effects.end())
                    continue;
                count(group.settleDate <= m_in.to ? settled : pending, group, at->second);
                if (group.tradeDate < m_in.from)
                    count(opening, group, at->second);
                else
                    addMovements(id, group, currency, at->second, number);
            }
            for (Figure* figure : {&opening, &settled, &pending})
                m_figures.push_back(std::move(*figure));
        }
        return {};
    }
    static Figure moneyFigure(std::string id, const Currency& currency, const char* method)
    {
        Figure figure;
        figure.id = std::move(id);
        figure.decimals = currency.digits();
        figure.unit = currency.code();
        figure.method = method;
        return figure;
    }
    void count(Figure& figure, const TransferGroup& group, const Money& amount) const
    {
        if (amount.isZero())
            return;
        figure.sources.push_back(row(group, amount.minor()));
        figure.units += amount.minor();
    }
    void addMovements(const std::string& id, const TransferGroup& group, const Currency& currency, const Money& amount, int& number)
    {
        const auto part = [&](Bucket bucket) {
            const auto effects = statement::bucketEffect(group, bucket);
            const auto it = effects.find(currency);
            return it == effects.end() ? Money::zero(currency) : it->second;
        };
        const Money fee = -part(Bucket::Fees);
        const Money tax = -part(Bucket::Taxes);
        for (const Money& effect : {amount - fee - tax, fee, tax}) {
            if (effect.isZero())
                continue;
            Figure figure = moneyFigure(id + "/movement/" + std::to_string(++number), currency, "");
            count(figure, group, effect);
            m_figures.push_back(std::move(figure));
        }
    }

    Result<void> addTrades()
    {
        std::size_t number = 0;
        for (const auto& group : m_in.groups) {
            if (group.kind != GroupKind::Trade || !inPeriod(group))
                continue;
            const Instrument& item = m_in.instruments.at(group.instrument);
            const std::string id = "trade/" + std::to_string(++number);
            const Currency currency = item.spec.currency;
            add(id + "/quantity", FigureKind::Quantity, group.quantity.abs().raw(), kFixedPlaces, {}).sources.push_back(row(group, group.quantity.abs().raw()));
            add(id + "/price", FigureKind::Price, group.price.raw(), kFixedPlaces, currency.code()).sources.push_back(row(group, group.price.raw()));
            addTerms(id + "/multiplier", item);
            const auto gross = valueOf(item, group.price, group.quantity.abs());
            if (!gross)
                return gross.error();
            from(addMoney(id + "/gross", *gross), Operation::Product, {id + "/quantity", id + "/price", id + "/multiplier"}, "Rounded half even to the smallest unit.");
            for (const auto& [bucket, what] : {std::pair(Bucket::Fees, "/fees"), std::pair(Bucket::Taxes, "/taxes")}) {
                Figure figure = moneyFigure(id + what, currency, "");
                const auto effects = statement::bucketEffect(group, bucket);
                if (const auto at = effects.find(currency); at != effects.end())
                    count(figure, group, at->second);
                m_figures.push_back(std::move(figure));
            }
        }
        return {};
    }

    // Each line of a list is the sum of what flowed into its bucket, in the order in which the builder lists them.
    Result<void> addCosts()
    {
        int fees = 0;
        int taxes = 0;
        for (const auto bucket : {Bucket::Fees, Bucket::Taxes})
            for (const bool trade : {true, false}) {
                const bool fee = bucket == Bucket::Fees;
                auto figure = flow((fee ? "fee/" : "tax/") + std::to_string((fee ? fees : taxes) + 1), bucket, 1,
                    [trade](const TransferGroup& group) { return (group.kind == GroupKind::Trade) == trade; });
                if (!figure)
                    return figure.error();
                if (figure->units == 0)
                    continue;
                ++(fee ? fees : taxes);
                m_figures.push_back(std::move(*figure));
            }
        return {};
    }

    Result<void> addFlows()
    {
        const auto all = [](const TransferGroup&) { return true; };
        const auto deposits = [](const TransferGroup& group) { return group.kind == GroupKind::Deposit; };
        const auto others = [](const TransferGroup& group) { return group.kind != GroupKind::Deposit; };
        auto first = flow("change/deposits", Bucket::External, -1, deposits);
        auto second = flow("change/withdrawals", Bucket::External, -1, others);
        auto third = flow("change/income", Bucket::Income, -1, all);
        for (auto* figure : {&first, &second, &third}) {
            if (!*figure)
                return figure->error();
            m_figures.push_back(std::move(**figure));
        }
        if (const auto added = addCurrencyGains(); !added)
            return added;
        Figure& opening = addMoney("change/opening", m_data.change.opening);
        opening.method = "The closing value of the day before the period: 'rialtoctl explain' its series/ figure for its holdings.";
        opening.sources.push_back({"valuation", (m_in.from - 1).text(), "holdings and cash at the closing prices of " + (m_in.from - 1).text(), m_data.change.opening.minor()});
        return {};
    }

    // What was held the evening before, at the day's rates less at those of the evening.
    Result<void> addCurrencyGains()
    {
        statement::State state;
        auto group = m_in.groups.begin();
        for (; group != m_in.groups.end() && group->tradeDate < m_in.from; ++group)
            state.apply(*group);
        Figure figure = moneyFigure("change/currency-gains", m_base, "What was held the evening before, at the day's exchange rates less at those of the evening.");
        for (Date day = m_in.from; day <= m_in.to; day = day + 1) {
            const auto held = statement::valueByCurrency(state, m_in.instruments, m_in.prices, day - 1);
            if (!held)
                return held.error();
            Money gain = Money::zero(m_base);
            for (const auto& [currency, amount] : *held) {
                const auto now = m_in.prices.convert(amount, m_base, day);
                const auto before = m_in.prices.convert(amount, m_base, day - 1);
                if (!now || !before)
                    return now ? before.error() : now.error();
                gain += *now - *before;
            }
            if (!gain.isZero()) {
                figure.sources.push_back({"revaluation", day.text(), "change of the exchange rates on " + day.text(), gain.minor()});
                figure.units += gain.minor();
            }
            for (; group != m_in.groups.end() && group->tradeDate <= day; ++group)
                state.apply(*group);
        }
        m_figures.push_back(std::move(figure));
        return {};
    }

    template <class Which>
    Result<Figure> flow(const std::string& id, Bucket bucket, int sign, Which which) const
    {
        Figure figure = moneyFigure(id, m_base, "Each at the exchange rate of its day.");
        for (const auto& group : m_in.groups) {
            if (!inPeriod(group) || !which(group))
                continue;
            for (const auto& [currency, amount] : statement::bucketEffect(group, bucket)) {
                const auto converted = m_in.prices.convert(amount, m_base, group.tradeDate);
                if (!converted)
                    return converted.error();
                count(figure, group, sign < 0 ? -*converted : *converted);
            }
        }
        return figure;
    }

    const StatementInputs& m_in;
    const reports::StatementData& m_data;
    const Currency m_base;
    std::vector<Figure> m_figures;
};

} // namespace

Result<std::vector<reports::Figure>> statementBacking(const StatementInputs& inputs, const reports::StatementData& data)
{
    return Backing(inputs, data).build();
}

} // namespace rialto
