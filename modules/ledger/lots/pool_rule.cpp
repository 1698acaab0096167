// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/lots/pool_rule.h"

#include "domain/fixed.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>

namespace rialto {

namespace {

constexpr std::int64_t kMostPoolUnits = 1'000'000'000'000'000'000;

struct PoolDay {
    Date date;
    Lot bought;                   // what is not matched yet; quantity 0: nothing
    std::int64_t sold = 0;        // not matched yet
    std::int64_t value = 0;       // of `sold`
    std::int64_t fees = 0;
    std::int64_t baseValue = 0;
    std::int64_t baseFees = 0;
    Disposal disposal;
    std::vector<LotEvent> actions; // before the day's trades
};

Error poolError(const LotEvent& event, const char* code, const std::string& what)
{
    return invalid(code, "row " + std::to_string(event.row) + " (" + event.date.text() + " " + std::string(name(event.action)) + "): " + what);
}

class PoolRun {
public:
    PoolRun(const PoolRule& rule, const LotOptions& options, LotReport& out) : m_rule(rule), m_options(options), m_out(out) {}

    Result<void> run(const std::vector<LotEvent>& events)
    {
        for (const LotEvent& event : events)
            if (const auto added = add(event); !added)
                return added;
        if (m_rule.sameDay)
            for (PoolDay& day : m_days)
                if (day.sold > 0 && day.bought.quantity > 0)
                    take(day, day.bought, std::min(day.sold, day.bought.quantity), std::min(day.sold, day.bought.quantity), "same day");
        for (std::size_t i = 0; i < m_days.size(); ++i)
            for (std::size_t later = i + 1; later < m_days.size() && m_days[i].sold > 0 && m_days[later].date - m_days[i].date <= m_rule.daysAfter; ++later)
                if (const auto matched = matchLater(m_days[i], i, later); !matched)
                    return matched;
        return pool();
    }

private:
    Result<void> add(const LotEvent& event)
    {
        if (m_days.empty() || m_days.back().date != event.date) {
            m_days.emplace_back();
            m_days.back().date = event.date;
        }
        PoolDay& day = m_days.back();
        const auto gross = event.price ? event.price->times(event.quantity, kFixedPlaces, m_options.places, Rounding::HalfEven) : std::optional<std::int64_t>(0);
        const auto fees = event.fees.units(m_options.places, Rounding::HalfEven);
        const auto taxes = event.taxes.units(m_options.places, Rounding::HalfEven);
        const auto small = [](const std::optional<std::int64_t>& amount) { return amount && std::abs(*amount) <= kMostPoolUnits; };
        if (!small(gross) || !small(fees) || !small(taxes))
            return poolError(event, "lots.amount-range", "the amount is more than can be counted");
        const auto baseGross = event.fxRate.times(*gross, m_options.places, m_options.places, Rounding::HalfEven);
        const auto baseFees = event.fxRate.times(*fees + *taxes, m_options.places, m_options.places, Rounding::HalfEven);
        if (!small(baseGross) || !small(baseFees) || event.quantity > kMostPoolUnits)
            return poolError(event, "lots.amount-range", "the amount is more than can be counted");
        m_turnover += std::abs(*gross) + std::abs(*fees) + std::abs(*taxes) + std::abs(*baseGross) + std::abs(*baseFees);
        m_shares += event.quantity;
        if (m_turnover > kMostPoolUnits || m_shares > kMostPoolUnits)
            return poolError(event, "lots.amount-range", "all amounts together are more than can be counted");
        switch (event.action) {
        case LotAction::Buy: {
            if (!event.price)
                return poolError(event, "lots.price-missing", "a purchase needs a price");
            Lot& lot = day.bought;
            if (lot.quantity == 0) {
                lot.id = event.lotId.empty() ? "row" + std::to_string(event.row) : event.lotId;
                lot.row = event.row;
                lot.acquired = lot.heldFrom = event.date;
                lot.symbol = event.symbol;
                lot.currency = event.currency;
                lot.fxRate = event.fxRate;
            }
            lot.quantity += event.quantity;
            lot.amounts += LotAmounts{*gross, *fees + *taxes, 0, *baseGross, *baseFees, 0, 0};
            lot.price = unitPrice(lot.amounts.cost, lot.quantity, m_options.places);
            return {};
        }
        case LotAction::Sell: {
            if (!event.price)
                return poolError(event, "lots.price-missing", "a disposal needs a price under this rule");
            Disposal& disposal = day.disposal;
            disposal.row = disposal.quantity == 0 ? event.row : disposal.row;
            disposal.date = event.date;
            disposal.action = event.action;
            disposal.symbol = event.symbol;
            disposal.currency = event.currency;
            disposal.quantity += event.quantity;
            disposal.price = event.price;
            disposal.fxRate = event.fxRate;
            day.sold += event.quantity;
            day.value += *gross;
            day.fees += *fees + *taxes;
            day.baseValue += *baseGross;
            day.baseFees += *baseFees;
            return {};
        }
        case LotAction::Dividend:
            m_out.income.push_back({event.row, event.date, event.symbol, event.currency, *gross, *fees + *taxes, *baseGross});
            return {};
        case LotAction::Split:
        case LotAction::Bonus:
        case LotAction::ReturnOfCapital:
            if (day.sold > 0 || day.bought.quantity > 0)
                return poolError(event, "lots.rule-action", "stands after trades of its own day; put it before them");
            day.actions.push_back(event);
            return {};
        default: return poolError(event, "lots.rule-action", "is not covered by this rule");
        }
    }

    // n shares of the disposal's day against `taken` shares of the lot (they differ across a split).
    void take(PoolDay& day, Lot& lot, std::int64_t n, std::int64_t taken, const char* rule)
    {
        const auto part = [&](std::int64_t& amount) {
            const std::int64_t share = n == day.sold ? amount : mulDiv(amount, n, day.sold, Rounding::HalfEven).value_or(0);
            amount -= share;
            return share;
        };
        const std::int64_t value = part(day.value);
        const std::int64_t fees = part(day.fees);
        const std::int64_t baseValue = part(day.baseValue);
        const std::int64_t baseFees = part(day.baseFees);
        LotMatch match = closePart(lot, taken, day.date, value, fees, baseValue, baseFees, day.disposal.fxRate, m_options.places, m_options.longTermYears);
        match.quantity = n;
        match.rule = rule;
        match.heldDays = std::max(0, match.heldDays);
        day.disposal.matches.push_back(std::move(match));
        day.sold -= n;
    }

    Result<void> matchLater(PoolDay& day, std::size_t from, std::size_t later)
    {
        Lot& lot = m_days[later].bought;
        if (lot.quantity == 0)
            return {};
        std::int64_t top = 1;
        std::int64_t bottom = 1;
        for (std::size_t i = from + 1; i <= later; ++i)
            for (const LotEvent& action : m_days[i].actions) {
                if (action.action != LotAction::Split || !action.ratio)
                    continue;
                const auto newTop = narrow(Int128(top) * action.ratio->numerator);
                const auto newBottom = narrow(Int128(bottom) * action.ratio->denominator);
                if (!newTop || !newBottom)
                    return poolError(action, "lots.quantity-range", "the ratio is more than can be counted");
                const std::int64_t common = std::gcd(*newTop, *newBottom);
                top = *newTop / common;
                bottom = *newBottom / common;
            }
        const auto wanted = mulDiv(day.sold, top, bottom, Rounding::HalfEven);
        const std::int64_t taken = std::min(wanted.value_or(lot.quantity), lot.quantity);
        const std::int64_t n = wanted && taken == *wanted ? day.sold : std::min(mulDiv(taken, bottom, top, Rounding::HalfEven).value_or(day.sold), day.sold);
        if (n > 0 && taken > 0)
            take(day, lot, n, taken, "following days");
        return {};
    }

    Result<void> pool()
    {
        std::vector<Lot> held;
        for (PoolDay& day : m_days) {
            for (const LotEvent& action : day.actions) {
                if (held.empty())
                    return poolError(action, "lots.nothing-held", "the pool is empty");
                auto outcome = applyAction(held, {action, false, std::nullopt}, m_options.places, m_options.longTermYears);
                if (!outcome)
                    return poolError(action, outcome.error().code.c_str(), outcome.error().detail);
                held = outcome->after;
                m_out.disposals.insert(m_out.disposals.end(), outcome->disposals.begin(), outcome->disposals.end());
                m_out.actions.push_back(std::move(*outcome));
            }
            if (day.bought.quantity > 0) {
                if (held.empty()) {
                    held.push_back(day.bought);
                    held.front().id = "pool";
                } else {
                    held.front().quantity = addChecked(held.front().quantity, day.bought.quantity);
                    held.front().amounts += day.bought.amounts;
                    if (held.front().quantity > kMostPoolUnits)
                        return invalid("lots.quantity-range", "the pool holds more shares than can be counted");
                }
                held.front().price = unitPrice(held.front().amounts.cost, held.front().quantity, m_options.places);
            }
            if (day.sold > 0) {
                const std::int64_t there = held.empty() ? 0 : held.front().quantity;
                if (there < day.sold)
                    return invalid("lots.sells-more-than-held", "row " + std::to_string(day.disposal.row) + " (" + day.date.text() + " sell): sells "
                        + formatDecimal(day.sold, kFixedPlaces, 0) + " beyond its matched purchases, but the pool holds " + formatDecimal(there, kFixedPlaces, 0));
                take(day, held.front(), day.sold, day.sold, "pool");
                if (held.front().quantity == 0)
                    held.clear();
            }
            if (day.disposal.quantity > 0)
                m_out.disposals.push_back(day.disposal);
        }
        m_out.lots.insert(m_out.lots.end(), held.begin(), held.end());
        return {};
    }

    const PoolRule& m_rule;
    const LotOptions& m_options;
    LotReport& m_out;
    std::vector<PoolDay> m_days;
    Int128 m_turnover = 0;
    Int128 m_shares = 0;
};

} // namespace

Result<LotReport> runPoolRule(std::vector<LotEvent> events, const PoolRule& rule, const LotOptions& options)
{
    std::stable_sort(events.begin(), events.end(), [](const LotEvent& a, const LotEvent& b) { return a.date < b.date; });
    std::map<std::pair<std::string, std::string>, std::vector<LotEvent>> bySecurity;
    for (LotEvent& event : events)
        bySecurity[{event.symbol, event.currency}].push_back(std::move(event));
    LotReport report;
    report.options = options;
    report.options.method = LotMethod::Average;
    for (const auto& [key, each] : bySecurity)
        if (const auto done = PoolRun(rule, options, report).run(each); !done)
            return done.error();
    std::stable_sort(report.disposals.begin(), report.disposals.end(), [](const Disposal& a, const Disposal& b) { return a.date < b.date; });
    std::int64_t bought = 0;
    for (const auto& [key, each] : bySecurity)
        for (const LotEvent& event : each)
            if (event.action == LotAction::Buy)
                bought += event.price->times(event.quantity, kFixedPlaces, options.places, Rounding::HalfEven).value_or(0)
                    + event.fees.units(options.places, Rounding::HalfEven).value_or(0) + event.taxes.units(options.places, Rounding::HalfEven).value_or(0);
    for (const Lot& lot : report.lots)
        bought -= lot.amounts.basis();
    for (const Disposal& disposal : report.disposals)
        for (const LotMatch& match : disposal.matches)
            bought -= match.basis.basis();
    report.conserved = bought == 0;
    return report;
}

} // namespace rialto
