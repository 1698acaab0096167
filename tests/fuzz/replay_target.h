// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file of own orders, and any bytes as steps of a record with own orders in it: nothing crashes, nobody gets more than
// wanted, and nothing is taken that is not there.
#pragma once

#include "api/cli/own_orders_file.h"
#include "base/check.h"
#include "market/replay/own_order_replay.h"

#include <cstdint>
#include <string_view>

namespace rialto::fuzzing {

inline void checkReplay(const market::OwnOrderReplay& replay)
{
    for (const bool bid : {true, false})
        for (const auto& [price, level] : replay.book().side(bid)) {
            RIALTO_CHECK(level.unbounded || level.size.isPositive(), "an empty level is gone");
            RIALTO_CHECK(level.unbounded || level.taken <= level.size, "no more is taken from a level than it has");
            Quantity sum;
            for (const auto& order : level.orders) {
                RIALTO_CHECK(order.size.isPositive() && order.taken <= order.size, "no more is taken from an order than it has");
                sum += order.size;
            }
            RIALTO_CHECK(level.orders.empty() || sum == level.size, "a level is the sum of its orders");
        }
    for (const auto& own : replay.orders()) {
        RIALTO_CHECK(own.filled <= own.order.quantity, "nobody gets more than wanted");
        RIALTO_CHECK(own.open == own.end.empty(), "what ended says how");
        RIALTO_CHECK(!own.ahead || !own.ahead->isNegative(), "a queue has no negative length");
    }
}

inline void runReplayTarget(const std::uint8_t* data, std::size_t size)
{
    (void)cli::parseOwnOrders(std::string_view(reinterpret_cast<const char*>(data), size));
    if (size < 1)
        return;
    market::OwnOrderReplay replay(static_cast<market::QueueModel>(data[0] % 3), (data[0] & 4U) != 0);
    std::int64_t time = 0;
    for (std::size_t at = 1; at + 5 <= size; at += 5) {
        const unsigned what = data[at] % 16;
        const bool bid = (data[at] & 16U) != 0;
        const Price price = Price::of(90 + data[at + 2] % 20);
        const Quantity quantity = Quantity::of(data[at + 3]);
        ++time;
        if (what < 10) {
            market::MarketEvent event;
            event.time = Timestamp(time);
            event.kind = static_cast<market::MarketEventKind>(what);
            event.bid = bid;
            event.orderId = data[at + 1] % 32;
            event.price = price;
            event.size = quantity;
            event.ask = price + Price::of(data[at + 4] % 3);
            event.askSize = Quantity::of(data[at + 4]);
            (void)replay.apply(event);
        } else if (what < 14) {
            (void)replay.place({std::uint64_t{data[at + 1]}, bid ? Side::Buy : Side::Sell, data[at + 4] % 5 == 0 ? OrderType::Market : OrderType::Limit,
                                static_cast<TimeInForce>(data[at + 4] % 4), price, quantity}, Timestamp(time));
        } else if (what == 14) {
            (void)replay.cancel(data[at + 1]);
        } else {
            (void)replay.replace(data[at + 1], quantity, price, Timestamp(time));
        }
        checkReplay(replay);
    }
    (void)replay.hash();
}

} // namespace rialto::fuzzing
