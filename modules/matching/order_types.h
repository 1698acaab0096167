// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the matching engine and the words they are made of. Plain data, any thread.
// Units: prices are whole ticks (int32), quantities whole lots (uint32): the caller owns the tick and lot size of a book
// (`MarketRules` converts). `OrderId` is the caller's and must be unique among the live orders of one engine.
#pragma once

#include <cstdint>

namespace rialto::matching {

using OrderId = std::uint64_t;
using BookId = std::uint16_t;
using Ticks = std::int32_t;
using Lots = std::uint32_t;
using OwnerId = std::uint32_t; // 0: nobody in particular, never a self trade

enum class Side : std::uint8_t { Buy = 0, Sell = 1 };

constexpr Side opposite(Side side)
{
    return side == Side::Buy ? Side::Sell : Side::Buy;
}

enum class OrderKind : std::uint8_t { Limit = 0, Market = 1 };

enum class TimeInForce : std::uint8_t { GoodTillCancel = 0, Day = 1, ImmediateOrCancel = 2, FillOrKill = 3 };

/// What happens when an order would trade with another one of the same owner. `Decrement` takes the smaller quantity off
/// both, without a trade.
enum class SelfTrade : std::uint8_t { Allow = 0, CancelNewest = 1, CancelOldest = 2, CancelBoth = 3, Decrement = 4 };

/// Enters an order. `price` is ignored for market orders, whose remainder is cancelled and never rests.
struct NewOrder {
    OrderId id = 0;
    Ticks price = 0;
    Lots quantity = 0;
    OwnerId owner = 0;
    BookId book = 0;
    Side side = Side::Buy;
    OrderKind kind = OrderKind::Limit;
    TimeInForce timeInForce = TimeInForce::GoodTillCancel;
    SelfTrade selfTrade = SelfTrade::Allow; // not together with FillOrKill
    bool postOnly = false;                  // given up rather than taking
    Lots display = 0; // iceberg: shown at once, the rest follows in pieces of this size, each with a new place; 0: all shown
};

/// What a replacement does to the place in the queue.
enum class QueuePlace : std::uint8_t {
    KeepWhenReduced, // same price and no more quantity: the place is kept; anything else goes to the back
    GiveUp           // always to the back
};

/// Changes a live order. `quantity` is the new open quantity; `newId` may equal `id`.
struct Replace {
    OrderId id = 0;
    OrderId newId = 0;
    Ticks price = 0;
    Lots quantity = 0;
    QueuePlace place = QueuePlace::KeepWhenReduced;
};

} // namespace rialto::matching
