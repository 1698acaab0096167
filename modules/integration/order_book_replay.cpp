// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/order_book_replay.h"

namespace rialto::integration {

void OrderBookReplay::clear()
{
    m_orders.clear();
    m_bids.clear();
    m_asks.clear();
}

void OrderBookReplay::change(const OrderEvent& order, bool add)
{
    auto& side = order.bid ? m_bids : m_asks;
    Level& level = side[order.price];
    if (add) {
        level.size += order.size;
        ++level.orders;
    } else {
        level.size -= order.size;
        if (--level.orders == 0)
            side.erase(order.price);
    }
}

const char* OrderBookReplay::add(const OrderEvent& event, bool again)
{
    if (event.size.isNegative() || event.size.isZero())
        return "volume-negative";
    // So many lots at one price that their sum leaves 64 bits are no market's.
    if (event.size.raw() > INT64_MAX / 1'000'000)
        return "volume-range";
    if (const auto at = m_orders.find(event.orderId); at != m_orders.end()) {
        if (!again)
            return "order-known";
        change(at->second, false);
        m_orders.erase(at);
    }
    auto& side = event.bid ? m_bids : m_asks;
    if (const auto level = side.find(event.price); level != side.end() && level->second.orders >= 1'000'000)
        return "volume-range";
    m_orders.emplace(event.orderId, event);
    change(event, true);
    return nullptr;
}

const char* OrderBookReplay::modify(const OrderEvent& event)
{
    const auto at = m_orders.find(event.orderId);
    if (at == m_orders.end())
        return "order-unknown";
    const OrderEvent before = at->second;
    change(before, false);
    m_orders.erase(at);
    if (const char* code = add(event, false)) {
        m_orders.emplace(before.orderId, before);
        change(before, true);
        return code;
    }
    return nullptr;
}

const char* OrderBookReplay::reduce(std::int64_t orderId, Quantity by)
{
    const auto at = m_orders.find(orderId);
    if (at == m_orders.end())
        return "order-unknown";
    if (by.isNegative() || at->second.size < by)
        return "volume-range";
    change(at->second, false);
    at->second.size -= by;
    if (at->second.size.isZero())
        m_orders.erase(at);
    else
        change(at->second, true);
    return nullptr;
}

const char* OrderBookReplay::remove(std::int64_t orderId)
{
    const auto at = m_orders.find(orderId);
    if (at == m_orders.end())
        return "order-unknown";
    change(at->second, false);
    m_orders.erase(at);
    return nullptr;
}

const char* OrderBookReplay::replace(std::int64_t oldId, std::int64_t newId, Quantity size, Price price)
{
    const auto at = m_orders.find(oldId);
    if (at == m_orders.end())
        return "order-unknown";
    if (newId != oldId && m_orders.count(newId) != 0)
        return "order-known";
    const OrderEvent before = at->second;
    change(before, false);
    m_orders.erase(at);
    if (const char* code = add({newId, before.bid, price, size}, false)) {
        m_orders.emplace(oldId, before);
        change(before, true);
        return code;
    }
    return nullptr;
}

const OrderEvent* OrderBookReplay::find(std::int64_t orderId) const
{
    const auto at = m_orders.find(orderId);
    return at == m_orders.end() ? nullptr : &at->second;
}

void OrderBookReplay::publish(Timestamp time, HarvestedTicks& into)
{
    if (m_bids.empty() || m_asks.empty())
        return;
    const auto& [bid, bidLevel] = *m_bids.rbegin();
    const auto& [ask, askLevel] = *m_asks.begin();
    const market::Tick now{time, market::TickKind::Quote, bid, ask, bidLevel.size, askLevel.size};
    if (now.bid == m_last.bid && now.ask == m_last.ask && now.bidSize == m_last.bidSize && now.askSize == m_last.askSize)
        return;
    m_last = now;
    into.ticks.push_back(now);
}

} // namespace rialto::integration
