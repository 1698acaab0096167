// SPDX-License-Identifier: GPL-3.0-or-later
// TriggerWatch: whether the market has reached the trigger of an order that waits at this workstation. Looks at the last trade.
// Trailing triggers follow the market from the first trade seen after the order came or the program started, and never go
// back. Engine thread.
#pragma once

#include "domain/order.h"
#include "domain/quote.h"

#include <optional>
#include <unordered_map>

namespace rialto {

class TriggerWatch {
public:
    /// Moves a trailing trigger, then says whether it is reached. False without a last trade.
    bool reached(const Order& order, const Quote& quote);
    /// Where the trigger stands now; nothing for a trailing one that has seen no trade.
    std::optional<Price> level(const Order& order) const;
    void forget(OrderId order) { m_trailing.erase(order); }

private:
    std::unordered_map<OrderId, Price> m_trailing;
};

} // namespace rialto
