// SPDX-License-Identifier: GPL-3.0-or-later
// SimulatedExchange: one venue in one process: order books (matching/), seeded agents who trade in them, and a door for
// participants, whose orders meet the agents' real resting liquidity. It has its own time, which passes only in `advance`;
// sessions follow each other without a night (session_clock.h). A second of 48 instruments costs some tens of microseconds.
// Pure: no clock, no thread, no I/O, no floating point. One thread. What happens goes to the sink of the call that made time pass:
// ExecutionReport, TradePrint, SessionClosed, BrokerState. Quotes and depth are asked for.
// The result depends on the configuration and on what participants did at which simulated time, not on the size of the steps.
#pragma once

#include "simulator/agents.h"
#include "simulator/order_gateway.h"
#include "simulator/session_clock.h"
#include "simulator/simulator_config.h"

#include "base/hash.h"
#include "matching/matching_engine.h"

#include <memory>
#include <vector>

namespace rialto::simulator {

class SimulatedExchange : private BookDoor {
public:
    struct Counters {
        std::uint64_t acts = 0;      // of agents, the second's step, arriving messages
        std::uint64_t commands = 0;  // to the books
        std::uint64_t trades = 0;
        std::uint64_t sessions = 0;  // closed
    };

    explicit SimulatedExchange(SimulatorConfig config);
    ~SimulatedExchange() override;
    /// A second exchange in exactly this state, which goes on exactly as this one would: a snapshot, and the start of a branch.
    std::unique_ptr<SimulatedExchange> clone() const;
    SimulatedExchange& operator=(const SimulatedExchange&) = delete;

    Timestamp time() const { return m_now; }
    const Session& session() const { return m_session; }
    const std::vector<Listing>& listings() const { return m_config.listings; }

    /// Lets this much trading time pass, over as many nights as it takes.
    void advanceBy(std::int64_t nanos, BrokerEventSink& sink);
    /// Until the simulated time is at least `to`.
    void advance(Timestamp to, BrokerEventSink& sink);
    /// The next single thing that happens (an agent's act, a message's arrival, a second, a close).
    void stepOnce(BrokerEventSink& sink);

    // Participants' messages set out at the present simulated time.
    void submit(const BrokerOrder& order) { m_gateway->submit(order, m_now); }
    void submitGroup(Link link, const std::vector<BrokerOrder>& orders) { m_gateway->submitGroup(link, orders, m_now); }
    void replace(rialto::OrderId order, Quantity quantity, Price limit) { m_gateway->replace(order, quantity, limit, m_now); }
    void cancel(rialto::OrderId order) { m_gateway->cancel(order, m_now); }
    void requestState(Timestamp since) { m_gateway->requestState(since, m_now); }

    // What a supervisor may change while the market runs. Nothing of it happens by itself.
    void setMix(const AgentMix& mix);
    void setLatency(const LatencyModel& latency) { m_gateway->setLatency(latency); }
    void setFaults(const FaultModel& faults) { m_gateway->setFaults(faults); }
    /// From here on other random numbers: prices, agents and messages go another way.
    void reseed(std::uint64_t seed);
    /// Orders rest and nothing trades until `resume`, which trades what crosses in an auction at one price (maximum volume,
    /// then the reference price, as Euronext does) and goes on continuously. False: not listed, not open, or so already.
    bool halt(InstrumentId instrument);
    bool resume(InstrumentId instrument, BrokerEventSink& sink);
    bool halted(InstrumentId instrument) const;
    /// What the auction would give now.
    matching::AuctionResult indicative(InstrumentId instrument) const;
    const LatencyModel& latency() const { return m_gateway->latency(); }
    const FaultModel& faults() const { return m_gateway->faults(); }
    const AgentMix& mix() const { return m_config.mix; }
    std::uint64_t lostMessages() const { return m_gateway->lostMessages(); }
    std::uint64_t lostReports() const { return m_gateway->lostReports(); }
    /// Where an order of a participant stands: its price and what trades before it there. Nothing when it does not rest.
    struct QueueStand {
        Price price;
        Quantity ahead;
        Quantity atPrice; // of everybody
        Quantity open;
    };
    std::optional<QueueStand> queueStand(rialto::OrderId order) const;

    bool knows(InstrumentId instrument) const { return indexOf(instrument) < m_boards.size(); }
    Quote quote(InstrumentId instrument) const;
    DepthUpdate depth(InstrumentId instrument, std::size_t levels) const;
    /// Instruments whose quote or depth may have changed since the last call.
    std::vector<InstrumentId> takeChanged();

    SimulatorCheckpoint checkpoint() const;
    const Counters& counters() const { return m_counters; }
    /// Over every trade so far: time, instrument, price, quantity, side.
    std::uint64_t tradeHash() const { return m_tradeHash.value(); }
    /// Over everything that decides what comes next.
    std::uint64_t stateHash() const;
    /// The value around which the makers quote.
    Price fairValue(InstrumentId instrument) const;
    const matching::MatchingEngine& books() const { return m_books; }

private:
    enum class Act : std::uint8_t { Open, Second, Quote, React, Crowd, Trend, Large, Tape };
    struct Due {
        std::int64_t time;
        std::uint64_t sequence;
        std::uint16_t listing;
        Act act;
        std::uint8_t maker;
    };
    struct Later {
        bool operator()(const Due& a, const Due& b) const
        {
            return a.time != b.time ? a.time > b.time : a.sequence > b.sequence;
        }
    };
    /// The day's statistics of one instrument, in ticks and lots.
    struct Board {
        std::int64_t last = 0;
        std::int64_t lastSize = 0;
        std::int64_t open = 0;
        std::int64_t high = 0;
        std::int64_t low = 0;
        std::int64_t previousClose = 0;
        std::int64_t volume = 0;
        std::int64_t trades = 0;
        bool changed = false;
        bool active = false; // agents trade it
        bool halted = false;
        matching::PriceBand band;
        std::uint8_t reacting = 0; // bit of each maker that is about to react
    };
    struct Replay {
        market::ReplayPath path;
        std::size_t listing;
        std::int64_t fairBefore = 0;
        Timestamp volumeUntil;
        matching::Lots left = 0;
    };
    struct BookEvents;

    std::optional<matching::Ticks> best(matching::BookId book, matching::Side side) const override;
    matching::Lots submit(const matching::NewOrder& order) override;
    void submitGroup(matching::GroupKind kind, std::span<const matching::NewOrder> orders) override;
    std::int64_t lastTicks(matching::BookId book) const override { return m_boards[book].last; }
    void cancel(matching::OrderId id) override;
    bool accepts(matching::BookId book, matching::Ticks price) const override;
    void replace(const matching::Replace& command) override;

    void onTrade(const matching::Trade& trade);
    void onCancelled(const matching::Cancelled& cancelled);
    void onRejected(const matching::Rejected& rejected);

    SimulatedExchange(const SimulatedExchange& other); // for clone()
    void restore(const SimulatorCheckpoint& checkpoint);
    void setPriceBands();
    void endHalts();
    void resumeBook(std::size_t listing);
    void drainUntil(Timestamp until);
    bool nextIsDue(Timestamp until) const;
    void doNext();
    void perform(const Due& due);
    void openSession();
    void closeSession();
    void turnTheDay();
    void second();
    void tape(Replay& replay);
    void publishIndices();
    Replay* replayOf(std::size_t listing);
    AgentView viewOf(std::size_t listing);
    void schedule(std::size_t listing, Act act, std::int64_t delay, unsigned maker = 0);
    void scheduleReaction(std::size_t listing);
    void react(std::size_t listing, unsigned maker);
    void hurryTheStale();
    void traded(Board& board, std::int64_t price, std::int64_t size) const;
    bool tradableOn(const Listing& listing, Date day) const;
    std::size_t indexOf(InstrumentId instrument) const;
    Price priceOf(std::size_t listing, std::int64_t ticks) const;
    Quantity quantityOf(std::size_t listing, std::int64_t lots) const;
    std::int64_t fairTicks(std::size_t listing) const;
    void tell(const BrokerEvent& event);

    SimulatorConfig m_config;
    SessionClock m_clock;
    Session m_session;
    Timestamp m_now;
    bool m_overnight = false;
    matching::MatchingEngine m_books;
    FairValues m_fair;
    std::vector<std::unique_ptr<InstrumentAgents>> m_agents;
    std::vector<Board> m_boards;
    std::vector<Replay> m_replays;
    std::unique_ptr<OrderGateway> m_gateway;
    std::vector<Due> m_queue; // a heap
    std::uint64_t m_sequence = 0;
    std::uint64_t m_printSequence = 0;
    std::int64_t m_liveliness = 1000;
    BrokerEventSink* m_sink = nullptr;
    Hasher m_tradeHash;
    Counters m_counters;
    std::vector<std::size_t> m_indexById;
};

} // namespace rialto::simulator
