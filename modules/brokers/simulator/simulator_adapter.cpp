// SPDX-License-Identifier: GPL-3.0-or-later
#include "brokers/simulator/simulator_adapter.h"

#include <algorithm>

namespace rialto::simulator {

namespace {

constexpr std::int64_t kLongestStep = 10 * kNanosPerMinute;

bool sameButForTime(const Quote& a, const Quote& b)
{
    return a.instrument == b.instrument && a.bid == b.bid && a.ask == b.ask && a.bidSize == b.bidSize && a.askSize == b.askSize
           && a.last == b.last && a.volume == b.volume && a.trades == b.trades && a.previousClose == b.previousClose;
}

} // namespace

class SimulatorAdapter::Forwarder : public BrokerEventSink {
public:
    Forwarder(SimulatorAdapter& adapter, BrokerEventSink& sink) : m_adapter(adapter), m_sink(sink) {}
    void onBrokerEvent(const BrokerEvent& event) override
    {
        if (std::holds_alternative<TradePrint>(event))
            return m_adapter.deliver(event, m_sink);
        if (std::holds_alternative<SessionClosed>(event)) {
            m_adapter.flush(m_sink);
            m_adapter.releaseDelayed(Timestamp(INT64_MAX), m_sink);
        }
        m_sink.onBrokerEvent(event);
    }

private:
    SimulatorAdapter& m_adapter;
    BrokerEventSink& m_sink;
};

BrokerCapabilities SimulatorAdapter::capabilities() const
{
    BrokerCapabilities able;
    for (int type = 0; type < kOrderTypes; ++type)
        able.orderTypes.push_back(static_cast<OrderType>(type));
    for (int tif = 0; tif < kTimesInForce; ++tif)
        able.timesInForce.push_back(static_cast<TimeInForce>(tif));
    able.replace = able.depth = able.simulated = true;
    able.iceberg = able.hidden = able.postOnly = true;
    able.groups = {Link::Oco, Link::Oto, Link::Bracket};
    return able;
}

void SimulatorAdapter::start()
{
    m_connectionChanged = m_connectionChanged || !m_running;
    m_running = true;
    m_lastPoll.reset();
    m_told.clear();
}

void SimulatorAdapter::stop()
{
    m_connectionChanged = m_connectionChanged || m_running;
    m_running = false;
}

void SimulatorAdapter::subscribe(InstrumentId instrument)
{
    if (!m_exchange.knows(instrument) || std::find(m_subscribed.begin(), m_subscribed.end(), instrument) != m_subscribed.end())
        return;
    m_subscribed.push_back(instrument);
    m_freshlySubscribed.push_back(instrument);
}

void SimulatorAdapter::unsubscribe(InstrumentId instrument)
{
    m_subscribed.erase(std::remove(m_subscribed.begin(), m_subscribed.end(), instrument), m_subscribed.end());
}

void SimulatorAdapter::tellConnection(BrokerEventSink& sink)
{
    if (!std::exchange(m_connectionChanged, false))
        return;
    sink.onBrokerEvent(ConnectionChanged{m_running ? ConnectionState::Connected : ConnectionState::Stopped, ""});
}

void SimulatorAdapter::deliver(BrokerEvent event, BrokerEventSink& sink)
{
    const std::int64_t delay = m_exchange.latency().feedNanos;
    if (delay <= 0 && m_delayed.empty())
        return sink.onBrokerEvent(event);
    // What was sent earlier never comes later, also when the latency has become shorter since.
    const Timestamp due = m_exchange.time() + std::min(std::max<std::int64_t>(delay, 0), LatencyModel::kLongest);
    m_delayed.push_back({m_delayed.empty() ? due : std::max(due, m_delayed.back().due), std::move(event)});
}

void SimulatorAdapter::releaseDelayed(Timestamp until, BrokerEventSink& sink)
{
    while (!m_delayed.empty() && m_delayed.front().due <= until) {
        const BrokerEvent event = std::move(m_delayed.front().event);
        m_delayed.pop_front();
        sink.onBrokerEvent(event);
    }
}

void SimulatorAdapter::poll(Timestamp now, BrokerEventSink& sink)
{
    tellConnection(sink);
    if (!m_running)
        return;
    const std::int64_t passed = m_lastPoll ? std::clamp<std::int64_t>(now - *m_lastPoll, 0, kLongestStep) : 0;
    m_lastPoll = now;
    Forwarder forwarder(*this, sink);
    m_exchange.advanceBy(passed, forwarder);
    flush(sink);
    releaseDelayed(m_exchange.time(), sink);
}

void SimulatorAdapter::step(BrokerEventSink& sink)
{
    tellConnection(sink);
    if (!m_running)
        return;
    Forwarder forwarder(*this, sink);
    m_exchange.stepOnce(forwarder);
    flush(sink);
    releaseDelayed(m_exchange.time(), sink);
}

void SimulatorAdapter::flush(BrokerEventSink& sink)
{
    if (m_told.empty())
        m_told.resize(m_exchange.listings().size());
    std::vector<InstrumentId> changed = m_exchange.takeChanged();
    std::size_t listing = 0;
    for (const InstrumentId instrument : changed) {
        while (m_exchange.listings()[listing].instrument.id != instrument)
            ++listing;
        const Quote quote = m_exchange.quote(instrument);
        if (sameButForTime(quote, m_told[listing]))
            continue;
        m_told[listing] = quote;
        deliver(quote, sink);
    }
    changed.insert(changed.end(), m_freshlySubscribed.begin(), m_freshlySubscribed.end());
    m_freshlySubscribed.clear();
    for (const InstrumentId instrument : m_subscribed)
        if (std::find(changed.begin(), changed.end(), instrument) != changed.end())
            deliver(m_exchange.depth(instrument, kDepthLevels), sink);
}

} // namespace rialto::simulator
