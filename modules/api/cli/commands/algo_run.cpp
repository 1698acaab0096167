// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/stored_series.h"
#include "backtest/algo_run.h"
#include "market/bar_store.h"
#include "simulator/demo_instruments.h"

#include <fmt/format.h>

#include <algorithm>

namespace rialto::cli {

namespace {

struct AlgoOptions {
    std::string algo;
    std::string symbol;
    std::string side = "buy";
    std::string quantity;
    int minutes = 60;
    int start = 30;
    std::string limit;
    std::string clip;
    std::string display;
    double participation = 10;
    int urgency = 3;
    std::uint64_t seed = 1;
    int runs = 1;
    std::string curveSource;
};

std::string basisPointText(std::int64_t hundredths) { return formatDecimal(hundredths, 2, 2); }

Json costJson(const backtest::AlgoCost& cost, std::int64_t opportunity)
{
    return {{"shortfallBp", basisPointText(cost.shortfall)}, {"spreadBp", basisPointText(cost.spread)}, {"impactBp", basisPointText(cost.impact)}, {"driftBp", basisPointText(cost.drift)},
        {"againstVwapBp", basisPointText(cost.againstVwap)}, {"opportunityBp", basisPointText(opportunity)}};
}

Result<backtest::AlgoRunInput> algoInputFrom(Context& context, const AlgoOptions& options)
{
    backtest::AlgoRunInput input;
    input.market.start = Date::of(2026, 1, 5).startUtc();
    input.market.runId = "algo";
    input.market.listings = simulator::demoListings(Date::of(2026, 1, 5));
    const auto listing = std::find_if(input.market.listings.begin(), input.market.listings.end(),
        [&](const simulator::Listing& each) { return each.instrument.symbol == options.symbol; });
    if (listing == input.market.listings.end())
        return notFound("cli.symbol-unknown", options.symbol.substr(0, 40) + " is not an instrument of the demo market");
    input.instrument = listing->instrument.id;
    const auto side = parseSide(options.side);
    const auto quantity = Quantity::parse(options.quantity);
    const auto clip = Quantity::parse(options.clip.empty() ? "0" : options.clip);
    const auto display = Quantity::parse(options.display.empty() ? "0" : options.display);
    if (!side)
        return side.error();
    for (const auto* each : {&quantity, &clip, &display})
        if (!*each)
            return each->error();
    input.algo = options.algo;
    input.terms.side = *side;
    input.terms.quantity = *quantity;
    input.terms.clip = *clip;
    input.terms.display = *display;
    input.terms.participationPerMille = static_cast<int>(options.participation * 10 + 0.5);
    input.terms.urgency = options.urgency;
    if (!options.limit.empty()) {
        const auto limit = Price::parse(options.limit);
        if (!limit)
            return limit.error();
        input.terms.limit = *limit;
    }
    input.startAfterOpen = options.start * kNanosPerMinute;
    input.duration = options.minutes * kNanosPerMinute;
    if (!options.curveSource.empty()) {
        const auto session = context.open();
        if (!session)
            return unavailable("cli.no-book", "the book with the bars cannot be opened");
        const auto key = storedSeries(session->bars(), options.symbol, "1m", options.curveSource, "--curve-source");
        if (!key)
            return key.error();
        auto bars = session->bars().read(*key);
        if (!bars)
            return bars.error();
        input.bars = std::move(*bars);
    }
    return input;
}

int runAlgoVerb(Context& context, const AlgoOptions& options)
{
    auto input = algoInputFrom(context, options);
    if (!input)
        return context.fail(input.error());
    Json runs = Json::array();
    std::vector<std::vector<std::string>> cells;
    backtest::AlgoCost mean;
    for (int run = 0; run < options.runs; ++run) {
        input->market.seed = options.seed + static_cast<std::uint64_t>(run);
        const auto result = backtest::runAlgo(*input);
        if (!result)
            return context.fail(result.error());
        const auto& cost = result->cost;
        Json json{{"seed", input->market.seed}, {"start", isoUtc(result->start)}, {"end", isoUtc(result->end)}, {"filled", result->filled.text()},
            {"left", result->left.text()}, {"orders", result->orders}, {"cancels", result->cancels}, {"fills", result->fills.size()},
            {"arrival", result->arrival.text()}, {"average", result->average.text()}, {"vwap", result->vwap.text()}, {"lastMiddle", result->last.text()},
            {"marketVolume", result->marketVolume.text()}, {"fees", result->fees.text()}, {"taxes", result->taxes.text()},
            {"cost", costJson(cost, result->opportunity)}};
        if (options.runs == 1) {
            Json fills = Json::array();
            for (const auto& fill : result->fills)
                fills.push_back({{"time", isoUtc(fill.time)}, {"price", fill.price.text()}, {"quantity", fill.quantity.text()}, {"middle", fill.middle.text()}});
            json["executions"] = fills;
        }
        runs.push_back(json);
        cells.push_back({std::to_string(input->market.seed), result->filled.text(), result->left.text(), result->arrival.text(), result->average.text(4),
            result->vwap.text(4), basisPointText(cost.shortfall), basisPointText(cost.spread), basisPointText(cost.impact), basisPointText(cost.drift), basisPointText(cost.againstVwap)});
        mean.shortfall += cost.shortfall;
        mean.spread += cost.spread;
        mean.impact += cost.impact;
        mean.drift += cost.drift;
        mean.againstVwap += cost.againstVwap;
    }
    Json summary;
    std::string text = table({"seed", "filled", "left", "arrival", "average", "VWAP", "shortfall", "spread", "impact", "drift", "vs VWAP"}, cells);
    for (std::int64_t* part : {&mean.spread, &mean.impact, &mean.drift, &mean.againstVwap})
        *part /= options.runs;
    mean.shortfall = mean.spread + mean.impact + mean.drift;
    if (options.runs > 1) {
        summary = costJson(mean, 0);
        summary.erase("opportunityBp");
        text += fmt::format("mean of {} runs: shortfall {} = spread {} + impact {} + drift {}; against VWAP {}\n", options.runs, basisPointText(mean.shortfall), basisPointText(mean.spread),
            basisPointText(mean.impact), basisPointText(mean.drift), basisPointText(mean.againstVwap));
    }
    text += "Costs in basis points of the arrival price, positive is worse. Impact is measured against the same market without the order.";
    return context.ok({{"algo", options.algo}, {"symbol", options.symbol}, {"side", options.side}, {"quantity", options.quantity}, {"minutes", options.minutes},
                          {"method", "shortfall = spread + impact + drift over the filled quantity; impact against a run of the same seed without the order; VWAP of everybody else"},
                          {"curve", options.algo != "vwap" ? Json() : Json(options.curveSource.empty() ? "a simulated day before" : "stored bars of " + options.curveSource)},
                          {"runs", runs}, {"mean", summary}},
        text);
}

} // namespace

Command algoRunCommand()
{
    return {{"algo", "run"}, "Work a large order in the simulated market by an algorithm, and say what it cost",
        {"rialtoctl algo run --algo twap --symbol MERI --quantity 5000 --minutes 60", "rialtoctl algo run --algo pov --participation 15 --symbol MERI --side sell --quantity 20000 --json",
            "rialtoctl algo run --algo implementation-shortfall --urgency 6 --symbol MERI --quantity 5000 --runs 20", "rialtoctl algo run --algo vwap --symbol MERI --quantity 5000 --curve-source sim --book DIR"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<AlgoOptions>();
            std::vector<std::string> ids;
            std::string what;
            for (const auto& algo : allAlgos()) {
                ids.push_back(algo.id);
                what += (what.empty() ? "" : "; ") + algo.id + ": " + algo.summary;
            }
            app.add_option("--algo", options->algo, what)->required()->check(CLI::IsMember(ids));
            app.add_option("--symbol", options->symbol, "Instrument of the demo market")->required();
            app.add_option("--side", options->side, "buy or sell")->check(CLI::IsMember({"buy", "sell"}))->capture_default_str();
            app.add_option("--quantity", options->quantity, "In all")->required();
            app.add_option("--minutes", options->minutes, "How long it may take")->check(CLI::Range(1, 390))->capture_default_str();
            app.add_option("--start", options->start, "Minutes after the open")->check(CLI::Range(0, 389))->capture_default_str();
            app.add_option("--limit", options->limit, "Never worse than this");
            app.add_option("--clip", options->clip, "Largest child order (default: a twentieth)");
            app.add_option("--display", options->display, "iceberg: shown at once (default: a tenth)");
            app.add_option("--participation", options->participation, "pov: percent of the volume")->check(CLI::Range(0.1, 50.0))->capture_default_str();
            app.add_option("--urgency", options->urgency, "implementation-shortfall: 1 (nearly even) to 10")->check(CLI::Range(1, 10))->capture_default_str();
            app.add_option("--seed", options->seed, "Of the market")->capture_default_str();
            app.add_option("--runs", options->runs, "So many markets, seeds rising by one")->check(CLI::Range(1, 200))->capture_default_str();
            app.add_option("--curve-source", options->curveSource, "vwap: volume curve from the book's stored minute bars of this source (default: a simulated day before)");
            return [options](Context& context) { return runAlgoVerb(context, *options); };
        }};
}

} // namespace rialto::cli
