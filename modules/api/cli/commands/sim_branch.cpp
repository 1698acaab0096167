// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/own_orders_file.h"
#include "api/cli/simulation_setup.h"
#include "api/cli/text_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace rialto::cli {

namespace simbranch {

constexpr std::size_t kRowsShown = 24;

struct Options {
    SimulationOptions simulation;
    std::string run;
    std::string at;
    std::optional<std::uint64_t> seed;
    std::string mix;
    std::string latency;
    std::string faults;
    std::string orders;
    bool withoutOrders = false;
};

Result<simulator::BranchChanges> changesOf(const Options& options, const simulator::SimulatorConfig& config, Timestamp start)
{
    simulator::BranchChanges changes;
    changes.seed = options.seed;
    changes.dropsScript = options.withoutOrders;
    if (!options.mix.empty()) {
        changes.mix = config.mix;
        if (const auto read = readMix(options.mix, *changes.mix); !read)
            return read.error();
    }
    if (!options.latency.empty()) {
        changes.latency = config.latency;
        if (const auto read = readLatency(options.latency, *changes.latency); !read)
            return read.error();
    }
    if (!options.faults.empty()) {
        changes.faults = config.faults;
        if (const auto read = readFaults(options.faults, *changes.faults); !read)
            return read.error();
    }
    if (!options.orders.empty()) {
        const auto text = readTextFile(options.orders);
        if (!text)
            return text.error();
        auto commands = readCommands(*text, config.listings, start);
        if (!commands)
            return commands.error();
        changes.commands = std::move(*commands);
    }
    return changes;
}

/// The step at whose end the branch opens.
Result<std::size_t> momentOf(const Options& options, const simulator::Timeline& timeline, Timestamp start)
{
    std::optional<Timestamp> moment;
    std::int64_t offset = 0;
    if (!readSimTime(options.at, moment, offset))
        return invalid("sim.options", "--at " + options.at + " is no time like 00:12:00, +720 or 2026-03-02T14:42:00Z");
    if (!moment)
        return static_cast<std::size_t>(offset / timeline.stepNanos());
    if (*moment < start)
        return invalid("sim.options", "--at " + options.at + " is before the start of the run");
    std::size_t step = 0;
    while (step < timeline.steps().size() && timeline.steps()[step].time <= *moment)
        ++step;
    return step;
}

Json sideJson(const simulator::Timeline& timeline)
{
    Json own = Json::array();
    for (const auto& report : timeline.reports())
        own.push_back(reportJson(report));
    const auto& exchange = timeline.exchange();
    return {{"stateHash", hashText(exchange.stateHash())}, {"tradeHash", hashText(exchange.tradeHash())}, {"trades", exchange.counters().trades},
            {"last", timeline.steps().empty() ? Json(nullptr) : Json(timeline.steps().back().last.text())}, {"ownReports", own}};
}

int branch(Context& context, Options options)
{
    SimulationRecord record;
    auto simulation = recordedSimulation(options.run, options.simulation, record);
    if (!simulation)
        return context.fail(simulation.error());
    const simulator::SimulatorConfig config = simulation->terms.config;
    simulator::Timeline base(std::move(simulation->terms));
    const Timestamp start = base.exchange().time();
    base.run(simulation->steps);
    if (const std::size_t step = leavesRecordAt(base, record); step > 0)
        return context.fail(corrupt("sim.record-differs", options.run + ": step " + std::to_string(step) + " does not come out as recorded; it was made by another version, or altered"));
    const auto moment = momentOf(options, base, start);
    if (!moment)
        return context.fail(moment.error());
    if (*moment > base.steps().size())
        return context.fail(invalid("sim.options", "--at " + options.at + " is after the end of the run"));
    const auto changes = changesOf(options, config, start);
    if (!changes)
        return context.fail(changes.error());
    auto other = base.branch(*moment, *changes);
    if (!other)
        return context.fail(other.error());
    other->run(base.steps().size() - *moment);

    const auto differs = simulator::firstDifference(base.steps(), other->steps());
    std::string focus;
    for (const auto& listing : config.listings)
        if (listing.instrument.id == base.focus())
            focus = listing.instrument.symbol;
    Json rows = Json::array();
    std::string text = fmt::format("{:>5}  {:<20} {:>12} {:>12} {:>10} {:>10}\n", "step", "time", "last", "branch", "trades", "branch");
    const std::size_t every = std::max<std::size_t>(base.steps().size() / kRowsShown, 1);
    for (std::size_t i = 0; i < base.steps().size(); ++i) {
        const auto& a = base.steps()[i];
        const auto& b = other->steps()[i];
        rows.push_back({{"step", i + 1}, {"time", isoUtc(a.time)}, {"same", a.hash == b.hash}, {"hash", hashText(a.hash)}, {"branchHash", hashText(b.hash)},
                        {"last", a.last.text()}, {"branchLast", b.last.text()}, {"volume", a.volume.text()}, {"branchVolume", b.volume.text()},
                        {"trades", a.trades}, {"branchTrades", b.trades}});
        if ((i + 1) % every == 0 || i + 1 == *moment)
            text += fmt::format("{:>5}{} {:<20} {:>12} {:>12} {:>10} {:>10}\n", i + 1, a.hash == b.hash ? " " : "*", isoUtc(a.time), a.last.text(), b.last.text(), a.trades, b.trades);
    }
    const Json json{{"seed", options.simulation.seed}, {"steps", base.steps().size()}, {"stepSeconds", options.simulation.stepSeconds},
                    {"branchedAfterStep", *moment}, {"branchedAt", isoUtc(*moment == 0 ? start : base.steps()[*moment - 1].time)},
                    {"firstDifferingStep", differs ? Json(*differs + 1) : Json(nullptr)}, {"instrument", focus}, {"snapshots", base.snapshots()},
                    {"base", sideJson(base)}, {"branch", sideJson(*other)}, {"comparison", rows}, {"conventions", simulationConventions()}};
    return context.ok(json, text + fmt::format("{}: the branch after step {} {}", focus, *moment,
                                                differs ? "differs from step " + std::to_string(*differs + 1) : std::string("never differs")));
}

} // namespace simbranch

Command simBranchCommand()
{
    return {{"sim", "branch"}, "Go back to a moment of a run and let it go on another way; both are compared step by step",
        {"rialtoctl sim branch --seed 7 --minutes 60 --at 00:20:00 --branch-seed 8", "rialtoctl sim branch --run run.json --at 2026-03-02T15:00:00Z --branch-orders other.csv --json",
            "rialtoctl sim branch --run run.json --at +600 --branch-mix crowd=3000,large=0"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<simbranch::Options>();
            addSimulationOptions(app, options->simulation);
            app.add_option("--run", options->run, "A run recorded by sim run --record; its options count");
            app.add_option("--at", options->at, "The moment: 00:20:00 or +1200 of trading time, or a moment with a zone; the end of the step before it")->required();
            app.add_option("--branch-seed", options->seed, "Other random numbers from there on");
            app.add_option("--branch-mix", options->mix, "Another mix of agents, as --mix");
            app.add_option("--branch-latency", options->latency, "Another latency, as --latency");
            app.add_option("--branch-faults", options->faults, "Other faults, as --faults");
            app.add_option("--branch-orders", options->orders, "More own orders (not before the moment), as --orders");
            app.add_flag("--without-orders", options->withoutOrders, "The rest of the run's own orders is not sent");
            return [options](Context& context) { return simbranch::branch(context, *options); };
        }};
}

} // namespace rialto::cli
