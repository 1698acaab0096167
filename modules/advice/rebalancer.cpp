// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/rebalancer.h"

#include "base/wide_math.h"

#include <algorithm>
#include <map>

namespace rialto::advice {

namespace {

constexpr std::int64_t kWhole = kFixedOne;
constexpr std::int64_t kBlock = 1'000'000;
constexpr std::int64_t kLargest = 1'000'000'000'000'000'000; // minor units, of everything

std::int64_t partOf(const Money& value, const Money& whole)
{
    return static_cast<std::int64_t>(divideRounded(Int128(value.minor()) * kWhole, whole.minor(), Rounding::HalfEven));
}

Money portion(const Money& whole, std::int64_t weight)
{
    return Money(static_cast<std::int64_t>(divideRounded(Int128(whole.minor()) * weight, kWhole, Rounding::HalfEven)), whole.currency());
}

struct Line {
    const PlanPosition* position = nullptr;
    std::int64_t target = 0;
    bool inModel = false;
    Money value;
    Money blockValue;            // of so many smallest steps together, so that a step of less than a cent counts, too
    std::int64_t blockLots = 1;
    Quantity trade;              // signed
    TradeReason reason = TradeReason::ToTarget;
    std::int64_t before = 0;
    std::int64_t band = 0;
    bool breached = false;
};

class Rebalancing {
public:
    Rebalancing(const std::vector<PlanPosition>& positions, const RebalanceOptions& options) : m_options(options), m_base(options.cash.currency()), m_whole(Money::zero(m_base)), m_cash(options.cash - options.cashNeed)
    {
        for (const auto& position : positions)
            m_lines.push_back({&position, 0, false, Money::zero(m_base), Money::zero(m_base), 1, {}, TradeReason::ToTarget, 0, 0, false});
    }

    Result<void> aim(const std::vector<TargetWeight>& targets);
    Result<void> value();
    Result<void> trade();
    Result<RebalancePlan> plan() const;

private:
    Money after(const Line& line) const { return line.value + moved(line); }
    /// Value of the trade so far, signed. The value of a lot times lots would round each; this rounds once.
    Money moved(const Line& line) const
    {
        if (line.trade.isZero())
            return Money::zero(m_base);
        return *worthOf(*line.position, line.trade, m_base);
    }
    Quantity lots(const Line& line, const Money& amount, Rounding rounding) const
    {
        if (line.blockValue.minor() <= 0)
            return {};
        const Int128 count = divideRounded(Int128(amount.minor()) * line.blockLots, line.blockValue.minor(), rounding);
        const auto raw = narrow(count * line.position->spec.lot.raw());
        return raw ? Quantity::fromRaw(*raw) : Quantity();
    }
    /// Where a position should end that trades towards its target.
    std::int64_t goalOf(const Line& line) const
    {
        if (!line.inModel)
            return 0;
        if (m_options.goal == RebalanceGoal::Target || !line.breached)
            return line.target;
        const std::int64_t edge = line.before > line.target ? line.target + line.band : std::max<std::int64_t>(0, line.target - line.band);
        return m_options.goal == RebalanceGoal::BandEdge ? edge : line.target + (edge - line.target) / 2;
    }
    bool tooSmall(const Line& line, Quantity quantity) const
    {
        const auto worth = worthOf(*line.position, quantity.abs(), m_base);
        return !worth || *worth < m_options.leastTrade;
    }
    void sell(Line& line);
    void raiseCash();
    void buy();
    void buyUpTo(Line& line, const Money& most, TradeReason reason);

    const RebalanceOptions& m_options;
    Currency m_base;
    Money m_whole;
    Money m_cash;                // free after the trades so far
    std::int64_t m_cashTarget = kWhole;
    bool m_cashBreached = false;
    std::int64_t m_cashBefore = 0;
    std::vector<Line> m_lines;
};

Result<void> Rebalancing::aim(const std::vector<TargetWeight>& targets)
{
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (!places.emplace(m_lines[i].position->symbol, i).second)
            return invalid("advice.target-twice", m_lines[i].position->symbol + " is given twice");
    std::int64_t sum = 0;
    for (const auto& target : targets) {
        const auto at = places.find(target.symbol);
        if (at == places.end())
            return notFound("advice.price-missing", "the model asks for " + target.symbol + ", of which no price is known");
        Line& line = m_lines[at->second];
        if (line.inModel)
            return invalid("advice.target-twice", target.symbol + " is in the model twice");
        if (target.weight < 0 || target.weight > kWhole)
            return invalid("advice.target-weights", target.symbol + ": a weight is between 0 and 1");
        line.inModel = true;
        line.target = target.weight;
        sum += target.weight;
    }
    if (sum > kWhole)
        return invalid("advice.target-weights", "the weights add up to " + formatDecimal(sum, 8, 2) + ", more than 1");
    m_cashTarget = kWhole - sum;
    return {};
}

Result<void> Rebalancing::value()
{
    m_whole = m_cash;
    for (auto& line : m_lines) {
        const auto& position = *line.position;
        if (!position.price.isPositive() || !position.fxRate.isPositive())
            return invalid("advice.price-missing", position.symbol + " has no price");
        if (position.quantity.isNegative() || !position.spec.lot.isPositive())
            return invalid("advice.no-value", position.symbol + ": short positions are not rebalanced");
        const auto value = worthOf(position, position.quantity, m_base);
        if (!value)
            return value.error();
        if (value->minor() > kLargest || m_whole.minor() > kLargest)
            return invalid("advice.no-value", position.symbol + ": more than this can reckon with");
        line.value = *value;
        m_whole += line.value;
        for (std::int64_t lots = kBlock; lots >= 1; lots /= 1000) {
            const auto raw = narrow(Int128(position.spec.lot.raw()) * lots);
            const auto block = raw ? worthOf(position, Quantity::fromRaw(*raw), m_base) : Result<Money>(invalid("advice.no-value", position.symbol));
            if (!block)
                continue;
            line.blockLots = lots;
            line.blockValue = *block;
            break;
        }
    }
    if (m_whole.minor() <= 0)
        return invalid("advice.no-value", "nothing is left after " + m_options.cashNeed.text() + " " + m_base.code() + " are paid out");
    m_cashBefore = partOf(m_cash, m_whole);
    m_cashBreached = std::abs(m_cashBefore - m_cashTarget) > m_options.absoluteBand;
    for (auto& line : m_lines) {
        line.before = partOf(line.value, m_whole);
        line.band = m_options.absoluteBand;
        if (m_options.relativeBand)
            line.band = std::min(line.band, static_cast<std::int64_t>(divideRounded(Int128(line.target) * *m_options.relativeBand, kWhole, Rounding::HalfEven)));
        line.breached = line.inModel ? std::abs(line.before - line.target) > line.band : line.position->quantity.isPositive();
    }
    return {};
}

void Rebalancing::sell(Line& line)
{
    Quantity quantity;
    if (!line.inModel)
        quantity = line.position->quantity;
    else
        quantity = std::min(lots(line, line.value - portion(m_whole, goalOf(line)), Rounding::Down), line.position->quantity, [](Quantity a, Quantity b) { return a < b; });
    if (!quantity.isPositive() || (line.inModel && tooSmall(line, quantity)))
        return;
    line.trade = -quantity;
    line.reason = !line.inModel ? TradeReason::NotInModel : line.breached ? TradeReason::AboveBand : TradeReason::ToTarget;
    m_cash -= moved(line);
}

// Cash below nothing after what was sold: from the most overweight down, as much as is missing.
void Rebalancing::raiseCash()
{
    std::vector<Line*> order;
    for (auto& line : m_lines)
        order.push_back(&line);
    while (m_cash.minor() < 0) {
        std::stable_sort(order.begin(), order.end(), [&](const Line* a, const Line* b) { return partOf(after(*a), m_whole) - a->target > partOf(after(*b), m_whole) - b->target; });
        bool any = false;
        for (Line* line : order) {
            const Quantity left = line->position->quantity + line->trade;
            if (!left.isPositive())
                continue;
            const Quantity more = std::min(lots(*line, -m_cash, Rounding::Up), left, [](Quantity a, Quantity b) { return a < b; });
            if (!more.isPositive())
                continue;
            const Money before = moved(*line);
            line->trade -= more;
            line->reason = TradeReason::CashNeeded;
            m_cash += before - moved(*line);
            any = true;
            break;
        }
        if (!any)
            return;
    }
}

void Rebalancing::buyUpTo(Line& line, const Money& most, TradeReason reason)
{
    Quantity more = lots(line, most, Rounding::Down);
    // Blocks are rounded to the cent: what costs a cent too much is made smaller in proportion, by a step at least.
    for (int tries = 0; tries < 8 && more.isPositive(); ++tries) {
        const auto cost = worthOf(*line.position, more, m_base);
        if (cost && *cost <= most)
            break;
        const Int128 steps = Int128(more.raw()) / line.position->spec.lot.raw();
        const Int128 fewer = cost && cost->minor() > 0 ? Int128(steps * most.minor() / cost->minor()) : Int128(0);
        more = Quantity::fromRaw(static_cast<std::int64_t>((fewer < steps ? fewer : Int128(steps - 1)) * line.position->spec.lot.raw()));
    }
    if (!more.isPositive() || tooSmall(line, more))
        return;
    const Money before = moved(line);
    line.trade += more;
    if (const Money cost = moved(line) - before; cost > m_cash) {
        line.trade -= more;
        return;
    }
    line.reason = reason;
    m_cash -= moved(line) - before;
}

void Rebalancing::buy()
{
    std::vector<Line*> order;
    for (auto& line : m_lines)
        if (line.inModel && !line.trade.isNegative())
            order.push_back(&line);
    std::stable_sort(order.begin(), order.end(), [](const Line* a, const Line* b) { return a->before - a->target < b->before - b->target; });
    const Money floor = portion(m_whole, std::max<std::int64_t>(0, m_cashTarget - m_options.absoluteBand));
    for (Line* line : order) {
        const bool trades = line->breached || m_options.scope == RebalanceScope::All;
        if (!trades || line->before >= line->target)
            continue;
        const Money wanted = portion(m_whole, goalOf(*line)) - line->value;
        buyUpTo(*line, std::min(wanted, m_cash - floor, [](const Money& a, const Money& b) { return a < b; }), line->breached ? TradeReason::BelowBand : TradeReason::ToTarget);
    }
    if (partOf(m_cash, m_whole) <= m_cashTarget + m_options.absoluteBand)
        return;
    for (Line* line : order) {
        const Money spare = m_cash - portion(m_whole, m_cashTarget);
        const Money room = portion(m_whole, line->target) - after(*line);
        if (spare.minor() > 0 && room.minor() > 0)
            buyUpTo(*line, std::min(spare, room, [](const Money& a, const Money& b) { return a < b; }), line->trade.isZero() ? TradeReason::SpareCash : line->reason);
    }
}

Result<void> Rebalancing::trade()
{
    const bool any = m_cashBreached || std::any_of(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.breached; });
    if (any)
        for (auto& line : m_lines)
            if ((line.breached || m_options.scope == RebalanceScope::All) && (line.before > line.target || !line.inModel))
                sell(line);
    raiseCash();
    if (m_cash.minor() < 0)
        return invalid("advice.cash-short", "everything that can be sold does not make the cash that is needed; " + (-m_cash).text() + " " + m_base.code() + " are missing");
    if (any)
        buy();
    return {};
}

Result<RebalancePlan> Rebalancing::plan() const
{
    RebalancePlan plan;
    plan.base = m_base;
    plan.whole = m_whole;
    plan.cashAfter = m_cash;
    plan.bought = plan.sold = plan.shortGain = plan.longGain = plan.tax = Money::zero(m_base);
    for (const auto& line : m_lines) {
        if (line.position->quantity.isZero() && !line.inModel)
            continue;
        WeightLine shown{line.position->symbol, line.position->assetClass, line.value, after(line), line.before, line.target, partOf(after(line), m_whole), line.band, line.inModel, line.breached, false};
        shown.breachedAfter = line.inModel ? std::abs(shown.after - shown.target) > shown.band : shown.valueAfter.minor() > 0;
        plan.breaches += shown.breached ? 1 : 0;
        plan.breachesAfter += shown.breachedAfter ? 1 : 0;
        if (!line.trade.isZero()) {
            PlannedTrade trade;
            trade.symbol = line.position->symbol;
            trade.assetClass = line.position->assetClass;
            trade.side = line.trade.isPositive() ? Side::Buy : Side::Sell;
            trade.quantity = line.trade.abs();
            trade.price = line.position->price;
            const Money worth = moved(line);
            trade.value = worth.minor() < 0 ? -worth : worth;
            trade.reason = line.reason;
            trade.before = line.before;
            trade.target = line.target;
            trade.after = shown.after;
            trade.shortGain = trade.longGain = trade.tax = Money::zero(m_base);
            if (trade.side == Side::Sell) {
                trade.lots = chooseLots(line.position->lots, trade.quantity, trade.value, m_options.lots, m_options.today, m_options.tax);
                for (const auto& sale : trade.lots)
                    (sale.longTerm ? trade.longGain : trade.shortGain) += sale.gain();
                trade.tax = portion(trade.shortGain, m_options.tax.shortTerm) + portion(trade.longGain, m_options.tax.longTerm);
                plan.sold += trade.value;
                plan.shortGain += trade.shortGain;
                plan.longGain += trade.longGain;
                plan.tax += trade.tax;
            } else {
                plan.bought += trade.value;
            }
            plan.trades.push_back(std::move(trade));
        }
        plan.lines.push_back(std::move(shown));
    }
    WeightLine cash{{}, AssetClass::Equity, m_options.cash - m_options.cashNeed, m_cash, m_cashBefore, m_cashTarget, partOf(m_cash, m_whole), m_options.absoluteBand, true, m_cashBreached, false};
    cash.breachedAfter = std::abs(cash.after - cash.target) > cash.band;
    plan.breaches += cash.breached ? 1 : 0;
    plan.breachesAfter += cash.breachedAfter ? 1 : 0;
    plan.lines.push_back(std::move(cash));
    std::stable_sort(plan.trades.begin(), plan.trades.end(), [](const PlannedTrade& a, const PlannedTrade& b) { return a.side != b.side ? a.side == Side::Sell : a.value > b.value; });
    plan.turnover = static_cast<std::int64_t>(divideRounded(Int128(plan.bought.minor() + plan.sold.minor()) * kWhole, Int128(2) * m_whole.minor(), Rounding::HalfEven));
    return plan;
}

} // namespace

std::string_view name(RebalanceGoal goal) { return goal == RebalanceGoal::Target ? "target" : goal == RebalanceGoal::BandEdge ? "band" : "halfway"; }
std::string_view name(RebalanceScope scope) { return scope == RebalanceScope::Breached ? "breached" : "all"; }

std::string_view name(TradeReason reason)
{
    switch (reason) {
    case TradeReason::AboveBand: return "above-band";
    case TradeReason::BelowBand: return "below-band";
    case TradeReason::NotInModel: return "not-in-model";
    case TradeReason::ToTarget: return "to-target";
    case TradeReason::CashNeeded: return "cash-needed";
    case TradeReason::SpareCash: return "spare-cash";
    }
    return "";
}

Result<Money> worthOf(const PlanPosition& position, Quantity quantity, const Currency& base)
{
    const auto local = notional(position.price, quantity, position.spec.multiplier, position.spec.currency, Rounding::HalfEven);
    if (!local || position.spec.currency == base)
        return local;
    // Minor units of two currencies may differ in their decimals.
    const Int128 minor = divideRounded(Int128(local->minor()) * position.fxRate.raw() * base.minorPerMajor(), Int128(kFixedOne) * position.spec.currency.minorPerMajor(), Rounding::HalfEven);
    const auto fits = narrow(minor);
    if (!fits)
        return invalid("domain.notional-range", position.symbol);
    return Money(*fits, base);
}

Result<RebalancePlan> rebalance(const std::vector<PlanPosition>& positions, const std::vector<TargetWeight>& targets, const RebalanceOptions& options)
{
    if (options.absoluteBand < 0 || options.absoluteBand > kWhole || (options.relativeBand && (*options.relativeBand < 0 || *options.relativeBand > kWhole)))
        return invalid("advice.band", "a band is between 0 and 1");
    if (options.cashNeed.minor() < 0 || options.cashNeed.currency() != options.cash.currency() || options.leastTrade.currency() != options.cash.currency())
        return invalid("advice.band", "cash that is needed and the least trade are amounts of the base currency, not negative");
    Rebalancing work(positions, options);
    if (const auto aimed = work.aim(targets); !aimed)
        return aimed.error();
    if (const auto valued = work.value(); !valued)
        return valued.error();
    if (const auto traded = work.trade(); !traded)
        return traded.error();
    return work.plan();
}

} // namespace rialto::advice
