// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/timeline.h"

#include <algorithm>

namespace rialto::simulator {

namespace {

void sortByTime(std::vector<ScriptedCommand>& script)
{
    std::stable_sort(script.begin(), script.end(), [](const ScriptedCommand& a, const ScriptedCommand& b) { return a.at < b.at; });
}

std::string hexOf(std::uint64_t hash)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = 0; i < 16; ++i)
        text[i] = kDigits[(hash >> (60 - 4 * i)) & 15U];
    return text;
}

} // namespace

class Timeline::Listener : public BrokerEventSink {
public:
    Listener(Timeline& timeline, BrokerEventSink* next) : m_timeline(timeline), m_next(next) {}
    void onBrokerEvent(const BrokerEvent& event) override
    {
        if (const auto* report = std::get_if<ExecutionReport>(&event))
            m_timeline.m_reports.push_back(*report);
        if (m_next != nullptr)
            m_next->onBrokerEvent(event);
    }

private:
    Timeline& m_timeline;
    BrokerEventSink* m_next;
};

Timeline::Timeline(Terms terms) : m_terms(std::move(terms))
{
    m_terms.stepNanos = std::max<std::int64_t>(m_terms.stepNanos, kNanosPerMilli);
    m_terms.snapshotEvery = std::max<std::size_t>(m_terms.snapshotEvery, 1);
    sortByTime(m_terms.script);
    m_exchange = std::make_unique<SimulatedExchange>(m_terms.config);
    if (!m_exchange->knows(m_terms.focus) && !m_terms.config.listings.empty())
        m_terms.focus = m_terms.config.listings.front().instrument.id;
    keepSnapshot();
}

std::vector<std::size_t> Timeline::snapshots() const
{
    std::vector<std::size_t> steps;
    for (const Snapshot& each : m_snapshots)
        steps.push_back(each.step);
    return steps;
}

void Timeline::keepSnapshot()
{
    m_snapshots.push_back({m_steps.size(), m_nextCommand, m_reports.size(), m_exchange->clone()});
    if (m_snapshots.size() <= kMostSnapshots)
        return;
    // A long run keeps fewer: every second one goes, and the next come half as often.
    std::vector<Snapshot> kept;
    for (std::size_t i = 0; i < m_snapshots.size(); i += 2)
        kept.push_back(std::move(m_snapshots[i]));
    m_snapshots = std::move(kept);
    m_terms.snapshotEvery *= 2;
}

void Timeline::carryOut(const ScriptedCommand& command, BrokerEventSink& sink)
{
    switch (command.kind) {
    case ScriptedCommand::Kind::Place: return m_exchange->submit(command.order);
    case ScriptedCommand::Kind::Cancel: return m_exchange->cancel(command.target);
    case ScriptedCommand::Kind::Replace: return m_exchange->replace(command.target, command.quantity, command.limit);
    case ScriptedCommand::Kind::Halt: m_exchange->halt(command.instrument); return;
    case ScriptedCommand::Kind::Resume: m_exchange->resume(command.instrument, sink); return;
    case ScriptedCommand::Kind::Reseed: return m_exchange->reseed(command.seed);
    case ScriptedCommand::Kind::SetMix: return m_exchange->setMix(command.mix);
    case ScriptedCommand::Kind::SetLatency: return m_exchange->setLatency(command.latency);
    case ScriptedCommand::Kind::SetFaults: return m_exchange->setFaults(command.faults);
    }
}

void Timeline::command(ScriptedCommand command)
{
    command.at = static_cast<std::int64_t>(m_steps.size()) * m_terms.stepNanos;
    // Behind what is due at this moment already, before what comes later.
    auto place = m_terms.script.begin() + static_cast<std::ptrdiff_t>(m_nextCommand);
    while (place != m_terms.script.end() && place->at <= command.at)
        ++place;
    m_terms.script.insert(place, std::move(command));
}

void Timeline::run(std::size_t steps, BrokerEventSink* listener)
{
    Listener sink(*this, listener);
    for (std::size_t i = 0; i < steps; ++i) {
        std::int64_t now = static_cast<std::int64_t>(m_steps.size()) * m_terms.stepNanos;
        const std::int64_t end = now + m_terms.stepNanos;
        while (m_nextCommand < m_terms.script.size() && m_terms.script[m_nextCommand].at < end) {
            const ScriptedCommand& command = m_terms.script[m_nextCommand++];
            const std::int64_t at = std::max(command.at, now);
            m_exchange->advanceBy(at - now, sink);
            now = at;
            carryOut(command, sink);
        }
        m_exchange->advanceBy(end - now, sink);
        const Quote quote = m_exchange->quote(m_terms.focus);
        m_steps.push_back({m_exchange->time(), m_exchange->stateHash(), m_exchange->counters().trades, quote.last, quote.bid, quote.ask, quote.volume});
        if (m_steps.size() % m_terms.snapshotEvery == 0)
            keepSnapshot();
    }
}

Result<Timeline> Timeline::branch(std::size_t step, const BranchChanges& changes) const
{
    if (step > m_steps.size())
        return invalid("simulator.no-such-step", std::to_string(step) + " of " + std::to_string(m_steps.size()));
    const std::int64_t moment = static_cast<std::int64_t>(step) * m_terms.stepNanos;
    for (const ScriptedCommand& command : changes.commands)
        if (command.at < moment)
            return invalid("simulator.command-in-the-past", std::to_string(command.at / kNanosPerSecond) + " s is before the branch at "
                                                                + std::to_string(moment / kNanosPerSecond) + " s");
    const Snapshot* from = &m_snapshots.front();
    for (const Snapshot& each : m_snapshots)
        if (each.step <= step)
            from = &each;
    Timeline other;
    other.m_terms = m_terms;
    other.m_exchange = from->exchange->clone();
    other.m_nextCommand = from->nextCommand;
    other.m_steps.assign(m_steps.begin(), m_steps.begin() + static_cast<std::ptrdiff_t>(from->step));
    for (const Snapshot& each : m_snapshots)
        if (each.step <= from->step)
            other.m_snapshots.push_back({each.step, each.nextCommand, each.reports, each.exchange->clone()});
    other.m_reports.assign(m_reports.begin(), m_reports.begin() + static_cast<std::ptrdiff_t>(from->reports));
    while (other.m_steps.size() < step) {
        other.run(1);
        const std::size_t last = other.m_steps.size() - 1;
        if (other.m_steps[last].hash != m_steps[last].hash)
            return corrupt("simulator.not-reproducible", "step " + std::to_string(last + 1) + ": " + hexOf(m_steps[last].hash) + " was recorded, "
                                                             + hexOf(other.m_steps[last].hash) + " came out");
    }
    if (changes.dropsScript)
        other.m_terms.script.resize(other.m_nextCommand);
    // Changes are commands too: a replay of the branch carries them out again.
    std::vector<ScriptedCommand> first;
    const auto change = [&](ScriptedCommand::Kind kind) -> ScriptedCommand& {
        first.emplace_back();
        first.back().at = moment;
        first.back().kind = kind;
        return first.back();
    };
    if (changes.seed)
        change(ScriptedCommand::Kind::Reseed).seed = *changes.seed;
    if (changes.mix)
        change(ScriptedCommand::Kind::SetMix).mix = *changes.mix;
    if (changes.latency)
        change(ScriptedCommand::Kind::SetLatency).latency = *changes.latency;
    if (changes.faults)
        change(ScriptedCommand::Kind::SetFaults).faults = *changes.faults;
    auto& script = other.m_terms.script;
    script.insert(script.end(), changes.commands.begin(), changes.commands.end());
    const auto next = script.begin() + static_cast<std::ptrdiff_t>(other.m_nextCommand);
    std::stable_sort(next, script.end(), [](const ScriptedCommand& a, const ScriptedCommand& b) { return a.at < b.at; });
    script.insert(next, first.begin(), first.end());
    return other;
}

std::optional<std::size_t> firstDifference(const std::vector<Timeline::Step>& a, const std::vector<Timeline::Step>& b)
{
    const std::size_t common = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < common; ++i)
        if (a[i].hash != b[i].hash)
            return i;
    return std::nullopt;
}

} // namespace rialto::simulator
