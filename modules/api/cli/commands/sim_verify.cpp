// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/simulation_setup.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace simverify {

struct Options {
    SimulationOptions simulation;
    std::string against;
};

struct Outcome {
    std::string what;
    std::size_t differsAt = 0; // step, from 1; 0: nowhere
    std::string first;
    std::string second;
};

Outcome compared(std::string what, const simulator::Timeline& a, const simulator::Timeline& b)
{
    Outcome outcome{std::move(what), 0, hashText(a.exchange().stateHash()), hashText(b.exchange().stateHash())};
    if (const auto step = simulator::firstDifference(a.steps(), b.steps())) {
        outcome.differsAt = *step + 1;
        outcome.first = hashText(a.steps()[*step].hash);
        outcome.second = hashText(b.steps()[*step].hash);
    }
    return outcome;
}

int verify(Context& context, Options options)
{
    SimulationRecord record;
    auto simulation = recordedSimulation(options.against, options.simulation, record);
    if (!simulation)
        return context.fail(simulation.error());
    const std::size_t steps = simulation->steps;
    simulator::Timeline first(simulation->terms);
    first.run(steps);
    std::vector<Outcome> outcomes;
    {
        simulator::Timeline second(simulation->terms);
        second.run(steps);
        outcomes.push_back(compared("second run", first, second));
    }
    // Stopped half way: what is left of the market is a snapshot; it goes on from there.
    const std::size_t half = steps / 2;
    auto stopped = std::make_unique<simulator::Timeline>(simulation->terms);
    stopped->run(half);
    auto continued = stopped->branch(half);
    if (!continued)
        return context.fail(continued.error());
    stopped.reset();
    continued->run(steps - half);
    outcomes.push_back(compared("stopped at a snapshot after step " + std::to_string(half) + " and continued", first, *continued));
    if (!options.against.empty()) {
        Outcome outcome{"the record", leavesRecordAt(first, record), hashText(first.exchange().stateHash()), record.hashes.empty() ? "" : record.hashes.back()};
        if (outcome.differsAt > 0) {
            outcome.first = hashText(first.steps()[outcome.differsAt - 1].hash);
            outcome.second = record.hashes[outcome.differsAt - 1];
        } else if (record.hashes.size() != first.steps().size()) {
            outcome.differsAt = std::min(record.hashes.size(), first.steps().size()) + 1;
            outcome.second = "(no step)";
        }
        outcomes.push_back(std::move(outcome));
    }
    Json runs = Json::array();
    std::string text;
    const Outcome* wrong = nullptr;
    for (const Outcome& each : outcomes) {
        runs.push_back({{"run", each.what}, {"same", each.differsAt == 0}, {"firstDifferingStep", each.differsAt == 0 ? Json(nullptr) : Json(each.differsAt)},
                        {"hash", each.first}, {"otherHash", each.second}});
        text += fmt::format("{:<60} {}\n", each.what, each.differsAt == 0 ? "same" : "differs from step " + std::to_string(each.differsAt));
        wrong = wrong == nullptr && each.differsAt != 0 ? &each : wrong;
    }
    const Json json{{"seed", options.simulation.seed}, {"steps", steps}, {"stepSeconds", options.simulation.stepSeconds}, {"same", wrong == nullptr},
                    {"stateHash", hashText(first.exchange().stateHash())}, {"tradeHash", hashText(first.exchange().tradeHash())},
                    {"trades", first.exchange().counters().trades}, {"runs", runs}, {"conventions", simulationConventions()}};
    const int code = context.ok(json, text + fmt::format("{} trades, state {}", first.exchange().counters().trades, hashText(first.exchange().stateHash())));
    if (wrong == nullptr)
        return code;
    context.err << "sim.differs: " << wrong->what << " differs from step " << wrong->differsAt << " (" << wrong->first << " and " << wrong->second << ")\n";
    return kFailed;
}

} // namespace simverify

Command simVerifyCommand()
{
    return {{"sim", "verify"}, "Run a market twice, and once stopped at a snapshot and continued: the same hash after every step",
        {"rialtoctl sim verify --seed 7 --minutes 30", "rialtoctl sim verify --run run.json --json"}, [](CLI::App& app) -> Action {
            auto options = std::make_shared<simverify::Options>();
            addSimulationOptions(app, options->simulation);
            app.add_option("--run", options->against, "A run recorded by sim run --record: its options count, and its hashes must come out");
            return [options](Context& context) { return simverify::verify(context, *options); };
        }};
}

} // namespace rialto::cli
