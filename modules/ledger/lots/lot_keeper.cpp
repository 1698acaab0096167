// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/lots/lot_keeper.h"

#include "domain/fixed.h"

#include <algorithm>
#include <cstdlib>

namespace rialto {

namespace {

constexpr std::int64_t kMostUnits = 4'000'000'000'000'000'000;

Error atRow(const LotEvent& event, const char* code, const std::string& what)
{
    return invalid(code, "row " + std::to_string(event.row) + " (" + event.date.text() + " " + std::string(name(event.action)) + "): " + what);
}

std::string shares(std::int64_t quantity)
{
    return formatDecimal(quantity, kFixedPlaces, 0);
}

bool selects(const LotSelector& selector, const Lot& lot)
{
    return (selector.id.empty() || selector.id == lot.id) && (!selector.acquired || *selector.acquired == lot.acquired)
        && (!selector.price || *selector.price == lot.price);
}

bool sameTerms(const Lot& a, const Lot& b)
{
    return a.id == b.id && a.acquired == b.acquired && a.heldFrom == b.heldFrom && a.price == b.price && a.fxRate == b.fxRate
        && a.amounts.fees == 0 && b.amounts.fees == 0 && a.amounts.dividends == 0 && a.amounts.adjustment == 0;
}

std::int64_t part(std::int64_t amount, std::int64_t of, std::int64_t whole)
{
    return of == whole ? amount : mulDiv(amount, of, whole, Rounding::HalfEven).value_or(0);
}

} // namespace

LotKeeper::Value LotKeeper::Value::share(std::int64_t of, std::int64_t whole) const
{
    return {part(gross, of, whole), part(fees, of, whole), part(baseGross, of, whole), part(baseFees, of, whole)};
}

LotKeeper::Value LotKeeper::Value::rest(const Value& taken) const
{
    return {gross - taken.gross, fees - taken.fees, baseGross - taken.baseGross, baseFees - taken.baseFees};
}

Result<void> LotKeeper::apply(const LotEvent& event)
{
    switch (event.action) {
    case LotAction::Buy:
    case LotAction::Sell:
    case LotAction::SellShort:
    case LotAction::BuyToCover: return trade(event);
    case LotAction::Dividend: return dividend(event);
    case LotAction::StockDividend:
        if (event.price && !event.price->isZero() && event.quantity > 0)
            return trade(event); // taxed at its value: income, and a purchase at that value
        return corporateAction(event);
    case LotAction::Fee: {
        const auto value = valueOf(event);
        if (!value)
            return value.error();
        if (const auto bounded = bound(event, 0, *value); !bounded)
            return bounded;
        m_otherFees = addChecked(m_otherFees, value->fees + value->gross);
        return {};
    }
    default: return corporateAction(event);
    }
}

Result<LotKeeper::Value> LotKeeper::valueOf(const LotEvent& event) const
{
    Value value;
    const auto limited = [](const std::optional<std::int64_t>& amount) { return amount && std::abs(*amount) <= kMostUnits; };
    const auto gross = event.price ? event.price->times(event.action == LotAction::Fee && event.quantity == 0 ? kFixedOne : event.quantity, 8,
                                         m_options.places, Rounding::HalfEven)
                                   : std::optional<std::int64_t>(0);
    const auto fees = event.fees.units(m_options.places, Rounding::HalfEven);
    const auto taxes = event.taxes.units(m_options.places, Rounding::HalfEven);
    if (!limited(gross) || !limited(fees) || !limited(taxes))
        return atRow(event, "lots.amount-range", "the amount is more than can be counted");
    value.gross = *gross;
    value.fees = *fees + *taxes;
    const auto baseGross = event.fxRate.times(value.gross, m_options.places, m_options.places, Rounding::HalfEven);
    const auto baseFees = event.fxRate.times(value.fees, m_options.places, m_options.places, Rounding::HalfEven);
    if (!limited(baseGross) || !limited(baseFees))
        return atRow(event, "lots.amount-range", "the amount in the base currency is more than can be counted");
    value.baseGross = *baseGross;
    value.baseFees = *baseFees;
    return value;
}

Result<void> LotKeeper::bound(const LotEvent& event, std::int64_t quantity, const Value& value)
{
    // No sum of amounts or shares can leave 64 bits while the turnover of the whole history does not.
    const Int128 turnover = m_turnover + std::abs(value.gross) + std::abs(value.fees) + std::abs(value.baseGross) + std::abs(value.baseFees);
    const Int128 total = m_shares + quantity;
    if (turnover > kMostUnits)
        return atRow(event, "lots.amount-range", "all amounts together are more than can be counted at " + std::to_string(m_options.places) + " places");
    if (total > kMostUnits)
        return atRow(event, "lots.quantity-range", "all quantities together are more than can be counted");
    m_turnover = turnover;
    m_shares = total;
    return {};
}

Result<LotKeeper::BookKey> LotKeeper::closingKey(const LotEvent& event, bool isShort) const
{
    BookKey found{event.symbol, event.currency, isShort};
    if (!event.currency.empty())
        return found;
    int seen = 0;
    for (auto it = m_holdings.lower_bound({event.symbol, "", false}); it != m_holdings.end() && it->first.symbol == event.symbol; ++it)
        if (it->first.isShort == isShort && it->second.size > 0) {
            found = it->first;
            ++seen;
        }
    if (seen > 1)
        return atRow(event, "lots.currency-ambiguous", "lots are held in several currencies; name one");
    return found;
}

Result<std::vector<LotKeeper::Rank>> LotKeeper::choose(const LotEvent& event, const BookKey& key, std::int64_t quantity) const
{
    const auto holding = m_holdings.find(key);
    const bool average = m_options.method == LotMethod::Average;
    std::vector<Rank> order;
    std::int64_t total = 0;
    std::size_t candidates = 0;
    std::string listed;
    if (holding != m_holdings.end()) {
        const bool all = average || event.selector.empty();
        const bool enough = m_options.method != LotMethod::Specific;
        for (const auto& [rank, lot] : holding->second.lots) {
            if (!all && !selects(event.selector, lot))
                continue;
            ++candidates;
            order.push_back(rank);
            total = addChecked(total, lot.size());
            if (candidates <= 5)
                listed += (candidates == 1 ? "" : ", ") + ("'" + lot.id + "' " + lot.acquired.text()) + " " + shares(lot.size()) + " @" + lot.price.text();
            if (enough && total >= quantity)
                break;
        }
    }
    const std::string side = key.isShort ? "short" : "held";
    if (total < quantity) {
        const std::string what = std::string(key.isShort ? "covers " : "sells ") + shares(quantity) + ", but "
            + (total == 0 ? "none is " + side : "only " + shares(total) + (total == quantity ? "" : " are ") + side)
            + (event.selector.empty() || average ? "" : " in lots that match " + event.selector.text());
        if (total == 0 && !event.selector.empty() && !average)
            return atRow(event, "lots.no-lot-matches", "no lot matches " + event.selector.text() + (key.currency.empty() ? "" : " in " + key.currency));
        return atRow(event, key.isShort ? "lots.covers-more-than-short" : "lots.sells-more-than-held", what);
    }
    if (m_options.method == LotMethod::Specific && candidates > 1 && total != quantity)
        return atRow(event, "lots.ambiguous-lot", std::to_string(candidates) + " lots match" + (event.selector.empty() ? "" : " " + event.selector.text())
            + " and not all of them are closed; name one in lot_id: " + listed + (candidates > 5 ? ", ..." : ""));
    return order;
}

Result<void> LotKeeper::trade(const LotEvent& event)
{
    const bool selling = event.action == LotAction::Sell || event.action == LotAction::SellShort;
    if (event.quantity <= 0)
        return atRow(event, "lots.quantity-missing", "a trade needs a quantity above zero");
    auto value = valueOf(event);
    if (!value)
        return value.error();
    const bool opensOnly = event.action == LotAction::SellShort || event.action == LotAction::StockDividend || m_options.method == LotMethod::None;
    std::int64_t closing = 0;
    BookKey key{event.symbol, event.currency, !selling};
    std::vector<Rank> order;
    if (!opensOnly) {
        const auto found = closingKey(event, !selling);
        if (!found)
            return found.error();
        key = *found;
        const auto holding = m_holdings.find(key);
        const std::int64_t there = holding == m_holdings.end() ? 0 : holding->second.size;
        const bool mayOpen = event.action == LotAction::Buy || (event.action == LotAction::Sell && m_options.allowShort && event.selector.empty());
        closing = mayOpen ? std::min(there, event.quantity) : event.quantity;
        if (closing > 0) {
            auto chosen = choose(event, key, closing);
            if (!chosen)
                return chosen.error();
            order = std::move(*chosen);
        }
    }
    if (!event.price && (closing == 0 || closing < event.quantity))
        return atRow(event, "lots.price-missing", "a trade that opens a lot needs a price");
    if (const auto bounded = bound(event, event.quantity, *value); !bounded)
        return bounded;
    const Value closed = value->share(closing, event.quantity);
    if (closing > 0)
        close(event, key, order, closing, closed);
    if (closing < event.quantity) {
        open(event, selling, event.quantity - closing, value->rest(closed));
        if (event.action == LotAction::StockDividend)
            m_income.push_back({event.row, event.date, event.symbol, event.currency, value->gross, 0, value->baseGross});
    }
    return {};
}

void LotKeeper::close(const LotEvent& event, const BookKey& key, const std::vector<Rank>& order, std::int64_t quantity, const Value& value)
{
    Holding& holding = m_holdings[key];
    Disposal disposal;
    disposal.row = event.row;
    disposal.date = event.date;
    disposal.action = event.action;
    disposal.symbol = event.symbol;
    disposal.currency = key.currency;
    disposal.quantity = quantity;
    disposal.priced = event.price.has_value();
    disposal.price = event.price;
    disposal.fxRate = event.fxRate;
    const bool average = m_options.method == LotMethod::Average;
    // Under average the pool gives up its share first; the layers that leave divide it among them.
    LotAmounts pooled = average ? holding.pool.share(quantity, holding.size) : LotAmounts{};
    if (average)
        holding.pool -= pooled;
    Value left = value;
    std::int64_t open = quantity;
    for (const Rank& rank : order) {
        if (open == 0)
            break;
        Lot& lot = holding.lots.at(rank);
        const std::int64_t size = std::min(lot.size(), open);
        if (average) {
            const LotAmounts amounts = pooled.share(size, open);
            pooled -= amounts;
            lot.amounts = size == lot.size() ? amounts : LotAmounts{};
            if (size != lot.size()) {
                Lot piece = lot;
                piece.quantity = key.isShort ? -size : size;
                piece.amounts = amounts;
                const Value share = left.share(size, open);
                disposal.matches.push_back(closePart(piece, size, event.date, key.isShort ? -share.gross : share.gross, share.fees,
                    key.isShort ? -share.baseGross : share.baseGross, share.baseFees, event.fxRate, m_options.places, m_options.longTermYears));
                lot.quantity += key.isShort ? size : -size;
                left = left.rest(share);
                open -= size;
                continue;
            }
        }
        const Value share = left.share(size, open);
        disposal.matches.push_back(closePart(lot, size, event.date, key.isShort ? -share.gross : share.gross, share.fees,
            key.isShort ? -share.baseGross : share.baseGross, share.baseFees, event.fxRate, m_options.places, m_options.longTermYears));
        left = left.rest(share);
        open -= size;
        if (lot.quantity == 0) {
            if (holding.newest == &lot)
                holding.newest = nullptr;
            holding.lots.erase(rank);
        }
    }
    holding.size -= quantity;
    if (!disposal.priced)
        for (LotMatch& match : disposal.matches) { // no price: nothing is known but the cost, so no gain is told
            match.value = match.basis.basis() + match.closingFees;
            match.baseValue = match.basis.baseBasis() + match.baseClosingFees;
            match.baseFxGain = 0;
        }
    m_disposals.push_back(std::move(disposal));
    if (m_options.washSale)
        settleWashSales(event, m_disposals.size() - 1);
}

void LotKeeper::open(const LotEvent& event, bool isShort, std::int64_t quantity, const Value& value)
{
    Lot lot;
    lot.id = event.lotId.empty() ? "row" + std::to_string(event.row) : event.lotId;
    lot.row = event.row;
    lot.sequence = ++m_sequence;
    lot.acquired = event.date;
    lot.heldFrom = event.date;
    lot.symbol = event.symbol;
    lot.currency = event.currency;
    lot.quantity = isShort ? -quantity : quantity;
    lot.price = *event.price;
    lot.fxRate = event.fxRate;
    const int sign = isShort ? -1 : 1;
    lot.amounts = {sign * value.gross, value.fees, 0, sign * value.baseGross, value.baseFees, 0, 0};
    m_putIn += lot.amounts;
    const BookKey key{event.symbol, event.currency, isShort};
    const auto holding = m_holdings.find(key);
    if (event.lotId.empty() && !m_options.washSale && m_options.method != LotMethod::Average && holding != m_holdings.end() && holding->second.newest != nullptr) {
        Lot& newest = *holding->second.newest;
        Lot like = lot;
        like.id = newest.id;
        if (newest.id == "row" + std::to_string(newest.row) && sameTerms(newest, like)) {
            newest.quantity += lot.quantity; // the same day at the same price: fungible, one lot
            newest.amounts += lot.amounts;
            holding->second.size += lot.size();
            return;
        }
    }
    const Rank rank = rankOf(lot);
    insert(key, std::move(lot));
    if (m_options.washSale && !isShort)
        replaceLosses(key, rank);
}

LotKeeper::Rank LotKeeper::rankOf(const Lot& lot) const
{
    const auto sequence = static_cast<std::int64_t>(lot.sequence);
    switch (m_options.method) {
    case LotMethod::Lifo: return {0, 1, -std::int64_t{lot.acquired.days}, -sequence};
    case LotMethod::Hifo: return {lot.amounts.baseBasis(), lot.size(), lot.acquired.days, sequence};
    default: return {0, 1, lot.acquired.days, sequence};
    }
}

void LotKeeper::insert(const BookKey& key, Lot lot)
{
    Holding& holding = m_holdings[key];
    if (holding.lots.count(rankOf(lot)) != 0)
        lot.sequence = ++m_sequence; // a spun-off lot meets its parent again in a merger
    const Rank rank = rankOf(lot);
    holding.size = addChecked(holding.size, lot.size());
    if (m_options.method == LotMethod::Average) {
        holding.pool += lot.amounts;
        lot.amounts = {};
    }
    holding.newest = &holding.lots.insert_or_assign(rank, std::move(lot)).first->second;
}

std::vector<Lot> LotKeeper::listed(const BookKey&, const Holding& holding) const
{
    std::vector<Lot> list;
    LotAmounts left = holding.pool;
    std::int64_t size = holding.size;
    for (const auto& [rank, lot] : holding.lots) {
        list.push_back(lot);
        if (m_options.method == LotMethod::Average) {
            list.back().amounts = left.share(lot.size(), size);
            left -= list.back().amounts;
            size -= lot.size();
        }
    }
    std::sort(list.begin(), list.end(), [](const Lot& a, const Lot& b) { return a.sequence < b.sequence; });
    return list;
}

std::vector<Lot> LotKeeper::lots() const
{
    std::vector<Lot> list;
    for (const auto& [key, holding] : m_holdings) {
        if (holding.lots.empty())
            continue;
        if (m_options.method != LotMethod::Average) {
            const auto each = listed(key, holding);
            list.insert(list.end(), each.begin(), each.end());
            continue;
        }
        Lot pool = holding.lots.begin()->second;
        pool.quantity = key.isShort ? -holding.size : holding.size;
        pool.amounts = holding.pool;
        pool.price = unitPrice(pool.amounts.cost, pool.quantity, m_options.places);
        list.push_back(std::move(pool));
    }
    return list;
}

std::int64_t LotKeeper::held(const std::string& symbol) const
{
    std::int64_t sum = 0;
    for (auto it = m_holdings.lower_bound({symbol, "", false}); it != m_holdings.end() && it->first.symbol == symbol; ++it)
        sum += it->first.isShort ? -it->second.size : it->second.size;
    return sum;
}

Result<void> LotKeeper::dividend(const LotEvent& event)
{
    LotEvent asked = event;
    if (asked.quantity == 0)
        asked.quantity = std::max<std::int64_t>(0, held(event.symbol));
    if (asked.quantity == 0 || !asked.price)
        return atRow(event, "lots.price-missing", "a dividend needs a price a share, and a holding or a quantity");
    const auto value = valueOf(asked);
    if (!value)
        return value.error();
    if (const auto bounded = bound(event, 0, *value); !bounded)
        return bounded;
    m_income.push_back({event.row, event.date, event.symbol, event.currency, value->gross, value->fees, value->baseGross});
    if (!m_options.deferDividendTax)
        return {};
    std::int64_t left = value->gross;
    std::int64_t size = 0;
    for (const auto& [key, holding] : m_holdings)
        size += key.symbol == event.symbol && !key.isShort ? holding.size : 0;
    for (auto& [key, holding] : m_holdings) {
        if (key.symbol != event.symbol || key.isShort)
            continue;
        for (auto& [rank, lot] : holding.lots) {
            const std::int64_t amount = part(left, lot.size(), size);
            (m_options.method == LotMethod::Average ? holding.pool : lot.amounts).dividends += amount;
            m_putIn.dividends += amount;
            left -= amount;
            size -= lot.size();
        }
    }
    return {};
}

Result<void> LotKeeper::corporateAction(const LotEvent& event)
{
    struct Change {
        std::string currency;
        ActionOutcome outcome;
    };
    std::vector<Change> changes;
    std::map<std::string, std::vector<Lot>> held;
    for (auto it = m_holdings.lower_bound({event.symbol, "", false}); it != m_holdings.end() && it->first.symbol == event.symbol; ++it)
        if (!it->second.lots.empty()) {
            const auto each = listed(it->first, it->second);
            auto& list = held[it->first.currency];
            list.insert(list.end(), each.begin(), each.end());
        }
    if (held.empty())
        return atRow(event, "lots.nothing-held", "nothing is held of " + (event.symbol.empty() ? std::string("it") : event.symbol));
    Value cash;
    for (const auto& [currency, lots] : held) {
        auto outcome = applyAction(lots, {event, false, std::nullopt}, m_options.places, m_options.longTermYears);
        if (!outcome)
            return atRow(event, outcome.error().code.c_str(), outcome.error().detail);
        for (const Disposal& disposal : outcome->disposals)
            for (const LotMatch& match : disposal.matches) {
                const Value one{match.value, match.closingFees, match.baseValue, match.baseClosingFees};
                if (const auto bounded = bound(event, 0, one); !bounded)
                    return bounded;
            }
        std::int64_t grown = 0;
        for (const Lot& lot : outcome->after)
            grown = addChecked(grown, lot.size());
        if (const auto bounded = bound(event, grown, {}); !bounded)
            return bounded;
        changes.push_back({currency, std::move(*outcome)});
    }
    for (Change& change : changes) {
        for (const bool isShort : {false, true})
            m_holdings.erase({event.symbol, change.currency, isShort});
        for (const Lot& lot : change.outcome.after)
            insert({lot.symbol, lot.currency, lot.quantity < 0}, lot);
        m_disposals.insert(m_disposals.end(), change.outcome.disposals.begin(), change.outcome.disposals.end());
        m_actions.push_back(std::move(change.outcome));
    }
    if (event.action == LotAction::Split && event.ratio)
        for (PendingLoss& loss : m_pending)
            if (loss.symbol == event.symbol)
                loss.shares = mulDiv(loss.shares, event.ratio->numerator, event.ratio->denominator, Rounding::HalfEven).value_or(loss.shares);
    return {};
}

} // namespace rialto
