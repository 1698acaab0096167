// SPDX-License-Identifier: GPL-3.0-or-later
// SimulatedExchange: one venue in one process: order books (matching/), seeded agents who trade in them, and a door for
// participants, whose orders meet the agents' real resting liquidity. It has its own time, which passes only in `advance`;
// sessions follow each other without a night (session_clock.h). A second of 48 instruments costs some tens of microseconds.
// Pure: no clock, no thread, no I/O, no floating point. One thread. What happens goes to the sink of the call that made time pass:
// ExecutionReport, TradePrint, SessionClosed, BrokerState. Quotes and depth are asked for.
// The result depends on the configuration and on what participants did at which simulated time, not on the size of the steps.
#pragma once

#include "brokers/simulator/agents.h"
#include "brokers/simulator/order_gateway.h"
#include "brokers/simulator/session_clock.h"
#include "brokers/simulator/simulator_config.h"

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
    SimulatedExchange(const SimulatedExchange&) = delete;
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
    void replace(rialto::OrderId order, Quantity quantity, Price limit) { m_gateway->replace(order, quantity, limit, m_now); }
    void cancel(rialto::OrderId order) { m_gateway->cancel(order, m_now); }
    void requestState(Timestamp since) { m_gateway->requestState(since, m_now); }

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
    void cancel(matching::OrderId id) override;
    void replace(const matching::Replace& command) override;

    void onTrade(const matching::Trade& trade);
    void onCancelled(const matching::Cancelled& cancelled);

    void restore(const SimulatorCheckpoint& checkpoint);
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
