// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/simulation_setup.h"
#include "api/cli/text_file.h"
#include "market/bar_builder.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <map>
#include <thread>

namespace rialto::cli {

namespace simrun {

struct Options {
    SimulationOptions simulation;
    std::string speed = "unlimited";
    std::string trades;
    std::string bars;
    std::string record;
};

/// Trades and minute bars as CSV, as they happen.
class Tape : public BrokerEventSink {
public:
    Tape(const std::vector<simulator::Listing>& listings, bool wantsTrades, bool wantsBars) : m_wantsTrades(wantsTrades), m_wantsBars(wantsBars)
    {
        for (const auto& listing : listings) {
            m_symbols[listing.instrument.id.value] = listing.instrument.symbol;
            m_bars.emplace(listing.instrument.id.value, market::BarBuilder(BarInterval::Minute));
        }
    }
    void onBrokerEvent(const BrokerEvent& event) override
    {
        if (const auto* print = std::get_if<TradePrint>(&event))
            take(*print);
        sessions += std::holds_alternative<SessionClosed>(event) ? 1 : 0;
    }
    void finish()
    {
        for (auto& [id, builder] : m_bars)
            if (const auto bar = builder.finish())
                write(id, *bar);
    }

    std::string trades = "time,symbol,price,quantity,side,sequence\n";
    std::string bars = "time,symbol,open,high,low,close,volume\n";
    std::int64_t barCount = 0;
    int sessions = 0;

private:
    void take(const TradePrint& print)
    {
        const std::uint32_t id = print.instrument.value;
        if (m_wantsTrades)
            trades += nanoTime(print.time) + "," + m_symbols[id] + "," + print.price.text() + "," + print.quantity.text() + ","
                      + (print.aggressor == rialto::Side::Buy ? "buy," : "sell,") + std::to_string(print.sequence) + "\n";
        if (!m_wantsBars)
            return;
        const auto builder = m_bars.find(id);
        if (builder == m_bars.end())
            return;
        if (const auto update = builder->second.add(print.time, print.price, print.quantity, Date::ofUtc(print.time)); update.finished)
            write(id, *update.finished);
    }
    static std::string nanoTime(Timestamp time)
    {
        const std::string seconds = isoUtc(Timestamp(time.nanos - time.nanos % kNanosPerSecond));
        return seconds.substr(0, 19) + fmt::format(".{:09d}Z", time.nanos % kNanosPerSecond);
    }
    void write(std::uint32_t id, const Bar& bar)
    {
        ++barCount;
        bars += isoUtc(bar.start) + "," + m_symbols[id] + "," + bar.open.text() + "," + bar.high.text() + "," + bar.low.text() + ","
                + bar.close.text() + "," + bar.volume.text() + "\n";
    }
    bool m_wantsTrades;
    bool m_wantsBars;
    std::map<std::uint32_t, std::string> m_symbols;
    std::map<std::uint32_t, market::BarBuilder> m_bars;
};

/// Keeps a run at so many times real time.
class Pace {
public:
    explicit Pace(std::int64_t speed) : m_speed(speed), m_begin(std::chrono::steady_clock::now()) {}
    void after(std::int64_t simulatedNanos) const
    {
        if (m_speed > 0)
            std::this_thread::sleep_until(m_begin + std::chrono::nanoseconds(simulatedNanos / m_speed));
    }

private:
    std::int64_t m_speed; // 0: unlimited
    std::chrono::steady_clock::time_point m_begin;
};

Result<std::int64_t> speedOf(const std::string& text)
{
    if (text == "unlimited")
        return std::int64_t{0};
    const auto number = parseDecimal(text, 0);
    if (!number || *number < 1 || *number > 1'000'000)
        return invalid("sim.options", "--speed " + text + " is neither 'unlimited' nor a whole number of times real time");
    return *number;
}

/// Too few trades to say anything: a dash.
std::string figure(double value, int digits) { return std::isnan(value) ? std::string("-") : fmt::format("{:.{}f}", value, digits); }

std::string table(const std::vector<simulator::MarketStatistics::Figures>& all)
{
    std::string text = fmt::format("{:<14} {:>8} {:>14} {:>12} {:>7} {:>7} {:>7} {:>8}\n", "instrument", "trades", "volume", "last", "kurt",
                                   "acf r", "acf|r|", "spread");
    for (const auto& each : all)
        text += fmt::format("{:<14} {:>8} {:>14} {:>12} {:>7} {:>7} {:>7} {:>8}\n", each.symbol, each.trades, each.volume.text(),
                            each.last.text(), figure(each.kurtosis, 1), figure(each.returnMemory, 2), figure(each.sizeMemory[0], 2), figure(each.spreadTicks, 1));
    return text;
}

int run(Context& context, Options options)
{
    const auto speed = speedOf(options.speed);
    if (!speed)
        return context.fail(speed.error());
    auto simulation = simulationOf(options.simulation);
    if (!simulation)
        return context.fail(simulation.error());
    const std::vector<simulator::Listing> listings = simulation->terms.config.listings;
    simulator::Timeline timeline(std::move(simulation->terms));
    Tape tape(listings, !options.trades.empty(), !options.bars.empty());
    simulator::MarketStatistics statistics(listings, &tape);
    const Pace pace(*speed);
    const Timestamp from = timeline.exchange().time();
    for (std::size_t step = 0; step < simulation->steps; ++step) {
        timeline.run(1, &statistics);
        statistics.sample(timeline.exchange());
        pace.after(static_cast<std::int64_t>(step + 1) * timeline.stepNanos());
    }
    tape.finish();
    for (const auto& [file, text] : {std::pair(options.trades, &tape.trades), std::pair(options.bars, &tape.bars)})
        if (!file.empty())
            if (const auto written = writeTextFile(file, *text); !written)
                return context.fail(written.error());
    if (!options.record.empty())
        if (const auto written = writeTextFile(options.record, recordJson(options.simulation, timeline).dump(1) + "\n"); !written)
            return context.fail(written.error());

    const auto& exchange = timeline.exchange();
    const auto figures = statistics.figures();
    const std::int64_t days = std::max<std::int64_t>(static_cast<std::int64_t>(simulation->steps) * options.simulation.stepSeconds / 23'400, 1);
    const auto average = simulator::MarketStatistics::average(figures, 1000 * days);
    Json own = Json::array();
    for (const auto& report : timeline.reports())
        own.push_back(reportJson(report));
    Json instruments = Json::array();
    for (const auto& each : figures)
        instruments.push_back(figuresJson(each, false));
    const Json json{{"seed", options.simulation.seed}, {"venue", options.simulation.venue}, {"from", isoUtc(from)}, {"to", isoUtc(exchange.time())},
                    {"steps", simulation->steps}, {"stepSeconds", options.simulation.stepSeconds}, {"sessionsClosed", exchange.counters().sessions},
                    {"trades", exchange.counters().trades}, {"commands", exchange.counters().commands}, {"acts", exchange.counters().acts},
                    {"tradeHash", hashText(exchange.tradeHash())}, {"stateHash", hashText(exchange.stateHash())},
                    {"lostMessages", exchange.lostMessages()}, {"lostReports", exchange.lostReports()}, {"snapshots", timeline.snapshots()},
                    {"average", figuresJson(average, true)}, {"instruments", instruments}, {"ownReports", own},
                    {"conventions", simulationConventions()}};
    return context.ok(json, table(figures)
                                + fmt::format("{} to {}: {} trades, {} sessions closed, {} reports of own orders\ntrades {}\nstate  {}", isoUtc(from),
                                              isoUtc(exchange.time()), exchange.counters().trades, exchange.counters().sessions,
                                              timeline.reports().size(), hashText(exchange.tradeHash()), hashText(exchange.stateHash())));
}

} // namespace simrun

Command simRunCommand()
{
    return {{"sim", "run"}, "Let the living exchange run by itself; the same seed gives the same trades",
        {"rialtoctl sim run --seed 7 --minutes 30 --json", "rialtoctl sim run --days 1 --instruments MERI,VOTE --trades trades.csv --bars bars.csv",
            "rialtoctl sim run --venue cn-sse-main --days 1 --json", "rialtoctl sim run --minutes 60 --orders own.csv --latency order=50,cancel=80,jitter=5 --record run.json",
            "rialtoctl sim run --minutes 5 --speed 60"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<simrun::Options>();
            addSimulationOptions(app, options->simulation);
            app.add_option("--speed", options->speed, "unlimited, or how many times real time")->capture_default_str();
            app.add_option("--trades", options->trades, "Write every trade to this CSV file");
            app.add_option("--bars", options->bars, "Write minute bars to this CSV file");
            app.add_option("--record", options->record, "Write the run to this file, for sim branch and sim verify");
            return [options](Context& context) { return simrun::run(context, *options); };
        }};
}

} // namespace rialto::cli
