// SPDX-License-Identifier: GPL-3.0-or-later
// OrderBookReplay: a book of single orders (level 3) rebuilt from messages that name them. Each verb answers with the reason why
// the message cannot be, null when it can; the book then stays as it was. Pure; one owner.
#pragma once

#include "integration/harvest.h"

#include <map>
#include <unordered_map>

namespace rialto::integration {

struct OrderEvent {
    std::int64_t orderId = 0;
    bool bid = false;
    Price price;
    Quantity size;
};

class OrderBookReplay {
public:
    void clear();
    /// With `again` an order that is there already is overwritten (snapshots).
    const char* add(const OrderEvent& event, bool again);
    const char* modify(const OrderEvent& event);
    /// `size` is what is taken away; what is left at zero goes.
    const char* cancel(const OrderEvent& event) { return reduce(event.orderId, event.size); }
    const char* reduce(std::int64_t orderId, Quantity by);
    const char* remove(std::int64_t orderId);
    /// The new order has the side of the old one (ITCH).
    const char* replace(std::int64_t oldId, std::int64_t newId, Quantity size, Price price);
    const OrderEvent* find(std::int64_t orderId) const;

    struct Level {
        Quantity size;
        std::int64_t orders = 0;
    };
    const std::map<Price, Level>& bids() const { return m_bids; } // best last
    const std::map<Price, Level>& asks() const { return m_asks; } // best first
    /// Writes the best prices as a tick when they changed since the last call.
    void publish(Timestamp time, HarvestedTicks& into);

private:
    void change(const OrderEvent& order, bool add);
    std::unordered_map<std::int64_t, OrderEvent> m_orders;
    std::map<Price, Level> m_bids;
    std::map<Price, Level> m_asks;
    market::Tick m_last;
};

} // namespace rialto::integration
