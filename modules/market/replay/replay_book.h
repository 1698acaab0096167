// SPDX-License-Identifier: GPL-3.0-or-later
// ReplayBook: the book that recorded data describes, from orders, levels or quotes, together with what a participant of the replay
// has already taken from it, so that no liquidity is taken twice. Believes the data: a crossed book stays crossed. Pure; one owner.
// Taken quantity is kept by order (level 3) or by level; a level that shrinks cannot have more taken than is left of it.
#pragma once

#include "base/hash.h"
#include "market/replay/market_event.h"

#include <deque>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace rialto::market {

class ReplayBook {
public:
    struct Order {
        std::int64_t id = 0;
        std::uint64_t arrival = 0; // rises; renewed when the place is lost
        Quantity size;
        Quantity taken;
    };
    struct Level {
        std::deque<Order> orders; // by arrival; empty for levels and quotes
        Quantity size;
        Quantity taken;           // of levels and quotes
        bool unbounded = false;   // a quote that does not tell its size
    };
    /// False when the event does not fit the book (an unknown order, a size of nothing). Fill, Trade and End change nothing.
    bool apply(const MarketEvent& event);

    using Side = std::map<Price, Level>;
    const Side& bids() const { return m_bids; } // best last
    const Side& asks() const { return m_asks; } // best first
    const Side& side(bool bid) const { return bid ? m_bids : m_asks; }
    std::optional<Price> best(bool bid) const;
    /// Shown size of a level; zero where there is none.
    Quantity sizeAt(bool bid, Price price) const;
    /// What is left to take at a level; nothing: as much as wanted.
    std::optional<Quantity> available(const Level& level) const;
    /// Takes up to `wanted` from the level, front of the queue first; answers what it got.
    Quantity take(bool bid, Price price, Quantity wanted);
    /// Sum of the orders of a level that arrived before.
    Quantity aheadOf(bool bid, Price price, std::uint64_t arrival) const;
    struct Place {
        bool bid = false;
        Price price;
        std::uint64_t arrival = 0;
    };
    std::optional<Place> find(std::int64_t orderId) const;
    /// The arrival number that the next order would get; taking it makes a place in the queue.
    std::uint64_t takeArrival() { return m_arrivals++; }
    bool byOrder() const { return m_byOrder; }
    bool empty() const { return m_bids.empty() && m_asks.empty(); }
    std::size_t orders() const { return m_places.size(); }
    void hashInto(Hasher& hash) const;

private:
    void shrink(const Place& place, std::int64_t id, Quantity by);
    void remove(const Place& place, std::int64_t id);
    void setLevel(bool bid, Price price, Quantity size, bool unbounded);
    void keepTaken();
    bool add(const MarketEvent& event);
    bool setQuote(const MarketEvent& event);

    Side m_bids;
    Side m_asks;
    std::unordered_map<std::int64_t, Place> m_places;
    std::uint64_t m_arrivals = 1;
    bool m_byOrder = false;
    bool m_byLevel = false; // a record tells orders or levels, not both
    std::map<std::pair<bool, Price>, Quantity> m_keptLevels; // since a Clear, until the End
    std::unordered_map<std::int64_t, Quantity> m_keptOrders;
};

} // namespace rialto::market
