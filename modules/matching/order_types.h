// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the matching engine and the words they are made of. Plain data, any thread.
// Units: prices are whole ticks (int32), quantities whole lots (uint32): the caller owns the tick and lot size of a book
// (`MarketRules` converts). `OrderId` is the caller's and must be unique among the live orders of one engine.
#pragma once

#include <cstdint>
#include <optional>

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

/// Everything after Market is a rare kind and leaves the hot path at one test.
///   MarketToLimit       takes at the best opposite price only; the remainder rests at the price it traded at.
///   Stop, StopLimit     wait until the market reaches `trigger` (a buy from below), then enter as market or limit order.
///   Trailing...         the same with a trigger that follows the market at a distance and never goes back.
///   ...IfTouched        wait until the market comes to `trigger` from the better side (a buy from above).
///   Pegged              rests at a price that follows the best one; a new price is a new place in the queue.
///   ClosingPrice        waits for the fixed-price phase after the close and trades there at the closing price, by time alone,
///                       unless its limit (when `capped`) is worse.
enum class OrderKind : std::uint8_t {
    Limit, Market, MarketToLimit, Stop, StopLimit, TrailingStop, TrailingStopLimit, MarketIfTouched, LimitIfTouched, Pegged,
    ClosingPrice
};

/// GoodTillDate ends with `MatchingEngine::expire`. AtOpen and AtClose take part in one auction and end with it; they are taken
/// in that call, or earlier where the phase lets them wait for it (`PhaseTerms::auctionOrders`).
enum class TimeInForce : std::uint8_t { GoodTillCancel, Day, ImmediateOrCancel, FillOrKill, GoodTillDate, AtOpen, AtClose };

/// What happens when an order would trade with another one of the same owner. `Decrement` takes the smaller quantity off
/// both, without a trade.
enum class SelfTrade : std::uint8_t { Allow = 0, CancelNewest = 1, CancelOldest = 2, CancelBoth = 3, Decrement = 4 };

/// What a trigger watches. Quote: the best price on the other side, which counts as out of reach (stops: reached) while
/// there is none.
enum class TriggerOn : std::uint8_t { LastTrade, Quote };

/// Primary: the best price of the own side. Middle: half way, rounded away from the other side.
enum class PegTo : std::uint8_t { Primary, Middle };

/// Enters an order. `price` is ignored by orders that have none (market, stop, market-to-limit, market-if-touched).
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
    bool slides = false;    // post-only that would take rests one tick behind the best opposite price instead
    bool allOrNone = false; // trades its whole quantity in one command or not at all; blocks those behind it meanwhile
    bool hidden = false;    // not shown; behind the shown orders of its price
    bool rests = false;     // a market order whose remainder stays, before all limits, until something can price it
    Lots display = 0; // iceberg: shown at once, the rest follows in pieces of this size, each with a new place; 0: all shown
    Lots minimum = 0; // traded at once on entry, or the order is given up
    std::optional<Ticks> slippage = std::nullopt; // a market order goes no further than this from the best price

    Ticks trigger = 0;  // stops and touched orders; a trailing one's first trigger
    TriggerOn triggerOn = TriggerOn::LastTrade;
    bool trailInBasisPoints = false; // unit of the next two: 1/100 % of the market price instead of ticks
    Ticks trailDistance = 0;
    Ticks trailStep = 0; // the trigger moves by at least so much

    PegTo pegTo = PegTo::Primary;
    Ticks pegOffset = 0; // towards the other side when positive
    bool capped = false; // a peg or closing-price order goes no further than `price`

    std::int64_t expiry = 0; // good till date: last moment, in the caller's unit

    /// Whether the hot path must not see it.
    bool isRare() const
    {
        return (kind > OrderKind::Market) | (timeInForce > TimeInForce::FillOrKill) | (selfTrade != SelfTrade::Allow) | postOnly
               | slides | allOrNone | hidden | rests | (display != 0) | (minimum != 0) | slippage.has_value();
    }
    friend bool operator==(const NewOrder&, const NewOrder&) = default;
};

/// What a replacement does to the place in the queue.
enum class QueuePlace : std::uint8_t {
    KeepWhenReduced, // same price and no more quantity: the place is kept; anything else goes to the back
    GiveUp           // always to the back
};

/// Changes a live order. `quantity` is the new open quantity; `newId` may equal `id`. For an order that waits for its trigger
/// `price` is the limit it will have. What else an order was entered with stays with it, except for the conditions of
/// entry (post-only, minimum, prevention of self trades).
struct Replace {
    OrderId id = 0;
    OrderId newId = 0;
    Ticks price = 0;
    Lots quantity = 0;
    QueuePlace place = QueuePlace::KeepWhenReduced;
};

} // namespace rialto::matching
