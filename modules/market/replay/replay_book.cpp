// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/replay/replay_book.h"

#include <algorithm>

namespace rialto::market {

namespace {

// Sums of a level stay far within 64 bits.
constexpr std::int64_t kLargestSize = INT64_MAX / 4'000'000;
constexpr std::size_t kMostOrders = 1'000'000; // of a level

std::deque<ReplayBook::Order>::iterator orderIn(ReplayBook::Level& level, std::uint64_t arrival)
{
    return std::lower_bound(level.orders.begin(), level.orders.end(), arrival,
                            [](const ReplayBook::Order& order, std::uint64_t wanted) { return order.arrival < wanted; });
}

} // namespace

std::optional<Price> ReplayBook::best(bool bid) const
{
    const Side& own = side(bid);
    if (own.empty())
        return std::nullopt;
    return bid ? own.rbegin()->first : own.begin()->first;
}

Quantity ReplayBook::sizeAt(bool bid, Price price) const
{
    const auto level = side(bid).find(price);
    return level == side(bid).end() ? Quantity() : level->second.size;
}

std::optional<Quantity> ReplayBook::available(const Level& level) const
{
    if (level.unbounded)
        return std::nullopt;
    if (level.orders.empty())
        return level.size - level.taken;
    Quantity sum;
    for (const Order& order : level.orders)
        sum += order.size - order.taken;
    return sum;
}

Quantity ReplayBook::take(bool bid, Price price, Quantity wanted)
{
    Side& own = bid ? m_bids : m_asks;
    const auto found = own.find(price);
    if (found == own.end())
        return {};
    Level& level = found->second;
    if (level.unbounded)
        return wanted;
    if (level.orders.empty()) {
        const Quantity got = std::min(wanted, level.size - level.taken);
        level.taken += got;
        return got;
    }
    Quantity got;
    for (Order& order : level.orders) {
        const Quantity piece = std::min(wanted - got, order.size - order.taken);
        order.taken += piece;
        got += piece;
        if (got == wanted)
            break;
    }
    return got;
}

Quantity ReplayBook::aheadOf(bool bid, Price price, std::uint64_t arrival) const
{
    const auto level = side(bid).find(price);
    Quantity sum;
    if (level == side(bid).end())
        return sum;
    for (const Order& order : level->second.orders) {
        if (order.arrival >= arrival)
            break;
        sum += order.size - order.taken;
    }
    return sum;
}

std::optional<ReplayBook::Place> ReplayBook::find(std::int64_t orderId) const
{
    const auto found = m_places.find(orderId);
    return found == m_places.end() ? std::nullopt : std::optional(found->second);
}

bool ReplayBook::add(const MarketEvent& event)
{
    if (!event.size.isPositive() || event.size.raw() > kLargestSize || m_places.count(event.orderId) != 0 || m_byLevel)
        return false;
    Level& level = (event.bid ? m_bids : m_asks)[event.price];
    if (level.orders.size() >= kMostOrders)
        return false;
    const Place place{event.bid, event.price, takeArrival()};
    const auto kept = m_keptOrders.find(event.orderId);
    level.orders.push_back({event.orderId, place.arrival, event.size, kept == m_keptOrders.end() ? Quantity() : std::min(kept->second, event.size)});
    level.size += event.size;
    m_places.emplace(event.orderId, place);
    m_byOrder = true;
    return true;
}

void ReplayBook::shrink(const Place& place, std::int64_t id, Quantity by)
{
    Side& own = place.bid ? m_bids : m_asks;
    Level& level = own.at(place.price);
    const auto order = orderIn(level, place.arrival);
    const Quantity less = std::min(by, order->size);
    order->size -= less;
    // What the data takes away is what we took, as far as it goes: it cannot trade twice.
    order->taken = std::max(order->taken - less, Quantity());
    level.size -= less;
    if (order->size.isZero()) {
        level.orders.erase(order);
        m_places.erase(id);
        if (level.orders.empty())
            own.erase(place.price);
    }
}

void ReplayBook::remove(const Place& place, std::int64_t id)
{
    Level& level = (place.bid ? m_bids : m_asks).at(place.price);
    shrink(place, id, orderIn(level, place.arrival)->size);
}

void ReplayBook::setLevel(bool bid, Price price, Quantity size, bool unbounded)
{
    Side& own = bid ? m_bids : m_asks;
    const auto found = own.find(price);
    if (size.isZero() && !unbounded) {
        if (found != own.end())
            own.erase(found);
        return;
    }
    Level& level = found == own.end() ? own[price] : found->second;
    if (found == own.end())
        if (const auto kept = m_keptLevels.find({bid, price}); kept != m_keptLevels.end())
            level.taken = kept->second;
    level.size = size;
    level.unbounded = unbounded;
    level.taken = std::min(level.taken, size);
}

// Snapshots tell the same book again: what was taken from it stays taken.
void ReplayBook::keepTaken()
{
    for (const bool bid : {true, false})
        for (const auto& [price, level] : side(bid)) {
            if (level.taken.isPositive())
                m_keptLevels[{bid, price}] = level.taken;
            for (const Order& order : level.orders)
                if (order.taken.isPositive())
                    m_keptOrders[order.id] = order.taken;
        }
}

bool ReplayBook::apply(const MarketEvent& event)
{
    switch (event.kind) {
    case MarketEventKind::Clear:
        keepTaken();
        m_bids.clear();
        m_asks.clear();
        m_places.clear();
        return true;
    case MarketEventKind::Add: return add(event);
    case MarketEventKind::Modify: {
        const auto place = find(event.orderId);
        if (!place || !event.size.isPositive() || event.size.raw() > kLargestSize)
            return false;
        Level& level = (place->bid ? m_bids : m_asks).at(place->price);
        const Quantity size = orderIn(level, place->arrival)->size;
        if (event.price == place->price && event.size <= size) {
            if (event.size < size)
                shrink(*place, event.orderId, size - event.size);
            return true;
        }
        remove(*place, event.orderId);
        MarketEvent again = event;
        again.bid = place->bid;
        return add(again);
    }
    case MarketEventKind::Reduce:
    case MarketEventKind::Remove: {
        const auto place = find(event.orderId);
        if (!place || (event.kind == MarketEventKind::Reduce && !event.size.isPositive()))
            return false;
        if (event.kind == MarketEventKind::Remove)
            remove(*place, event.orderId);
        else
            shrink(*place, event.orderId, event.size);
        return true;
    }
    case MarketEventKind::Level:
        if (!event.price.isPositive() || event.size.isNegative() || event.size.raw() > kLargestSize || m_byOrder)
            return false;
        m_byLevel = true;
        setLevel(event.bid, event.price, event.size, false);
        return true;
    case MarketEventKind::Quote: return setQuote(event);
    case MarketEventKind::End:
        m_keptLevels.clear();
        m_keptOrders.clear();
        return true;
    case MarketEventKind::Fill:
    case MarketEventKind::Trade: return true;
    }
    return false;
}

bool ReplayBook::setQuote(const MarketEvent& event)
{
    if (event.size.isNegative() || event.askSize.isNegative() || event.size.raw() > kLargestSize || event.askSize.raw() > kLargestSize || m_byOrder)
        return false;
    m_byLevel = true;
    for (const bool bid : {true, false}) {
        Side& own = bid ? m_bids : m_asks;
        const Price price = bid ? event.price : event.ask;
        const auto kept = own.find(price);
        Level level = kept == own.end() ? Level() : std::move(kept->second);
        own.clear();
        if (!price.isPositive())
            continue;
        own.emplace(price, std::move(level));
        const Quantity size = bid ? event.size : event.askSize;
        setLevel(bid, price, size, size.isZero());
    }
    return true;
}

void ReplayBook::hashInto(Hasher& hash) const
{
    for (const Side* own : {&m_bids, &m_asks})
        for (const auto& [price, level] : *own) {
            hash.add(price.raw()).add(level.size.raw()).add(level.taken.raw());
            for (const Order& order : level.orders)
                hash.add(order.id).add(order.size.raw()).add(order.taken.raw());
        }
}

} // namespace rialto::market
