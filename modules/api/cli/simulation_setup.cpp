// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/simulation_setup.h"

#include "api/cli/json_file.h"
#include "api/cli/own_orders_file.h"
#include "api/cli/table_file.h"
#include "api/cli/text_file.h"
#include "simulator/demo_instruments.h"
#include "simulator/venue_listings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace rialto::cli {

namespace {

constexpr char kRecordFormat[] = "rialto-simulation 1";
constexpr std::int64_t kSessionMinutes = 390;
constexpr std::int64_t kMostMinutes = 400'000; // a thousand days

/// "a=1,b=2" into numbers of 10^-3; the message names what is wrong.
Result<std::map<std::string, std::int64_t>> readPairs(const std::string& text, const std::vector<std::string>& known)
{
    std::map<std::string, std::int64_t> pairs;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const std::string pair = text.substr(at, end - at);
        const std::size_t equals = pair.find('=');
        const std::string word = pair.substr(0, equals);
        std::int64_t value = 0;
        if (equals == std::string::npos || !parseFixed(pair.substr(equals + 1), 3, value) || value < 0)
            return invalid("sim.options", "'" + pair + "' is not WORD=NUMBER");
        if (std::find(known.begin(), known.end(), word) == known.end()) {
            std::string words;
            for (const std::string& each : known)
                words += (words.empty() ? "" : ", ") + each;
            return invalid("sim.options", "'" + word + "' is unknown; there are " + words);
        }
        pairs[word] = value;
        at = end + 1;
    }
    return pairs;
}

template <class Value>
void takePair(const std::map<std::string, std::int64_t>& pairs, const char* word, std::int64_t numerator, std::int64_t denominator,
              std::int64_t most, Value& into)
{
    const auto found = pairs.find(word);
    if (found != pairs.end())
        into = static_cast<Value>(std::min(found->second, most * denominator / numerator) * numerator / denominator);
}

Result<Date> startDay(const std::string& text)
{
    const auto day = Date::parse(text);
    if (!day)
        return invalid("sim.options", "--start " + text + " is no date like 2026-03-02");
    return *day;
}

} // namespace

void addSimulationOptions(CLI::App& app, SimulationOptions& options)
{
    app.add_option("--seed", options.seed, "Random numbers of prices, agents and messages")->capture_default_str();
    app.add_option("--minutes", options.minutes, "Trading minutes to live through (60, unless --days)")->check(CLI::Range(std::int64_t{1}, kMostMinutes));
    app.add_option("--days", options.days, "Trading days to live through")->check(CLI::Range(1, 1000));
    app.add_option("--start", options.start, "The first trading day (or the day before it)")->capture_default_str();
    app.add_option("--venue", options.venue, "Venue profile (rialtoctl sim limits names them), or demo: all invented instruments")->capture_default_str();
    app.add_option("--instruments", options.instruments, "Symbols, separated by commas; all when not said")->delimiter(',');
    app.add_option("--mix", options.mix, "Agents' pace per mille of usual: makers=1000,crowd=1000,trend=1000,large=1000");
    app.add_option("--latency", options.latency, "Milliseconds: order=2,cancel=2,feed=0,jitter=3");
    app.add_option("--faults", options.faults, "Per mille: reject=0,drop=0,report=0");
    app.add_option("--orders", options.orders, "CSV with own orders: time,action,id,symbol,side,type,quantity,price,tif");
    app.add_option("--step", options.stepSeconds, "Seconds of a step, after each of which the state's hash is kept")->check(CLI::Range(1, 23'400))->capture_default_str();
    app.add_option("--snapshot-every", options.snapshotEvery, "Steps between snapshots")->check(CLI::Range(1, 100'000))->capture_default_str();
}

Result<void> readMix(const std::string& text, simulator::AgentMix& mix)
{
    const auto pairs = readPairs(text, {"makers", "crowd", "trend", "large"});
    if (!pairs)
        return pairs.error();
    takePair(*pairs, "makers", 1, 1000, 10'000, mix.makers);
    takePair(*pairs, "crowd", 1, 1000, 10'000, mix.crowd);
    takePair(*pairs, "trend", 1, 1000, 10'000, mix.trend);
    takePair(*pairs, "large", 1, 1000, 10'000, mix.large);
    return {};
}

Result<void> readLatency(const std::string& text, simulator::LatencyModel& latency)
{
    const auto pairs = readPairs(text, {"order", "cancel", "feed", "jitter"});
    if (!pairs)
        return pairs.error();
    // Numbers came in thousandths of a millisecond.
    takePair(*pairs, "order", 1000, 1, simulator::LatencyModel::kLongest, latency.orderNanos);
    takePair(*pairs, "cancel", 1000, 1, simulator::LatencyModel::kLongest, latency.cancelNanos);
    takePair(*pairs, "feed", 1000, 1, simulator::LatencyModel::kLongest, latency.feedNanos);
    takePair(*pairs, "jitter", 1000, 1, 4 * kNanosPerSecond, latency.jitterNanos);
    return {};
}

Result<void> readFaults(const std::string& text, simulator::FaultModel& faults)
{
    const auto pairs = readPairs(text, {"reject", "drop", "report"});
    if (!pairs)
        return pairs.error();
    takePair(*pairs, "reject", 1, 1000, 1000, faults.rejectPerMille);
    takePair(*pairs, "drop", 1, 1000, 1000, faults.dropPerMille);
    takePair(*pairs, "report", 1, 1000, 1000, faults.dropReportPerMille);
    return {};
}

Result<Simulation> simulationOf(SimulationOptions& options)
{
    const auto day = startDay(options.start);
    if (!day)
        return day.error();
    Simulation simulation;
    simulator::SimulatorConfig& config = simulation.terms.config;
    config.seed = options.seed;
    config.runId = "sim";
    config.start = day->startUtc();
    config.listings = simulator::demoListings(*day);
    if (options.venue != "demo") {
        const matching::MarketRules* rules = matching::venueProfile(options.venue);
        if (rules == nullptr) {
            std::string known = " demo";
            for (const auto& profile : matching::venueProfiles())
                known += " " + profile.id;
            return notFound("sim.unknown_profile", options.venue + " (known:" + known + ")");
        }
        if (const auto listed = simulator::listAt(*rules, config); !listed)
            return listed.error();
    }
    if (!options.instruments.empty()) {
        auto some = simulator::onlyThese(config.listings, options.instruments);
        if (!some)
            return some.error();
        config.listings = std::move(*some);
        for (const auto& listing : config.listings)
            if (listing.instrument.tradable() && !simulation.terms.focus.valid())
                simulation.terms.focus = listing.instrument.id;
    }
    if (const auto read = readMix(options.mix, config.mix); !read)
        return read.error();
    if (const auto read = readLatency(options.latency, config.latency); !read)
        return read.error();
    if (const auto read = readFaults(options.faults, config.faults); !read)
        return read.error();
    simulation.terms.stepNanos = options.stepSeconds * kNanosPerSecond;
    simulation.terms.snapshotEvery = static_cast<std::size_t>(options.snapshotEvery);
    const std::int64_t minutes = options.minutes + std::int64_t{options.days} * kSessionMinutes;
    const std::int64_t seconds = (minutes == 0 ? 60 : minutes) * 60;
    simulation.steps = static_cast<std::size_t>((seconds + options.stepSeconds - 1) / options.stepSeconds);
    if (!options.orders.empty() && options.ordersText.empty()) {
        auto text = readTextFile(options.orders);
        if (!text)
            return text.error();
        options.ordersText = std::move(*text);
    }
    if (!options.ordersText.empty() || !options.orders.empty()) {
        const simulator::Session session = simulator::SessionClock().at(config.start);
        auto commands = readCommands(options.ordersText, config.listings, std::max(config.start, session.open));
        if (!commands)
            return commands.error();
        simulation.terms.script = std::move(*commands);
    }
    return simulation;
}

namespace {

/// Trading time from the first open to a moment of the venue; what falls into a night counts as the next open.
std::int64_t tradingTime(Timestamp start, Timestamp moment)
{
    const simulator::SessionClock clock;
    simulator::Session session = clock.at(start);
    std::int64_t passed = 0;
    Timestamp from = std::max(start, session.open);
    constexpr int kMostDays = 2000;
    for (int day = 0; day < kMostDays && moment >= session.close; ++day) {
        passed += session.close - from;
        session = clock.after(session.day);
        from = session.open;
    }
    return passed + std::max<std::int64_t>(moment - from, 0);
}

} // namespace

Result<std::vector<simulator::ScriptedCommand>> readCommands(const std::string& text, const std::vector<simulator::Listing>& listings,
                                                             Timestamp firstOpen)
{
    const auto rows = parseOwnOrders(text);
    if (!rows)
        return rows.error();
    std::vector<simulator::ScriptedCommand> commands;
    for (const OwnOrderRow& row : *rows) {
        const auto listed = std::find_if(listings.begin(), listings.end(),
                                         [&](const simulator::Listing& each) { return each.instrument.symbol == row.symbol; });
        using Asked = OwnOrderRow::Action;
        simulator::ScriptedCommand command;
        command.at = row.moment ? tradingTime(firstOpen, *row.moment) : row.offset;
        command.target = OrderId(row.id);
        command.quantity = row.quantity;
        command.limit = row.price;
        const bool needsInstrument = row.action == Asked::New || row.action == Asked::Halt || row.action == Asked::Resume;
        if (needsInstrument && listed == listings.end() && !(row.symbol.empty() && listings.size() == 1))
            return notFound("sim.orders-malformed", "row " + std::to_string(row.row) + ": symbol '" + row.symbol + "' is not listed");
        const simulator::Listing& listing = listed == listings.end() ? listings.front() : *listed;
        command.instrument = listing.instrument.id;
        switch (row.action) {
        case Asked::New: {
            command.kind = simulator::ScriptedCommand::Kind::Place;
            BrokerOrder& order = command.order;
            order.id = OrderId(row.id);
            order.clientOrderId = std::to_string(row.id);
            order.instrument = listing.instrument.id;
            order.side = row.side;
            order.type = row.type;
            order.tif = row.tif;
            order.quantity = row.quantity;
            order.limit = row.price;
            break;
        }
        case Asked::Cancel: command.kind = simulator::ScriptedCommand::Kind::Cancel; break;
        case Asked::Replace: command.kind = simulator::ScriptedCommand::Kind::Replace; break;
        case Asked::Halt: command.kind = simulator::ScriptedCommand::Kind::Halt; break;
        case Asked::Resume: command.kind = simulator::ScriptedCommand::Kind::Resume; break;
        }
        commands.push_back(std::move(command));
    }
    return commands;
}

std::string hashText(std::uint64_t value) { return fmt::format("{:016x}", value); }

Json stepJson(const simulator::Timeline::Step& step, std::size_t number)
{
    return {{"step", number}, {"time", isoUtc(step.time)}, {"hash", hashText(step.hash)}, {"last", step.last.text()}, {"bid", step.bid.text()},
            {"ask", step.ask.text()}, {"volume", step.volume.text()}, {"trades", step.trades}};
}

Json reportJson(const ExecutionReport& report)
{
    Json json{{"order", report.order.value}, {"event", std::string(name(report.event))}, {"time", isoUtc(report.time)}};
    if (report.lastQuantity.isPositive()) {
        json["quantity"] = report.lastQuantity.text();
        json["price"] = report.lastPrice.text();
        json["fee"] = report.fee.text();
        json["tax"] = report.tax.text();
    }
    if (!report.reason.empty())
        json["reason"] = report.reason;
    return json;
}

namespace {

Json rounded(double value)
{
    return std::isfinite(value) ? Json(std::round(value * 1e4) / 1e4) : Json(nullptr);
}

} // namespace

Json figuresJson(const simulator::MarketStatistics::Figures& figures, bool average)
{
    Json json{{"symbol", figures.symbol}, {"trades", figures.trades}};
    if (!average) {
        json["volume"] = figures.volume.text();
        json["open"] = figures.first.text();
        json["high"] = figures.high.text();
        json["low"] = figures.low.text();
        json["last"] = figures.last.text();
    }
    json["minuteReturns"] = figures.returns;
    json["kurtosis"] = rounded(figures.kurtosis);
    json["returnAutocorrelation"] = rounded(figures.returnMemory);
    Json memory = Json::object();
    for (std::size_t i = 0; i < figures.sizeMemory.size(); ++i)
        memory[std::to_string(simulator::MarketStatistics::kLags[i])] = rounded(figures.sizeMemory[i]);
    json["absoluteReturnAutocorrelation"] = std::move(memory);
    json["medianSpreadTicks"] = rounded(figures.spreadTicks);
    json["medianSpreadBp"] = rounded(figures.spreadBp);
    json[average ? "depthByLevelOfBest" : "depthByLevel"] = Json::array();
    for (const double each : figures.depth)
        json[average ? "depthByLevelOfBest" : "depthByLevel"].push_back(rounded(each));
    json["volumeByHalfHour"] = Json::array();
    for (const double each : figures.volumeShare)
        json["volumeByHalfHour"].push_back(rounded(each));
    json["samplesWithoutBothSides"] = figures.oneSided;
    return json;
}

Json recordJson(const SimulationOptions& options, const simulator::Timeline& timeline)
{
    Json json{{"format", kRecordFormat}, {"seed", options.seed}, {"minutes", options.minutes}, {"days", options.days}, {"start", options.start},
              {"venue", options.venue}, {"instruments", options.instruments}, {"mix", options.mix}, {"latency", options.latency},
              {"faults", options.faults}, {"orders", options.ordersText}, {"stepSeconds", options.stepSeconds},
              {"snapshotEvery", options.snapshotEvery}, {"snapshots", timeline.snapshots()}, {"hashes", Json::array()}};
    for (const auto& step : timeline.steps())
        json["hashes"].push_back(hashText(step.hash));
    return json;
}

Result<SimulationRecord> readRecord(const std::string& path)
{
    const auto json = readJsonFile(path);
    if (!json)
        return json.error();
    const Error malformed = invalid("sim.record-malformed", path + " is no run recorded by rialtoctl sim run --record");
    SimulationRecord record;
    try {
        if (!json->is_object() || json->value("format", "") != kRecordFormat)
            return malformed;
        SimulationOptions& options = record.options;
        options.seed = json->at("seed").get<std::uint64_t>();
        options.minutes = json->at("minutes").get<std::int64_t>();
        options.days = json->at("days").get<int>();
        options.start = json->at("start").get<std::string>();
        options.venue = json->at("venue").get<std::string>();
        options.instruments = json->at("instruments").get<std::vector<std::string>>();
        options.mix = json->at("mix").get<std::string>();
        options.latency = json->at("latency").get<std::string>();
        options.faults = json->at("faults").get<std::string>();
        options.ordersText = json->at("orders").get<std::string>();
        options.stepSeconds = json->at("stepSeconds").get<std::int64_t>();
        options.snapshotEvery = json->at("snapshotEvery").get<std::int64_t>();
        record.hashes = json->at("hashes").get<std::vector<std::string>>();
    } catch (const Json::exception&) {
        return malformed;
    }
    const SimulationOptions& o = record.options;
    if (o.minutes < 0 || o.minutes > kMostMinutes || o.days < 0 || o.days > 1000 || o.stepSeconds < 1 || o.stepSeconds > 23'400
        || o.snapshotEvery < 1 || o.snapshotEvery > 100'000)
        return malformed;
    return record;
}

Result<Simulation> recordedSimulation(const std::string& path, SimulationOptions& options, SimulationRecord& record)
{
    if (!path.empty()) {
        auto read = readRecord(path);
        if (!read)
            return read.error();
        record = std::move(*read);
        options = record.options;
    }
    return simulationOf(options);
}

std::size_t leavesRecordAt(const simulator::Timeline& timeline, const SimulationRecord& record)
{
    const auto& steps = timeline.steps();
    for (std::size_t i = 0; i < std::min(steps.size(), record.hashes.size()); ++i)
        if (hashText(steps[i].hash) != record.hashes[i])
            return i + 1;
    return 0;
}

Json simulationConventions()
{
    return {{"time", "trading time: 09:30 to 16:00 New York on XNYS days, nights take none"},
            {"market", "seeded agents in a matching engine with price-time priority; integers only"},
            {"returns", "log of the mid price from minute to minute, inside days"},
            {"kurtosis", "m4 / m2^2, 3 for a normal distribution (Cont 2001)"},
            {"spread", "median over the samples, one a step"},
            {"hash", "state of books, agents, values, messages and clock; equal for equal runs"}};
}

} // namespace rialto::cli
