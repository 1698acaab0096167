// SPDX-License-Identifier: GPL-3.0-or-later
// InstrumentAgents: everyone who trades one instrument of the simulated venue: three market makers who quote five levels a side
// around the fair value, leaning against their inventory and widening with volatility; a crowd of noise traders, whose orders
// come in runs; a trend follower; and now and then somebody who works a large order. Or, for a replayed instrument, the tape:
// takers who trade the volume of the bars. Each act says how long until the next one; the exchange keeps the queue. Prices in
// ticks, sizes in lots, fair values raw. One thread. Seeded: the same calls give the same orders.
#pragma once

#include "simulator/book_door.h"
#include "simulator/listing.h"

#include "base/clock.h"
#include "base/hash.h"
#include "base/rng.h"

#include <array>
#include <cstdint>

namespace rialto::simulator {

/// What an agent knows when it acts.
struct AgentView {
    std::int64_t fair = 0;            // raw price
    std::int64_t volatility = 1000;   // present over usual, per mille
    std::int64_t liveliness = 1000;   // of the time of day, per mille
    bool replayed = false;            // the tape trades; the crowd only rests orders
};

/// How busy each kind of agent is, per mille of usual: 0 keeps it away. Makers: the size of their quotes (at least a tenth, so that
/// there is a market at all); the others: how often they act.
struct AgentMix {
    std::int64_t makers = 1000;
    std::int64_t crowd = 1000;
    std::int64_t trend = 1000;
    std::int64_t large = 1000;
    friend bool operator==(const AgentMix&, const AgentMix&) = default;
};

class InstrumentAgents {
public:
    static constexpr unsigned kMakers = 3;
    static constexpr unsigned kLevels = 5;
    static constexpr unsigned kCrowdSlots = 24;

    InstrumentAgents(const Listing& listing, matching::BookId book, BookDoor& door, std::uint64_t seed);
    /// The same agents at another exchange.
    InstrumentAgents(const InstrumentAgents& other, BookDoor& door) : InstrumentAgents(other) { m_door = &door; }

    // Each returns the nanoseconds until it wants to act again.
    std::int64_t quote(unsigned maker, const AgentView& view);
    std::int64_t actCrowd(const AgentView& view);
    std::int64_t followTrend(const AgentView& view);
    std::int64_t workLargeOrder(const AgentView& view);
    /// The tape of a replay: trades `lots` near the path; returns what found nobody.
    matching::Lots trade(matching::Lots lots, std::int64_t fairBefore, const AgentView& view);

    std::int64_t firstDelay(std::int64_t meanNanos) { return 1 + drawWait(meanNanos, 1000); }
    std::int64_t crowdWait() const { return m_crowdWait; }
    std::int64_t reactionDelay();
    /// Has the value left the quotes of this maker behind, so that it hurries?
    bool isStale(unsigned maker, const AgentView& view) const;
    /// Everybody goes home.
    void cancelAll();

    /// An order of ours traded: `remaining` is what it keeps.
    void onTrade(matching::OrderId id, matching::Side side, matching::Lots quantity, matching::Lots remaining);
    void onCancelled(matching::OrderId id);
    /// Other people from here on; what stands in the books stays.
    void reseed(std::uint64_t seed) { m_rng = Rng(seed); }
    void setMix(const AgentMix& mix) { m_mix = mix; }
    void hashInto(Hasher& hash) const;
    /// Which maker was hit since the last call, kMakers when none.
    unsigned takeHitMaker();

    std::int64_t inventory(unsigned maker) const { return m_makers[maker].inventory; }
    const Rng& rng() const { return m_rng; }
    Rng& rng() { return m_rng; }

private:
    struct Slot {
        matching::OrderId id = 0; // 0: free
        matching::Ticks price = 0;
        matching::Lots open = 0;
        matching::Side side = matching::Side::Buy;
    };
    struct Maker {
        std::int64_t inventory = 0; // lots
        std::int64_t quotedAround = 0; // the fair value then
        std::int64_t patience = 1;  // its spread and pace, in halves of the first maker's
    };
    static constexpr unsigned kCrowdFirst = kMakers * kLevels * 2;
    static constexpr unsigned kSlots = kCrowdFirst + kCrowdSlots;

    std::int64_t halfSpread(const AgentView& view) const;
    std::int64_t drawWait(std::int64_t mean, std::int64_t liveliness);
    std::int64_t paced(std::int64_t wait, std::int64_t perMille) const;
    matching::Lots drawSize(std::int64_t mean);
    void takeGift(matching::Side side, std::int64_t centre, std::int64_t half);
    matching::Lots take(matching::Side side, matching::Ticks limit, matching::Lots lots);
    void place(unsigned slot, matching::Side side, matching::Ticks price, matching::Lots lots);
    void withdraw(unsigned slot);
    void quoteSide(unsigned maker, matching::Side side, matching::Ticks price, matching::Ticks step);
    matching::Ticks limitBeyond(matching::Side side, std::int64_t spreads, const AgentView& view) const;
    matching::Ticks floorTicks(std::int64_t raw) const;

    BookDoor* m_door;
    matching::BookId m_book;
    Rng m_rng;
    std::int64_t m_tick;
    std::int64_t m_usualHalfSpread; // raw
    std::int64_t m_meanLots;        // of a trade
    std::int64_t m_dailyLots;
    std::int64_t m_makerWait;       // nanoseconds
    AgentMix m_mix;
    std::int64_t m_crowdWait;
    std::uint64_t m_serial = 0;
    std::array<Slot, kSlots> m_slots{};
    std::array<Maker, kMakers> m_makers{};
    unsigned m_hitMaker = kMakers;
    matching::Side m_crowdSide = matching::Side::Buy;
    // Trend follower: moving averages of the fair value and its position.
    std::int64_t m_fast = 0;
    std::int64_t m_slow = 0;
    std::int64_t m_trendPosition = 0;
    // Large order at work.
    std::int64_t m_largeLeft = 0;
    matching::Side m_largeSide = matching::Side::Buy;
};

} // namespace rialto::simulator
