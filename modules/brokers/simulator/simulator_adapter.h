// SPDX-License-Identifier: GPL-3.0-or-later
// SimulatorAdapter: the living exchange as a broker. `poll` makes time pass: only the differences between the `now`s of polls
// count (the host scales them for its speed; a negative difference is none, a huge one is cut to ten minutes), because the
// venue has a time of its own, `venueTime`, that skips nights; every event carries it. Engine thread only.
// In a poll: reports, trades, session ends in the order of time; quotes of what changed, the newest only, and depth of what is
// subscribed come at the end and before a SessionClosed, so that the day's last quotes belong to the day. With a feed latency
// quotes, trades and depth come that much venue time later, in the first poll after, and all that is left before a SessionClosed.
// Latency of orders and cancels, jitter and faults are the exchange's (SimulatorConfig::latency, ::faults).
// An order that survived a restart is submitted again with the same client order id, what is open as its quantity.
#pragma once

#include "simulator/simulated_exchange.h"

#include <deque>
#include <optional>
#include <vector>

namespace rialto::simulator {

class SimulatorAdapter : public BrokerAdapter {
public:
    static constexpr std::size_t kDepthLevels = 10;

    explicit SimulatorAdapter(SimulatorConfig config) : m_exchange(std::move(config)) {}

    std::string id() const override { return "simulator"; }
    BrokerCapabilities capabilities() const override;

    void start() override;
    void stop() override;
    void submit(const BrokerOrder& order) override { m_exchange.submit(order); }
    void submitGroup(Link link, const std::vector<BrokerOrder>& orders) override { m_exchange.submitGroup(link, orders); }
    void replace(OrderId order, Quantity quantity, Price limit) override { m_exchange.replace(order, quantity, limit); }
    void cancel(OrderId order) override { m_exchange.cancel(order); }
    void subscribe(InstrumentId instrument) override;
    void unsubscribe(InstrumentId instrument) override;
    void requestState(Timestamp since) override { m_exchange.requestState(since); }
    Timestamp venueTime(Timestamp) const override { return m_exchange.time(); }
    void poll(Timestamp now, BrokerEventSink& sink) override;

    /// The next single event of the venue, for a paused host.
    void step(BrokerEventSink& sink);
    const Session& session() const { return m_exchange.session(); }
    SimulatorCheckpoint checkpoint() const { return m_exchange.checkpoint(); }
    const SimulatedExchange& exchange() const { return m_exchange; }
    void setLatency(const LatencyModel& latency) { m_exchange.setLatency(latency); }
    void setFaults(const FaultModel& faults) { m_exchange.setFaults(faults); }

private:
    class Forwarder;
    void tellConnection(BrokerEventSink& sink);
    void flush(BrokerEventSink& sink);
    void deliver(BrokerEvent event, BrokerEventSink& sink);
    void releaseDelayed(Timestamp until, BrokerEventSink& sink);

    SimulatedExchange m_exchange;
    std::vector<InstrumentId> m_subscribed;
    std::vector<InstrumentId> m_freshlySubscribed;
    std::vector<Quote> m_told; // by listing
    struct Delayed {
        Timestamp due;
        BrokerEvent event;
    };
    std::deque<Delayed> m_delayed; // market data on its way
    std::optional<Timestamp> m_lastPoll;
    bool m_running = false;
    bool m_connectionChanged = false;
};

} // namespace rialto::simulator
