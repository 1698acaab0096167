// SPDX-License-Identifier: GPL-3.0-or-later
// What the sim verbs share: the options that say which simulated market to run, own orders from a CSV file, and how steps, reports
// and statistics are told. The orders file has a header with any of: time, action, id, symbol, side, type, quantity, price, tif;
// time is seconds since the start of trading ("90", "+90.5", "00:01:30") or a moment of the venue (ISO 8601 with an offset or Z).
// Errors: sim.orders-malformed (row and column), sim.unknown_profile, sim.options, and those of table files and listings.
#pragma once

#include "api/cli/command.h"
#include "simulator/market_statistics.h"
#include "simulator/timeline.h"

#include <string>
#include <vector>

namespace rialto::cli {

struct SimulationOptions {
    std::uint64_t seed = 1;
    std::int64_t minutes = 0; // 0 with days 0: 60
    int days = 0;
    std::string start = "2026-03-02";
    std::string venue = "demo";
    std::vector<std::string> instruments;
    std::string mix;
    std::string latency;
    std::string faults;
    std::string orders;     // a file
    std::string ordersText; // its text, when it is known already
    std::int64_t stepSeconds = 60;
    std::int64_t snapshotEvery = 10;
};

void addSimulationOptions(CLI::App& app, SimulationOptions& options);

/// Configuration, script and steps as the options say.
struct Simulation {
    simulator::Timeline::Terms terms;
    std::size_t steps = 0;
};
/// Reads the orders file into `ordersText`.
Result<Simulation> simulationOf(SimulationOptions& options);

/// "makers=1000,crowd=500": per mille; unknown words are errors. Empty text changes nothing.
Result<void> readMix(const std::string& text, simulator::AgentMix& mix);
/// "order=2,cancel=2,feed=0,jitter=3": milliseconds, decimals allowed.
Result<void> readLatency(const std::string& text, simulator::LatencyModel& latency);
/// "reject=5,drop=1,report=2": per mille.
Result<void> readFaults(const std::string& text, simulator::FaultModel& faults);
/// `text` is an orders file's.
Result<std::vector<simulator::ScriptedCommand>> readCommands(const std::string& text, const std::vector<simulator::Listing>& listings,
                                                             Timestamp firstOpen);

/// A recorded run: the options with the orders in them, and the state's hash after each step. Errors: sim.record-malformed.
struct SimulationRecord {
    SimulationOptions options;
    std::vector<std::string> hashes;
};
Json recordJson(const SimulationOptions& options, const simulator::Timeline& timeline);
Result<SimulationRecord> readRecord(const std::string& path);
/// The simulation of a record's file, when `path` is not empty, and of the options otherwise; both arguments come back filled.
Result<Simulation> recordedSimulation(const std::string& path, SimulationOptions& options, SimulationRecord& record);
/// The step (from 1) at which the timeline leaves the record, 0 when it does not.
std::size_t leavesRecordAt(const simulator::Timeline& timeline, const SimulationRecord& record);

std::string hashText(std::uint64_t value);
Json stepJson(const simulator::Timeline::Step& step, std::size_t number);
Json reportJson(const ExecutionReport& report);
Json figuresJson(const simulator::MarketStatistics::Figures& figures, bool average);
/// Which models and conventions the figures rest on.
Json simulationConventions();

} // namespace rialto::cli
