// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/backtest_files.h"
#include "api/cli/backtest_input.h"
#include "api/cli/book_json.h"
#include "api/cli/report_options.h"
#include "api/cli/text_file.h"
#include "backtest/script/script_strategy.h"
#include "services/tear_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

namespace rialto::cli {

namespace {

struct BacktestArguments {
    BacktestInputArguments input;
    std::string strategy, script;
    std::vector<std::string> parameters, sweepRanges;
    double scriptSeconds = 60, scriptMegabytes = 512;
    std::string objective = "sharpe";
    std::vector<int> walk;
    bool anchored = false, list = false;
    int monteCarlo = 0, threads = 0;
    std::uint64_t seed = 1;
    double riskless = 0;
    std::string equityOut, tripsOut, fillsOut;
    bool report = false;
    ReportOptions reportOptions;
};

int listStrategies(Context& context)
{
    Json all = Json::array();
    std::string text;
    for (const auto& each : backtest::strategyCatalogue()) {
        Json parameters = Json::array();
        std::string shown;
        for (const auto& parameter : each.parameters) {
            const std::string fallback = parameter.kind == analytics::Parameter::Kind::Choice ? parameter.choices[std::size_t(parameter.fallback)] : fmt::format("{}", parameter.fallback);
            parameters.push_back({{"name", parameter.name}, {"default", fallback}, {"meaning", parameter.meaning}});
            shown += fmt::format("    {}={}  {}\n", parameter.name, fallback, parameter.meaning);
        }
        all.push_back({{"name", each.name}, {"title", each.title}, {"rules", each.rules}, {"parameters", parameters}});
        text += each.name + ": " + each.rules + "\n" + shown;
    }
    return context.ok(Json{{"strategies", all}}, text);
}

/// What the user said is one strategy; each call makes a fresh one.
Result<MakeStrategy> strategyOf(const BacktestArguments& given, std::ostream& err)
{
    if (given.strategy.empty() == given.script.empty())
        return invalid("cli.backtest-strategy", "say --strategy NAME (rialtoctl backtest --list shows them) or --script FILE.js");
    if (!given.script.empty()) {
        auto text = readTextFile(given.script);
        if (!text)
            return text.error();
        backtest::Script script{given.script, std::move(*text), given.parameters, {given.scriptSeconds, given.scriptMegabytes}, {}};
        if (given.sweepRanges.empty())
            script.log = [&err](const std::string& line) { err << "script: " << line << "\n"; };
        return MakeStrategy([script](const std::vector<std::string>& pairs) -> Result<std::unique_ptr<backtest::Strategy>> {
            backtest::Script one = script;
            one.parameters.insert(one.parameters.end(), pairs.begin(), pairs.end());
            return backtest::scriptStrategy(std::move(one));
        });
    }
    const auto* definition = backtest::findStrategy(given.strategy);
    if (definition == nullptr)
        return notFound("cli.backtest-strategy", "there is no strategy '" + given.strategy + "'; rialtoctl backtest --list shows what there is");
    return MakeStrategy([definition, fixed = given.parameters](const std::vector<std::string>& pairs) -> Result<std::unique_ptr<backtest::Strategy>> {
        std::vector<std::string> all = fixed;
        all.insert(all.end(), pairs.begin(), pairs.end());
        const auto values = backtest::strategyValues(*definition, all);
        if (!values)
            return values.error();
        return definition->make(*values);
    });
}

std::string ratioText(double value) { return std::isnan(value) ? std::string("-") : fmt::format("{:.2f}", value); }

Json pairsJson(const std::vector<std::string>& pairs)
{
    Json json = Json::object();
    for (const std::string& pair : pairs)
        json[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
    return json;
}

std::string joined(const std::vector<std::string>& pairs)
{
    std::string text;
    for (const std::string& pair : pairs)
        text += (text.empty() ? "" : " ") + pair;
    return text;
}

Json headOf(const BacktestArguments& given, const BacktestSource& source)
{
    Json series = Json::array();
    for (const auto& each : source.input.series)
        series.push_back({{"symbol", each.instrument.symbol}, {"bars", each.bars.size()}, {"first", isoUtc(each.bars.front().start)},
            {"last", isoUtc(each.bars.back().start)}, {"tick", each.instrument.spec.tick.text()}, {"lot", each.instrument.spec.lot.text()}});
    const auto& venue = source.input.venue;
    return {{"strategy", given.script.empty() ? given.strategy : given.script}, {"parameters", pairsJson(given.parameters)}, {"series", series},
        {"conventions",
            {{"decides", "after each complete bar; orders meet the market with the next one"},
                {"open", "call auction at the open's price (rule xetra); a gap through a limit fills at the open"},
                {"path", "open, the nearer extreme, the other, close"},
                {"liquidity", fmt::format("{} % of a bar's volume, a quarter at each point", double(venue.participationPpm) / 1e4)},
                {"half_spread_bp", double(venue.halfSpreadPpm) / 100}, {"latency_bars", venue.latencyBars}, {"fees", source.fees}, {"prices", source.adjustment},
                {"returns", "daily, simple, of equity"}, {"days_a_year", 252}, {"annual_return", "(1 + total)^(365 / days) - 1"}, {"ddof", 1},
                {"riskless", given.riskless}, {"shorts", "futures only"}, {"value_at_risk", "historical, quantile type 7"}}}};
}

Result<IssuedFiles> writeTearSheet(const backtest::BacktestResult& result, const BacktestArguments& given, const BacktestSource& source)
{
    const auto definition = reports::findReport("backtest-tear-sheet");
    if (!definition)
        return definition.error();
    TearSheetHead head;
    head.strategy = given.strategy;
    if (head.strategy.empty())
        head.strategy = given.script.substr(given.script.find_last_of("/\\") + 1);
    head.parameters = given.parameters;
    head.costs = source.fees;
    head.halfSpreadPpm = source.input.venue.halfSpreadPpm;
    head.participationPpm = source.input.venue.participationPpm;
    head.latencyBars = source.input.venue.latencyBars;
    head.riskless = given.riskless;
    // The end of the data, so that the same run makes the same bytes.
    for (const auto& series : source.input.series)
        head.createdAt = std::max(head.createdAt, series.bars.back().start);
    return issueReport(*definition, tearSheetData(result, head), given.reportOptions, {});
}

int oneRun(Context& context, const BacktestArguments& given, const BacktestSource& source, const MakeStrategy& make)
{
    auto strategy = make({});
    if (!strategy)
        return context.fail(strategy.error());
    const auto result = backtest::runBacktest(source.input, **strategy);
    if (!result)
        return context.fail(result.error());
    for (const auto& [path, text] : {std::pair{given.equityOut, equityCsv(*result)}, {given.tripsOut, tripsCsv(*result)}, {given.fillsOut, fillsCsv(*result)}})
        if (!path.empty())
            if (const auto written = writeTextFile(path, text); !written)
                return context.fail(written.error());
    const auto figures = backtest::figures(*result, given.riskless);
    Json document = headOf(given, source);
    document["start"] = result->start.text();
    document["end"] = result->end.text();
    document["currency"] = result->end.currency().code();
    document["fees"] = result->fees.text();
    document["taxes"] = result->taxes.text();
    document["figures"] = figuresJson(figures);
    Json refusals = Json::object();
    for (const auto& [code, count] : result->refusals)
        refusals[code] = count;
    document["orders"] = result->orders.size();
    document["fills"] = result->fills.size();
    document["refusals"] = refusals;
    document["ledger"] = "balanced";
    document["hash"] = fmt::format("{:016x}", result->hash);
    document["barsPlayed"] = result->barsPlayed;
    document["marketEvents"] = result->events;
    document["pricesRoundedToTick"] = result->roundedPrices;
    document["months"] = monthsJson(*result);
    document["drawdowns"] = drawdownsJson(*result, 5);
    Json trips = Json::array();
    for (const auto& trip : result->trips)
        trips.push_back(tripJson(*result, trip));
    document["trips"] = std::move(trips);
    std::string text = fmt::format("{}: {} to {}, {} -> {} {}\n", given.script.empty() ? given.strategy : given.script, result->days.empty() ? "-" : result->days.front().day.text(),
        result->days.empty() ? "-" : result->days.back().day.text(), result->start.text(), result->end.text(), result->end.currency().code());
    text += figuresText(figures, result->end.currency().code());
    text += fmt::format("  {:<28}{:>16}\n", "orders, fills", fmt::format("{}, {}", result->orders.size(), result->fills.size()));
    text += fmt::format("  {:<28}{:>16}\n", "fees and taxes", fmt::format("{} {}", (result->fees + result->taxes).text(), result->end.currency().code()));
    for (const auto& [code, count] : result->refusals)
        text += fmt::format("  refused {} x {}\n", count, code);
    if (given.report) {
        auto issued = writeTearSheet(*result, given, source);
        if (!issued)
            return context.fail(issued.error());
        document["report"] = {{"key", issued->key}, {"figures", issued->figures}, {"files", issuedJson(*issued)}};
        text += issuedText(*issued);
    }
    if (given.monteCarlo > 0) {
        const auto luck = backtest::resampleTrips(*result, given.monteCarlo, given.seed);
        document["monteCarlo"] = {{"method", "closed round trips drawn with replacement, profit over equity at opening, compounded"}, {"draws", given.monteCarlo}, {"seed", given.seed},
            {"percentiles", luck.percentiles}, {"totalReturn", luck.totalReturn}, {"maxDrawdown", luck.maxDrawdown}, {"lossProbability", luck.lossProbability}};
        if (!luck.totalReturn.empty())
            text += fmt::format("  luck: total return {:.1f} % to {:.1f} % (5 to 95 %), drawdown up to {:.1f} % (95 %), loss in {:.1f} % of {} draws\n", luck.totalReturn.front() * 100,
                luck.totalReturn.back() * 100, luck.maxDrawdown.back() * 100, luck.lossProbability * 100, given.monteCarlo);
    }
    return context.ok(document, text);
}

BacktestJobs jobsOf(Context& context, const BacktestArguments& given)
{
    BacktestJobs jobs;
    jobs.threads = given.threads;
    jobs.progress = [&err = context.err, last = std::size_t(0)](const BacktestProgress& progress) mutable {
        if (const std::size_t tenth = progress.of > 0 ? progress.done * 10 / progress.of : 0; tenth > last) {
            last = tenth;
            err << progress.done << " of " << progress.of << " runs\n";
        }
    };
    return jobs;
}

int manyRuns(Context& context, const BacktestArguments& given, const BacktestSource& source, const MakeStrategy& make)
{
    const auto grid = backtest::parameterGrid(given.sweepRanges);
    if (!grid)
        return context.fail(grid.error());
    const auto objective = backtest::parseObjective(given.objective);
    if (!objective)
        return context.fail(objective.error());
    const BacktestJobs jobs = jobsOf(context, given);
    Json document = headOf(given, source);
    document["objective"] = given.objective;
    if (!given.walk.empty()) {
        const auto walked = walkForward(source.input, make, *grid, *objective, given.riskless, given.walk[0], given.walk[1], given.anchored, jobs);
        if (!walked)
            return context.fail(walked.error());
        Json windows = Json::array();
        std::vector<std::vector<std::string>> cells;
        for (const auto& each : walked->windows) {
            const std::string from = Date::ofUtc(each.window.testFrom).text();
            windows.push_back({{"trainFrom", Date::ofUtc(each.window.trainFrom).text()}, {"testFrom", from}, {"testUntil", Date::ofUtc(each.window.testUntil).text()},
                {"chosen", pairsJson(each.chosen)}, {"trained", figuresJson(each.trained)}, {"tested", figuresJson(each.tested)}});
            cells.push_back({from, joined(each.chosen), ratioText(each.trained.sharpe), ratioText(each.tested.sharpe), fmt::format("{:.2f} %", each.tested.totalReturn * 100)});
        }
        document["windows"] = std::move(windows);
        document["figures"] = figuresJson(walked->figures, false);
        document["efficiency"] = orNull(walked->efficiency);
        return context.ok(document, table({"tested from", "chosen", "Sharpe then", "Sharpe after", "return"}, cells)
                + fmt::format("chained: {:.2f} % a year, Sharpe {:.2f}; efficiency {:.2f}\n", walked->figures.annualReturn * 100, walked->figures.sharpe, walked->efficiency));
    }
    const auto swept = sweep(source.input, make, *grid, *objective, given.riskless, jobs);
    if (!swept)
        return context.fail(swept.error());
    Json runs = Json::array();
    std::vector<std::size_t> order(swept->rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
        runs.push_back({{"parameters", pairsJson(swept->rows[i].pairs)}, {"figures", figuresJson(swept->rows[i].figures)}});
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return score(swept->rows[a].figures, *objective) > score(swept->rows[b].figures, *objective); });
    std::vector<std::vector<std::string>> cells;
    for (std::size_t i = 0; i < std::min<std::size_t>(20, order.size()); ++i) {
        const auto& row = swept->rows[order[i]];
        cells.push_back({joined(row.pairs), ratioText(row.figures.sharpe), fmt::format("{:.2f} %", row.figures.annualReturn * 100),
            fmt::format("{:.2f} %", row.figures.maxDrawdown * 100), std::to_string(row.figures.trips)});
    }
    document["runs"] = std::move(runs);
    document["best"] = pairsJson(swept->rows[swept->best].pairs);
    document["deflated"] = {{"method", "Bailey and Lopez de Prado (2014)"}, {"trials", swept->deflated.trials}, {"bestSharpe", orNull(swept->deflated.bestSharpe)},
        {"expectedMaximumWithoutSkill", orNull(swept->deflated.expectedMaximum)}, {"probability", orNull(swept->deflated.probability)}};
    return context.ok(document, table({"parameters", "Sharpe", "a year", "drawdown", "trips"}, cells)
            + fmt::format("{} runs; the best of so many without skill would show a Sharpe ratio of {:.2f}; chance that the best is better than that: {:.1f} %\n", swept->rows.size(),
                swept->deflated.expectedMaximum, swept->deflated.probability * 100));
}

int backtestVerb(Context& context, const BacktestArguments& given)
{
    if (given.list)
        return listStrategies(context);
    const auto make = strategyOf(given, context.err);
    if (!make)
        return context.fail(make.error());
    const auto source = readBacktestInput(context, given.input);
    if (!source)
        return context.fail(source.error());
    return given.sweepRanges.empty() && given.walk.empty() ? oneRun(context, given, *source, *make) : manyRuns(context, given, *source, *make);
}

} // namespace

Command backtestCommand()
{
    return {{"backtest"}, "Runs a strategy over bars through the engine that trades live, with costs; sweeps and walks forward",
        {"rialtoctl backtest --list", "rialtoctl backtest --bars SPY.csv --strategy sma_cross --param fast=20 --param slow=50",
            "rialtoctl backtest --bars A=a.csv --bars B=b.csv --strategy momentum_rotation --trips-out trips.csv",
            "rialtoctl backtest --bars SPY.csv --strategy sma_cross --sweep fast=5:50:5 --sweep slow=60:240:20",
            "rialtoctl backtest --bars SPY.csv --strategy sma_cross --sweep fast=10,20,50 --sweep slow=100,200 --walk-forward 750,250",
            "rialtoctl backtest --bars SPY.csv --script mine.js --param level=2 --monte-carlo 1000",
            "rialtoctl backtest --bars SPY.csv --strategy sma_cross --report tear --format pdf,xlsx,html --lang en,zh"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<BacktestArguments>();
            addBacktestInput(app, given->input);
            app.add_flag("--list", given->list, "Shows the strategies and their parameters");
            app.add_option("--strategy", given->strategy, "Name of a strategy");
            app.add_option("--script", given->script, "A strategy in JavaScript: onBar(series) and onTime(); docs/howto/write-a-strategy.md");
            app.add_option("--script-seconds", given->scriptSeconds, "Time that a run of the script may take")->check(CLI::Range(0.01, 86400.0))->capture_default_str();
            app.add_option("--script-megabytes", given->scriptMegabytes, "Memory that it may take (Linux)")->check(CLI::Range(1.0, 1e6))->capture_default_str();
            app.add_option("--param", given->parameters, "name=value");
            app.add_option("--sweep", given->sweepRanges, "name=from:to:step or name=a,b,c; several make a grid");
            app.add_option("--objective", given->objective, "What is best: sharpe, annual_return, calmar, sortino, profit_factor")->capture_default_str();
            app.add_option("--walk-forward", given->walk, "Trading days to choose on, and to test on: 750,250")->delimiter(',')->expected(2)->check(CLI::Range(2, 100'000));
            app.add_flag("--anchored", given->anchored, "Every window chooses on all the past");
            app.add_option("--threads", given->threads, "Of sweeps; default: one a core")->check(CLI::Range(1, 256));
            app.add_option("--monte-carlo", given->monteCarlo, "Draws round trips anew so many times")->check(CLI::Range(1, 1'000'000));
            app.add_option("--seed", given->seed, "Of the draws")->capture_default_str();
            app.add_option("--rf", given->riskless, "Riskless rate a year")->check(CLI::Range(-0.5, 1.0))->capture_default_str();
            auto* report = app.add_option("--report", given->reportOptions.folder, "Writes a tear sheet into this folder");
            app.add_option("--format", given->reportOptions.formats, "Of the tear sheet: pdf, xlsx, html, csv, json")->delimiter(',')->check(CLI::IsMember(reports::reportFormatNames()))->needs(report);
            app.add_option("--lang", given->reportOptions.languages, "Of the tear sheet: en, zh")->delimiter(',')->check(CLI::IsMember({"en", "zh"}))->needs(report);
            app.add_option("--brand", given->reportOptions.brandFile, "Of the tear sheet: the firm's white label")->needs(report);
            app.add_option("--equity-out", given->equityOut, "CSV of the account, a row a day");
            app.add_option("--trips-out", given->tripsOut, "CSV of round trips");
            app.add_option("--fills-out", given->fillsOut, "CSV of fills");
            return [given, report](Context& context) {
                given->report = report->count() > 0;
                return backtestVerb(context, *given);
            };
        }};
}

} // namespace rialto::cli
