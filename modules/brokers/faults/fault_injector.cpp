// SPDX-License-Identifier: GPL-3.0-or-later
#include "brokers/faults/fault_injector.h"

#include <algorithm>
#include <utility>

namespace rialto {

Result<FaultRates> parseFaultRates(std::string_view text)
{
    FaultRates rates;
    const std::pair<std::string_view, std::uint32_t*> kinds[] = {{"drop", &rates.drop}, {"duplicate", &rates.duplicate}, {"delay", &rates.delay},
        {"reorder", &rates.reorder}, {"disconnect", &rates.disconnect}, {"restart", &rates.restart}};
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find(','));
        text.remove_prefix(part.size() < text.size() ? part.size() + 1 : text.size());
        const auto equals = part.find('=');
        const auto kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& each) { return each.first == part.substr(0, equals); });
        const auto rate = equals == std::string_view::npos ? Result<std::int64_t>(invalid("broker.faults")) : parseDecimal(part.substr(equals + 1), 0);
        if (kind == std::end(kinds) || !rate || *rate < 0 || *rate > 1000)
            return invalid("broker.faults", "'" + std::string(part.substr(0, 60)) + "' is not one of drop, duplicate, delay, reorder, disconnect, restart with a rate of 0 to 1000 per mille");
        *kind->second = static_cast<std::uint32_t>(*rate);
    }
    return rates;
}

// Takes the adapter's events: market data goes on at once, words about orders take the bad line.
class FaultInjector::Catcher : public BrokerEventSink {
public:
    Catcher(FaultInjector& owner, BrokerEventSink& sink) : m_owner(owner), m_sink(sink) {}
    void onBrokerEvent(const BrokerEvent& event) override
    {
        const bool ofOrders = std::holds_alternative<ExecutionReport>(event) || std::holds_alternative<BrokerState>(event);
        if (!ofOrders) {
            // While the line is broken the adapter's own word about it would be a lie.
            if (!(m_owner.m_brokenUntil && std::holds_alternative<ConnectionChanged>(event)))
                m_sink.onBrokerEvent(event);
            return;
        }
        BrokerEventSink& sink = m_sink;
        m_owner.say(m_owner.m_in, [event, &sink] { sink.onBrokerEvent(event); });
    }

private:
    FaultInjector& m_owner;
    BrokerEventSink& m_sink;
};

FaultInjector::FaultInjector(std::unique_ptr<BrokerAdapter> inner, FaultRates rates, std::uint64_t seed, std::function<void()> restart)
    : m_inner(std::move(inner)), m_rates(rates), m_rng(seed), m_restart(std::move(restart))
{
}

void FaultInjector::say(Line& line, Act act)
{
    if (m_brokenUntil) {
        ++m_counts.dropped;
        return;
    }
    if (m_rates.drop > 0 && m_rng.chance(m_rates.drop)) {
        ++m_counts.dropped;
        return;
    }
    if (m_rates.duplicate > 0 && m_rng.chance(m_rates.duplicate)) {
        ++m_counts.duplicated;
        line.ready.push_back(act);
    }
    if (m_rates.delay > 0 && m_rng.chance(m_rates.delay)) {
        ++m_counts.delayed;
        const std::int64_t millis = std::max<std::int64_t>(1, m_rates.longestDelayNanos / kNanosPerMilli);
        line.late.push_back({m_now + m_rng.between(1, millis) * kNanosPerMilli, std::move(act)});
        return;
    }
    if (!line.ready.empty() && m_rates.reorder > 0 && m_rng.chance(m_rates.reorder)) {
        ++m_counts.reordered;
        line.ready.insert(line.ready.end() - 1, std::move(act));
        return;
    }
    line.ready.push_back(std::move(act));
}

void FaultInjector::release(Line& line)
{
    for (std::size_t i = 0; i < line.late.size();) {
        if (line.late[i].due <= m_now) {
            line.ready.push_back(std::move(line.late[i].act));
            line.late.erase(line.late.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            ++i;
        }
    }
}

void FaultInjector::submit(const BrokerOrder& order)
{
    say(m_out, [this, order] { m_inner->submit(order); });
}

void FaultInjector::submitGroup(Link link, const std::vector<BrokerOrder>& orders)
{
    say(m_out, [this, link, orders] { m_inner->submitGroup(link, orders); });
}

void FaultInjector::replace(OrderId order, Quantity quantity, Price limit)
{
    say(m_out, [this, order, quantity, limit] { m_inner->replace(order, quantity, limit); });
}

void FaultInjector::cancel(OrderId order)
{
    say(m_out, [this, order] { m_inner->cancel(order); });
}

void FaultInjector::requestState(Timestamp since)
{
    say(m_out, [this, since] { m_inner->requestState(since); });
}

void FaultInjector::breakLine()
{
    ++m_counts.disconnects;
    const std::int64_t millis = std::max<std::int64_t>(1, m_rates.longestBreakNanos / kNanosPerMilli);
    m_brokenUntil = m_now + m_rng.between(1, millis) * kNanosPerMilli;
    m_tellLost = true;
    // What is on the way out may still arrive; what comes in has nobody to come to.
    m_counts.dropped += m_in.ready.size() + m_in.late.size();
    m_in = {};
    if (m_rates.drop > 0 && m_rng.chance(500)) {
        m_counts.dropped += m_out.ready.size();
        m_out.ready.clear();
    }
}

void FaultInjector::poll(Timestamp now, BrokerEventSink& sink)
{
    m_now = now;
    if (m_brokenUntil && *m_brokenUntil <= now) {
        m_brokenUntil.reset();
        m_tellLost = false;
        sink.onBrokerEvent(ConnectionChanged{ConnectionState::Connected, "broker.faults"});
    }
    if (!m_brokenUntil && m_rates.restart > 0 && m_rng.chance(m_rates.restart)) {
        ++m_counts.restarts;
        breakLine();
        if (m_restart) {
            m_restart();
        } else {
            m_inner->stop();
            m_inner->start();
        }
    }
    release(m_out);
    for (auto& act : std::exchange(m_out.ready, {}))
        act();
    Catcher catcher(*this, sink);
    m_inner->poll(now, catcher);
    release(m_in);
    std::size_t whole = m_in.ready.size();
    const bool breaks = !m_brokenUntil && m_rates.disconnect > 0 && m_rng.chance(m_rates.disconnect);
    if (breaks && whole > 1) {
        whole = m_rng.below(static_cast<std::uint32_t>(whole));
        ++m_counts.midBatch;
    }
    auto batch = std::exchange(m_in.ready, {});
    for (std::size_t i = 0; i < whole; ++i)
        batch[i]();
    m_counts.dropped += batch.size() - whole;
    if (breaks)
        breakLine();
    if (std::exchange(m_tellLost, false))
        sink.onBrokerEvent(ConnectionChanged{ConnectionState::Lost, "broker.faults"});
}

} // namespace rialto
