// SPDX-License-Identifier: GPL-3.0-or-later
// MboBook: a book rebuilt from an exchange's order-by-order feed (market by order). It believes the feed: nothing is
// matched, so a feed's momentarily crossed book stays crossed. Any one thread. Prices in 1e-9 units as feeds send them.
// Meaning of the actions: Cancel takes its size off (all of it removes the order); Modify sets price and size and loses the
// place when the price changes or the size grows; Fill and Trade do not alter the book; Clear empties it.
#pragma once

#include "matching/order_types.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <unordered_map>
#include <vector>

namespace rialto::matching {

class MboBook {
public:
    struct Order {
        OrderId id = 0;
        std::uint64_t size = 0;
    };
    struct LevelView {
        std::int64_t price = 0;
        std::uint64_t size = 0;
        std::size_t orders = 0;
    };

    /// False when the order is known already or has no size; then nothing changes. The same holds below for unknown orders.
    bool add(OrderId id, Side side, std::int64_t price, std::uint64_t size);
    bool cancel(OrderId id, std::uint64_t size);
    bool modify(OrderId id, Side side, std::int64_t price, std::uint64_t size);
    void clear();

    std::size_t orders(Side side) const { return m_orders[static_cast<std::size_t>(side)]; }
    std::size_t levels(Side side) const { return m_levels[static_cast<std::size_t>(side)].size(); }
    /// Best price first, at most `count`.
    std::vector<LevelView> top(Side side, std::size_t count) const;

private:
    using Queue = std::list<Order>;
    struct Place {
        Side side;
        std::int64_t price;
        Queue::iterator order;
    };
    void remove(std::unordered_map<OrderId, Place>::iterator place);

    std::map<std::int64_t, Queue> m_levels[2];
    std::unordered_map<OrderId, Place> m_places;
    std::size_t m_orders[2] = {};
};

} // namespace rialto::matching
