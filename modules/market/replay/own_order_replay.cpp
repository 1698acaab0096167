// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/replay/own_order_replay.h"

#include "base/wide_math.h"

#include <algorithm>

namespace rialto::market {

std::string_view name(QueueModel model)
{
    return model == QueueModel::Conservative ? "conservative" : model == QueueModel::Probabilistic ? "probabilistic" : "exact";
}

std::string_view name(FillCause cause)
{
    switch (cause) {
    case FillCause::Took: return "took";
    case FillCause::Crossed: return "crossed";
    case FillCause::TradedThrough: return "traded-through";
    case FillCause::QueueReached: return "queue-reached";
    }
    return "";
}

OwnOrderReplay::Own* OwnOrderReplay::find(std::uint64_t id)
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &m_orders[found->second];
}

std::optional<Quantity> OwnOrderReplay::aheadOf(const Own& own) const
{
    if (!own.open || own.aggressive)
        return std::nullopt;
    if (m_model == QueueModel::Exact && m_book.byOrder())
        return m_book.aheadOf(isBid(own), own.order.limit, own.arrival);
    return own.ahead;
}

std::vector<OwnStand> OwnOrderReplay::orders() const
{
    std::vector<OwnStand> stands;
    for (const Own& own : m_orders)
        stands.push_back({own.order, own.entered, own.filled, own.open, own.end, own.aheadAtEntry, aheadOf(own)});
    return stands;
}

std::uint64_t OwnOrderReplay::hash() const
{
    Hasher hash = m_hash;
    m_book.hashInto(hash);
    for (const Own& own : m_orders)
        hash.add(own.order.id).add(own.filled.raw()).add(std::uint64_t{own.open ? 1U : 0U}).add(own.ahead ? own.ahead->raw() : -1);
    return hash.value();
}

// --- Commands --------------------------------------------------------------------------------------------------------------

bool OwnOrderReplay::place(const OwnOrder& order, Timestamp now)
{
    if (m_byId.count(order.id) != 0 || !order.quantity.isPositive())
        return false;
    m_now = std::max(m_now, now);
    m_byId[order.id] = m_orders.size();
    Own& own = m_orders.emplace_back();
    own.order = order;
    own.entered = m_now;
    enter(m_orders.size() - 1);
    return true;
}

void OwnOrderReplay::enter(std::size_t index)
{
    Own& own = m_orders[index];
    const bool atOnce = own.order.tif == TimeInForce::Ioc || own.order.tif == TimeInForce::Fok;
    if (own.order.tif == TimeInForce::Fok && takeable(own) < openOf(own))
        return finish(own, "not-filled-in-full");
    takeShown(own, FillCause::Took);
    if (!own.open)
        return;
    const bool market = own.order.type == OrderType::Market;
    const bool beyondLast = m_lastTrade && !market && !better(isBid(own), *m_lastTrade, own.order.limit);
    if (m_book.empty() && !atOnce && (market || beyondLast)) {
        own.aggressive = true;
    } else if (atOnce || market) {
        return finish(own, "no-liquidity");
    } else {
        join(own);
    }
    m_resting.push_back(index);
}

void OwnOrderReplay::join(Own& own)
{
    own.arrival = m_book.takeArrival();
    own.traded = {};
    own.shown = m_book.sizeAt(isBid(own), own.order.limit);
    const bool known = !m_book.empty() && isVisible(isBid(own), own.order.limit);
    const auto level = m_book.side(isBid(own)).find(own.order.limit);
    const bool sized = level == m_book.side(isBid(own)).end() || !level->second.unbounded;
    own.ahead = known && sized ? std::optional(own.shown) : std::nullopt;
    own.aheadAtEntry = aheadOf(own);
}

bool OwnOrderReplay::cancel(std::uint64_t id)
{
    Own* own = find(id);
    if (own == nullptr || !own->open)
        return false;
    finish(*own, "cancelled");
    return true;
}

bool OwnOrderReplay::replace(std::uint64_t id, Quantity quantity, Price limit, Timestamp now)
{
    Own* own = find(id);
    if (own == nullptr || !own->open || quantity <= own->filled || !limit.isPositive())
        return false;
    m_now = std::max(m_now, now);
    const bool keeps = limit == own->order.limit && quantity <= own->order.quantity;
    own->order.quantity = quantity;
    own->order.limit = limit;
    own->order.type = OrderType::Limit;
    if (keeps)
        return true;
    const std::size_t index = m_byId[id];
    m_resting.erase(std::remove(m_resting.begin(), m_resting.end(), index), m_resting.end());
    own->aggressive = false;
    enter(index);
    return true;
}

// --- Taking ----------------------------------------------------------------------------------------------------------------

Quantity OwnOrderReplay::takeable(const Own& own) const
{
    Quantity sum;
    const bool asks = isBid(own);
    const auto within = [&](Price price) { return own.order.type == OrderType::Market || !better(!asks, own.order.limit, price); };
    const auto add = [&](const auto& level) {
        const auto left = m_book.available(level.second);
        sum += left ? std::min(*left, openOf(own)) : openOf(own);
    };
    // A buy takes asks from the lowest on while they are not above its limit.
    const ReplayBook::Side& side = m_book.side(!asks);
    if (asks) {
        for (auto level = side.begin(); level != side.end() && within(level->first) && sum < openOf(own); ++level)
            add(*level);
    } else {
        for (auto level = side.rbegin(); level != side.rend() && within(level->first) && sum < openOf(own); ++level)
            add(*level);
    }
    return std::min(sum, openOf(own));
}

void OwnOrderReplay::takeShown(Own& own, FillCause cause)
{
    const bool takesAsks = isBid(own);
    std::vector<Price> prices;
    const ReplayBook::Side& side = m_book.side(!takesAsks);
    const auto within = [&](Price price) { return own.order.type == OrderType::Market || !better(!takesAsks, own.order.limit, price); };
    Quantity wanted = openOf(own);
    const auto look = [&](const auto& level) {
        const auto left = m_book.available(level.second);
        if (!within(level.first) || !wanted.isPositive())
            return false;
        if (!left || left->isPositive())
            prices.push_back(level.first);
        wanted -= left ? std::min(*left, wanted) : wanted;
        return true;
    };
    if (takesAsks) {
        for (auto level = side.begin(); level != side.end() && look(*level); ++level) {}
    } else {
        for (auto level = side.rbegin(); level != side.rend() && look(*level); ++level) {}
    }
    for (const Price price : prices) {
        const Quantity got = m_book.take(!takesAsks, price, openOf(own));
        if (got.isPositive())
            fill(own, cause == FillCause::Took ? price : own.order.limit, got, cause);
        if (!own.open)
            return;
    }
}

// --- The record ------------------------------------------------------------------------------------------------------------

bool OwnOrderReplay::apply(const MarketEvent& event)
{
    m_now = std::max(m_now, event.time);
    m_quotesOnly = m_quotesOnly || event.kind == MarketEventKind::Quote;
    if (event.kind == MarketEventKind::Fill)
        onFill(event);
    else if (event.kind == MarketEventKind::Trade)
        onTrade(event);
    else if (event.kind == MarketEventKind::End)
        bookIsWhole();
    return m_book.apply(event);
}

void OwnOrderReplay::onFill(const MarketEvent& event)
{
    const auto place = m_book.find(event.orderId);
    if (!place || !event.size.isPositive())
        return;
    m_lastTrade = event.price.isPositive() ? event.price : place->price;
    hit(place->bid, place->price, event.size, place->arrival);
}

void OwnOrderReplay::onTrade(const MarketEvent& event)
{
    if (!event.price.isPositive() || !event.size.isPositive())
        return;
    m_lastTrade = event.price;
    if (m_fillsAreTold)
        return;
    // Who came to whom: nearer to the bid, a seller did (the quote rule of Lee and Ready, 1991). Without a book, either.
    const auto bid = m_book.best(true);
    const auto ask = m_book.best(false);
    const bool known = bid && ask && *bid < *ask;
    const std::int64_t fromBid = known ? event.price.raw() - bid->raw() : 0;
    const std::int64_t fromAsk = known ? ask->raw() - event.price.raw() : 0;
    if (!known || fromBid <= fromAsk)
        hit(true, event.price, event.size, std::nullopt);
    if (!known || fromAsk <= fromBid)
        hit(false, event.price, event.size, std::nullopt);
}

// Somebody hits a side at a price: own orders there that stand before it share the size by price, then time.
void OwnOrderReplay::hit(bool bid, Price price, Quantity size, std::optional<std::uint64_t> arrival)
{
    std::vector<std::size_t> reached;
    for (const std::size_t index : m_resting) {
        const Own& own = m_orders[index];
        if (isBid(own) == bid && (own.aggressive || !better(bid, price, own.order.limit)))
            reached.push_back(index);
    }
    std::stable_sort(reached.begin(), reached.end(), [&](std::size_t a, std::size_t b) {
        if (m_orders[a].aggressive != m_orders[b].aggressive)
            return m_orders[a].aggressive;
        const bool market = m_orders[a].order.type == OrderType::Market;
        if (market || m_orders[b].order.type == OrderType::Market)
            return market && m_orders[b].order.type != OrderType::Market;
        return better(bid, m_orders[a].order.limit, m_orders[b].order.limit);
    });
    Quantity left = size;
    for (const std::size_t index : reached) {
        Own& own = m_orders[index];
        if (!left.isPositive())
            return;
        Quantity due = left;
        FillCause cause = FillCause::TradedThrough;
        if (own.aggressive) {
            const bool within = own.order.type == OrderType::Market || !better(!bid, own.order.limit, price);
            due = within ? left : Quantity();
            cause = FillCause::Took;
        } else if (own.order.limit == price) {
            due = std::min(dueAtTouch(own, size, arrival), left);
            cause = FillCause::QueueReached;
        }
        const Quantity traded = std::min(due, openOf(own));
        if (!traded.isPositive())
            continue;
        left -= traded;
        fill(own, own.aggressive ? price : own.order.limit, traded, cause);
    }
}

/// What of a trade at the order's own price is left when those before it have been served.
Quantity OwnOrderReplay::dueAtTouch(Own& own, Quantity size, std::optional<std::uint64_t> arrival) const
{
    if (m_model == QueueModel::Exact && m_book.byOrder()) {
        if (arrival)
            return *arrival > own.arrival ? size : Quantity();
        own.traded += size;
        const Quantity ahead = m_book.aheadOf(isBid(own), own.order.limit, own.arrival);
        return std::min(std::max(own.traded - ahead, Quantity()), size);
    }
    own.traded += size;
    if (!own.ahead)
        return m_model == QueueModel::Probabilistic ? Quantity::fromRaw(size.raw() / 2) : Quantity();
    const Quantity before = *own.ahead;
    own.ahead = std::max(before - size, Quantity());
    return std::max(size - before, Quantity());
}

bool OwnOrderReplay::isVisible(bool bid, Price price) const
{
    const ReplayBook::Side& side = m_book.side(bid);
    if (side.empty())
        return true; // nobody is there
    if (m_book.byOrder())
        return true;
    // Deeper than the worst level that is shown, sizes may only be hidden from us.
    const Price worst = bid ? side.begin()->first : side.rbegin()->first;
    return !better(bid, worst, price);
}

void OwnOrderReplay::followQueue(Own& own)
{
    const bool bid = isBid(own);
    if (!isVisible(bid, own.order.limit) || m_book.empty())
        return;
    const auto level = m_book.side(bid).find(own.order.limit);
    if (level != m_book.side(bid).end() && level->second.unbounded)
        return;
    const Quantity now = m_book.sizeAt(bid, own.order.limit);
    if (!own.ahead) {
        own.ahead = now; // seen for the first time: all of it may stand before
    } else {
        const Quantity gone = std::max(own.shown - now - own.traded, Quantity());
        const Quantity wasLeft = std::max(own.shown - own.traded, Quantity());
        if (m_model == QueueModel::Probabilistic && gone.isPositive() && wasLeft.isPositive()) {
            const Quantity ahead = std::min(*own.ahead, wasLeft);
            const auto part = mulDiv(gone.raw(), ahead.raw(), wasLeft.raw(), Rounding::HalfEven);
            own.ahead = std::max(*own.ahead - Quantity::fromRaw(part.value_or(0)), Quantity());
        }
        // Before it cannot stand more than there is.
        own.ahead = std::min(*own.ahead, now);
    }
    own.shown = now;
    own.traded = {};
}

void OwnOrderReplay::bookIsWhole()
{
    const std::vector<std::size_t> resting = m_resting;
    for (const std::size_t index : resting) {
        Own& own = m_orders[index];
        if (!own.open)
            continue;
        if (own.aggressive) {
            if (!m_book.empty())
                takeShown(own, FillCause::Took);
            continue;
        }
        followQueue(own);
        takeShown(own, FillCause::Crossed);
    }
}

void OwnOrderReplay::fill(Own& own, Price price, Quantity quantity, FillCause cause)
{
    own.filled += quantity;
    m_fills.push_back({own.order.id, m_now, price, quantity, cause, openOf(own)});
    m_hash.add(m_now.nanos).add(own.order.id).add(price.raw()).add(quantity.raw());
    if (openOf(own).isZero())
        finish(own, "filled");
}

void OwnOrderReplay::finish(Own& own, std::string_view end)
{
    own.open = false;
    own.end = end;
    const std::size_t index = m_byId[own.order.id];
    m_resting.erase(std::remove(m_resting.begin(), m_resting.end(), index), m_resting.end());
}

} // namespace rialto::market
