// SPDX-License-Identifier: GPL-3.0-or-later
// What MatchingEngine keeps about rare orders, beside the queues. Internal to the matching module.
// SpecialOrder: the terms of one order whose node carries kRare. SpecialBook: the orders of one book that need looking after
// when something happens to others: those that wait for a trigger, pegs, all-or-none and hidden orders.
#pragma once

#include "matching/book_view.h"
#include "matching/price_ladder.h"
#include "matching/session_phase.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>

namespace rialto::matching {

struct SpecialOrder {
    NewOrder order;          // as entered, with the trigger and limit of today; a peg's price is its cap
    Lots reserve = 0;        // of an iceberg
    std::uint64_t place = 0; // counts entries: who came first among waiting orders and pegs
};

/// Whether the price must rise to the trigger.
constexpr bool triggersUpwards(const NewOrder& order)
{
    const bool touched = order.kind == OrderKind::MarketIfTouched || order.kind == OrderKind::LimitIfTouched;
    return (order.side == Side::Buy) != touched;
}
constexpr bool waits(OrderKind kind)
{
    return kind >= OrderKind::Stop && kind <= OrderKind::LimitIfTouched;
}
/// Whether an order for one auction, or for the fixed-price phase, takes part in a phase.
bool takesPartIn(const NewOrder& order, Phase phase);
constexpr bool trails(OrderKind kind)
{
    return kind == OrderKind::TrailingStop || kind == OrderKind::TrailingStopLimit;
}
/// Whether `price` means something for the order: a limit, or the one after its trigger.
constexpr bool hasLimit(const NewOrder& order)
{
    switch (order.kind) {
    case OrderKind::Limit:
    case OrderKind::StopLimit:
    case OrderKind::TrailingStopLimit:
    case OrderKind::LimitIfTouched: return true;
    case OrderKind::Pegged:
    case OrderKind::ClosingPrice: return order.capped;
    default: return false;
    }
}

/// Whether the terms of an order contradict each other.
bool contradicts(const NewOrder& order, bool proRata);
/// The terms as plain words, all but the quantity; and back, unless a word is out of range.
std::array<std::uint64_t, 8> packedTerms(const NewOrder& order);
std::optional<NewOrder> unpackedTerms(std::span<const std::uint64_t> words);

struct SpecialBook;
/// Phase, its terms and the price range of a book; and back, unless a word is out of range.
std::array<std::uint64_t, 4> packedSession(const SpecialBook& book);
bool unpackSession(std::span<const std::uint64_t> words, SpecialBook& book);

/// Where unpriced orders rest: before every limit of their side.
constexpr Ticks unpricedPrice(Side side)
{
    return side == Side::Buy ? std::numeric_limits<Ticks>::max() - 1 : std::numeric_limits<Ticks>::min() + 1;
}
/// Within the prices that a book can have.
constexpr Ticks clampedTicks(std::int64_t price)
{
    constexpr std::int64_t kLowest = std::numeric_limits<Ticks>::min() + 2;
    constexpr std::int64_t kHighest = std::numeric_limits<Ticks>::max() - 2;
    return static_cast<Ticks>(price < kLowest ? kLowest : price > kHighest ? kHighest : price);
}

/// Waiting orders that watch the same price in the same direction are sorted by key: the first to be reached comes first.
struct Waiting {
    Ticks key; // the trigger, complemented when the price must fall
    std::uint64_t place;
    OrderId id;
    friend auto operator<=>(const Waiting&, const Waiting&) = default;
};

/// What trades next where the two sides cross: a quantity that splits no all-or-none order, at one price.
struct MatchingChain {
    Lots quantity;
    Ticks price;
};
/// Quantity that a side gives in one go.
struct SidePiece {
    Ticks price;
    std::uint64_t open;
    bool whole; // not to be split
};

struct SpecialBook {
    static constexpr std::size_t kWatches = 8; // by what is watched, side, and stop or touched
    static std::size_t watchOf(const NewOrder& order)
    {
        const bool touched = triggersUpwards(order) != (order.side == Side::Buy);
        return static_cast<std::size_t>(order.triggerOn) * 4 + static_cast<std::size_t>(order.side) * 2 + (touched ? 1U : 0U);
    }
    static Ticks keyOf(const NewOrder& order) { return triggersUpwards(order) ? order.trigger : ~order.trigger; }

    std::array<std::set<Waiting>, kWatches> watches;
    std::map<std::uint64_t, OrderId> waiting;  // by place
    std::map<std::uint64_t, OrderId> trailing; // those of them whose trigger moves
    std::map<std::uint64_t, OrderId> pegs;
    std::array<std::map<std::uint64_t, OrderId>, 2> closing; // by side: who trades in the fixed-price phase; also among `waiting`
    std::uint32_t allOrNone = 0;
    std::uint32_t hidden = 0;
    std::uint32_t unpriced = 0;
    bool proRata = false;
    std::unique_ptr<PriceLadder> sells; // in use while the book may cross or has unpriced orders
    Phase phase = Phase::Continuous;
    PhaseTerms terms;
    PriceGuard guard;
    std::uint32_t groups = 0;

    /// Orders rest without trading.
    bool collects() const { return phase != Phase::Continuous; }
    bool isRare() const
    {
        return !waiting.empty() || !pegs.empty() || allOrNone + hidden + unpriced + groups != 0 || proRata || collects()
               || guard.action == GuardAction::Hold || !(terms.orders && terms.cancels && terms.marketOrders);
    }
};

} // namespace rialto::matching
