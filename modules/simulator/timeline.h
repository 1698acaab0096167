// SPDX-License-Identifier: GPL-3.0-or-later
// Timeline: the time machine over a SimulatedExchange. It runs in steps of equal trading time, keeps the state's hash after each,
// carries out a script of a participant's commands at their moments, and keeps periodic snapshots (whole exchanges). From the end of any
// step another timeline can be opened, with other numbers, agents or orders, or with none changed: then it must go on with
// the very same hashes, and that is what `sim verify` and rewinding rest on. Pure; one thread.
// Times of commands are trading time since the start (nights take none). Errors: simulator.no-such-step,
// simulator.not-reproducible (a replayed step gave another hash: which, and both hashes), simulator.command-in-the-past.
#pragma once

#include "base/result.h"
#include "simulator/simulated_exchange.h"

#include <memory>
#include <optional>
#include <vector>

namespace rialto::simulator {

struct ScriptedCommand {
    enum class Kind { Place, Cancel, Replace, Halt, Resume, Reseed, SetMix, SetLatency, SetFaults };
    std::int64_t at = 0; // nanoseconds of trading time since the start
    Kind kind = Kind::Place;
    BrokerOrder order;      // Place
    rialto::OrderId target; // Cancel, Replace
    Quantity quantity;      // Replace
    Price limit;            // Replace
    InstrumentId instrument; // Halt, Resume
    std::uint64_t seed = 0;  // Reseed
    AgentMix mix;
    LatencyModel latency;
    FaultModel faults;
};

/// What is different from a moment on; what is not said stays.
struct BranchChanges {
    std::optional<std::uint64_t> seed;
    std::optional<AgentMix> mix;
    std::optional<LatencyModel> latency;
    std::optional<FaultModel> faults;
    bool dropsScript = false; // the rest of the old script is not carried out
    std::vector<ScriptedCommand> commands; // added; not before the moment of the branch
};

class Timeline {
public:
    struct Terms {
        SimulatorConfig config;
        std::int64_t stepNanos = kNanosPerMinute;
        std::size_t snapshotEvery = 10;       // steps
        std::vector<ScriptedCommand> script;  // sorted by `at` on entry
        InstrumentId focus;                   // whose prices the steps keep; none: the first listing
    };
    /// After a step.
    struct Step {
        Timestamp time;
        std::uint64_t hash = 0;
        std::uint64_t trades = 0; // so far
        Price last;
        Price bid;
        Price ask;
        Quantity volume;          // of the day
    };

    explicit Timeline(Terms terms);
    Timeline(Timeline&&) noexcept = default;
    Timeline& operator=(Timeline&&) noexcept = default;

    /// Lives through so many more steps; everything that happens also goes to `listener` when there is one.
    void run(std::size_t steps, BrokerEventSink* listener = nullptr);
    /// Carried out at the present moment, before the next step, and again whenever this timeline is replayed.
    void command(ScriptedCommand command);
    /// Steps lived through; `steps()[k]` is how things stand after k + 1 of them.
    const std::vector<Step>& steps() const { return m_steps; }
    const std::vector<ExecutionReport>& reports() const { return m_reports; }
    const std::vector<ScriptedCommand>& script() const { return m_terms.script; }
    const SimulatedExchange& exchange() const { return *m_exchange; }
    SimulatedExchange& exchange() { return *m_exchange; }
    std::int64_t stepNanos() const { return m_terms.stepNanos; }
    InstrumentId focus() const { return m_terms.focus; }
    /// Numbers of lived steps of which a snapshot is kept, the start (0) among them.
    std::vector<std::size_t> snapshots() const;

    /// A timeline that has lived through the first `step` steps of this one and goes on by itself, after `changes`.
    Result<Timeline> branch(std::size_t step, const BranchChanges& changes = {}) const;

private:
    static constexpr std::size_t kMostSnapshots = 48;
    struct Snapshot {
        std::size_t step = 0;
        std::size_t nextCommand = 0;
        std::size_t reports = 0;
        std::unique_ptr<const SimulatedExchange> exchange;
    };
    class Listener;
    Timeline() = default;
    void keepSnapshot();
    void carryOut(const ScriptedCommand& command, BrokerEventSink& sink);

    Terms m_terms;
    std::unique_ptr<SimulatedExchange> m_exchange;
    std::size_t m_nextCommand = 0;
    std::vector<Step> m_steps;
    std::vector<ExecutionReport> m_reports;
    std::vector<Snapshot> m_snapshots;
};

/// The first step after which the two differ, nothing when the shorter one is the beginning of the other.
std::optional<std::size_t> firstDifference(const std::vector<Timeline::Step>& a, const std::vector<Timeline::Step>& b);

} // namespace rialto::simulator
