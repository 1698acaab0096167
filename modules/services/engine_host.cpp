// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine_host.h"

#include "domain/time_zone.h"

#include <utility>

namespace rialto {

namespace {

constexpr char kCheckpointKey[] = "simulator.checkpoint";
constexpr std::int64_t kCheckpointEvery = 60 * kNanosPerSecond;
constexpr std::int64_t kAskBack = 10 * kNanosPerMinute; // more than clocks differ; what is told twice is one fact

} // namespace

const char* EngineHost::checkpointKey() { return kCheckpointKey; }

EngineHost::EngineHost(Parts parts) : m_parts(std::move(parts)), m_engine(std::make_unique<Engine>(m_parts.limits)) {}

Result<std::unique_ptr<EngineHost>> EngineHost::open(Parts parts)
{
    std::unique_ptr<EngineHost> host(new EngineHost(std::move(parts)));
    if (const auto rebuilt = host->rebuild(); !rebuilt)
        return rebuilt.error();
    auto broker = host->m_parts.makeBroker(*host->m_engine, *host->m_parts.journal);
    if (!broker)
        return broker.error();
    host->m_broker = std::move(*broker);
    host->m_engine->setCapabilities(host->m_broker->capabilities());
    return host;
}

Result<void> EngineHost::rebuild()
{
    auto engine = std::make_unique<Engine>(m_parts.limits);
    const auto loaded = m_parts.journal->load([&](Fact&& fact) { return engine->restore(std::move(fact)); });
    if (!loaded)
        return loaded.error();
    m_engine = std::move(engine);
    if (m_broker)
        m_engine->setCapabilities(m_broker->capabilities());
    m_facts.clear();
    m_toSend.clear();
    ++m_version;
    return {};
}

Result<void> EngineHost::start(Timestamp now)
{
    setVenueTime(m_broker->venueTime(now));
    m_broker->start();
    m_started = true;
    return begin(now);
}

// After a start or a rebuild: tell a forgetful broker its open orders, settle replaces whose fate is unknown, ask for the state.
Result<void> EngineHost::begin(Timestamp now)
{
    absorb(m_engine->step({m_venueTime, m_tradingDay, Resume{m_broker->capabilities().simulated}}));
    if (m_broker->capabilities().simulated) {
        for (const auto& command : m_engine->resubmissions())
            send(command);
        for (const OrderId id : m_engine->orders().openOrders()) {
            if (m_engine->orders().find(id)->state != OrderState::PendingReplace)
                continue;
            ExecutionReport report;
            report.executionId = "replace-lost:" + std::to_string(m_venueTime.nanos) + ":" + std::to_string(id.value);
            report.order = id;
            report.event = OrderEvent::ReplaceRefused;
            report.reason = "oms.replace-lost-on-restart";
            report.time = m_venueTime;
            absorb(m_engine->step({m_venueTime, m_tradingDay, BrokerSaid{report}}));
        }
    }
    m_engine->noteStateAsked();
    m_broker->requestState(m_venueTime);
    return advance(now);
}

void EngineHost::setVenueTime(Timestamp time)
{
    m_venueTime = time;
    if (m_venueTime >= m_zoneValidUntil || m_venueTime < m_zoneValidUntil + -kNanosPerMinute * 15) {
        m_zoneOffset = utcOffsetSeconds(m_venueTime, m_parts.venueZone).valueOr(0);
        m_zoneValidUntil = m_venueTime + kNanosPerMinute * 15;
    }
    m_tradingDay = Date::ofUtc(m_venueTime, m_zoneOffset);
}

void EngineHost::absorb(StepResult&& result)
{
    std::move(result.facts.begin(), result.facts.end(), std::back_inserter(m_facts));
    std::move(result.send.begin(), result.send.end(), std::back_inserter(m_toSend));
    std::move(result.alerts.begin(), result.alerts.end(), std::back_inserter(m_alerts));
}

Reply EngineHost::stage(Body body, Timestamp now)
{
    setVenueTime(m_broker->venueTime(now));
    auto result = m_engine->step({m_venueTime, m_tradingDay, std::move(body)});
    Reply reply = result.reply;
    absorb(std::move(result));
    return reply;
}

Reply EngineHost::stagePast(Body body, Timestamp time, Date day)
{
    auto result = m_engine->step({time, day, std::move(body)});
    Reply reply = result.reply;
    absorb(std::move(result));
    return reply;
}

const Instrument* EngineHost::instrument(InstrumentId id) const
{
    const auto it = m_engine->instruments().find(id);
    return it == m_engine->instruments().end() ? nullptr : &it->second;
}

Result<void> EngineHost::commit()
{
    if (m_failure) {
        // The staged changes never reached the disk; forget them and try to stand on what did.
        if (const auto rebuilt = rebuild(); !rebuilt)
            return m_failure = rebuilt.error(), *m_failure;
        if (const auto probe = m_parts.journal->setSetting("host.probe", std::to_string(m_venueTime.nanos)); !probe)
            return m_failure = probe.error(), *m_failure;
        const Error past = *std::exchange(m_failure, std::nullopt);
        m_alerts.push_back({"host.recovered", past.code, OrderId(), m_venueTime});
        if (m_started) {
            m_engine->noteStateAsked();
            m_broker->requestState(Timestamp());
        }
        return past;
    }
    if (!m_facts.empty()) {
        if (auto stored = m_parts.journal->append(m_facts); !stored) {
            m_failure = stored.error();
            m_alerts.push_back({stored.error().code, stored.error().detail, OrderId(), m_venueTime});
            if (const auto rebuilt = rebuild(); !rebuilt)
                m_failure = rebuilt.error();
            return *m_failure;
        }
        m_facts.clear();
        ++m_version;
    }
    for (const auto& command : std::exchange(m_toSend, {}))
        send(command);
    return {};
}

void EngineHost::send(const BrokerCommand& command)
{
    if (const auto* submit = std::get_if<SubmitCommand>(&command))
        m_broker->submit(submit->order);
    else if (const auto* group = std::get_if<SubmitGroupCommand>(&command))
        m_broker->submitGroup(group->link, group->orders);
    else if (const auto* replace = std::get_if<ReplaceCommand>(&command))
        m_broker->replace(replace->order, replace->quantity, replace->limit);
    else if (const auto* cancel = std::get_if<CancelCommand>(&command))
        m_broker->cancel(cancel->order);
}

void EngineHost::onBrokerEvent(const BrokerEvent& event)
{
    if (const auto* quote = std::get_if<Quote>(&event)) {
        m_quotes.push_back(*quote);
    } else if (const auto* print = std::get_if<TradePrint>(&event)) {
        m_prints.push_back(*print);
        if (m_parts.recorder)
            if (const Instrument* traded = instrument(print->instrument))
                m_parts.recorder->onPrint(*print, *traded, m_tradingDay);
        return;
    } else if (const auto* depth = std::get_if<DepthUpdate>(&event)) {
        m_depths.push_back(*depth);
        return;
    }
    if (const auto* report = std::get_if<ExecutionReport>(&event); report != nullptr && report->time > m_venueTime)
        setVenueTime(report->time); // one poll may cross the end of a day
    if (const auto* connection = std::get_if<ConnectionChanged>(&event)) {
        if (connection->state == ConnectionState::Lost && !m_lostSince)
            m_lostSince = m_venueTime;
        else if (connection->state == ConnectionState::Connected && m_lostSince)
            m_askSince = *std::exchange(m_lostSince, std::nullopt) + -kAskBack;
    }
    const auto* closed = std::get_if<SessionClosed>(&event);
    const Date day = closed != nullptr ? closed->day : m_tradingDay;
    absorb(m_engine->step({m_venueTime, day, BrokerSaid{event}}));
    if (closed != nullptr && m_parts.recorder)
        m_parts.recorder->onSessionClosed(*closed);
}

Result<void> EngineHost::advance(Timestamp now)
{
    m_broker->poll(now, *this);
    setVenueTime(m_broker->venueTime(now));
    m_parts.board->publish(m_quotes, m_prints, m_depths);
    m_quotes.clear();
    m_prints.clear();
    m_depths.clear();
    const auto committed = commit();
    if (committed && m_askSince) { // the line is back: what became of the open orders?
        m_engine->noteStateAsked();
        m_broker->requestState(*std::exchange(m_askSince, std::nullopt));
    }
    if (m_parts.recorder)
        m_parts.recorder->flushIfDue(m_venueTime);
    if (committed && m_venueTime - m_lastCheckpoint > kCheckpointEvery) {
        m_lastCheckpoint = m_venueTime;
        return saveCheckpoint();
    }
    return committed;
}

Result<void> EngineHost::saveCheckpoint()
{
    if (!m_parts.checkpoint)
        return {};
    return m_parts.journal->setSetting(kCheckpointKey, m_parts.checkpoint(*m_broker));
}

Result<void> EngineHost::stop(Timestamp now)
{
    const auto last = advance(now);
    m_broker->stop();
    if (m_parts.recorder)
        m_parts.recorder->flush();
    m_started = false;
    const auto saved = saveCheckpoint();
    return last ? saved : last;
}

std::vector<Alert> EngineHost::takeAlerts() { return std::exchange(m_alerts, {}); }

} // namespace rialto
