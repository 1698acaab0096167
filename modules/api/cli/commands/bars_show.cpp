// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/adjust_bars.h"
#include "api/cli/book_json.h"
#include "api/cli/continuous_view.h"
#include "api/cli/stored_series.h"
#include "domain/date.h"
#include "market/bar_store.h"

namespace rialto::cli {

namespace {

struct ShowArguments {
    std::string symbol;
    std::string interval;
    std::string source;
    std::string from;
    std::string to;
    std::int64_t last = 0;
    std::shared_ptr<AdjustArguments> how = std::make_shared<AdjustArguments>();
    std::shared_ptr<ContinuousArguments> continuous = std::make_shared<ContinuousArguments>();
    bool first = false;
    bool history = false;
};

/// How `lineage` calls a bar of the series; its day or time goes in the place of TIME.
std::string valueIdOf(const market::SeriesKey& key) { return "bar:" + key.symbol + ":" + std::string(name(key.interval)) + ":" + key.source + ":TIME"; }

Result<Timestamp> timeOf(const std::string& text, Timestamp otherwise)
{
    if (text.empty())
        return otherwise;
    if (const auto date = Date::parse(text))
        return date->startUtc();
    return parseIso(text);
}

int show(Context& context, const ShowArguments& arguments)
{
    const auto from = timeOf(arguments.from, market::kBeginningOfTime);
    const auto to = timeOf(arguments.to, market::kEndOfTime);
    if (!from || !to)
        return context.fail(from ? to.error() : from.error());
    if (!arguments.continuous->rule.empty() && !arguments.continuous->files.empty())
        return showContinuous(context, nullptr, arguments.symbol, arguments.source, *arguments.continuous, arguments.last);
    const auto known = arguments.how->asKnown.empty() ? Result<Date>(Date()) : Date::parse(arguments.how->asKnown);
    if (!known)
        return context.fail(known.error());
    const auto session = context.open();
    if (!session)
        return kFailed;
    auto store = session->openBars();
    if (!store)
        return context.fail(store.error());
    if (!arguments.continuous->rule.empty())
        return showContinuous(context, store->get(), arguments.symbol, arguments.source, *arguments.continuous, arguments.last);
    const auto key = storedSeries(**store, arguments.symbol, arguments.interval, arguments.source, "--source");
    if (!key)
        return context.fail(key.error());
    const Timestamp evening((*known + 1).startUtc().nanos - 1);
    const auto bars = arguments.first ? market::readFirstKnown(**store, *key, *from, *to)
        : arguments.how->asKnown.empty() ? (*store)->read(*key, *from, *to) : market::readAsKnown(**store, *key, evening, *from, *to);
    if (!bars)
        return context.fail(bars.error());
    if (arguments.how->mode != "raw" || (!arguments.how->asKnown.empty() && key->interval == BarInterval::Day) || !arguments.how->map.empty()) {
        if (key->interval != BarInterval::Day)
            return context.fail(invalid("cli.adjust-daily", "only daily bars are adjusted; add --interval 1d"));
        const auto made = adjustBars(*bars, *arguments.how, {});
        if (!made)
            return context.fail(made.error());
        const std::size_t count = made->bars.size();
        const std::size_t most = arguments.last > 0 ? static_cast<std::size_t>(arguments.last) : context.json ? count : 20;
        const std::size_t first = count > most ? count - most : 0;
        Json document{{"symbol", key->symbol}, {"interval", name(key->interval)}, {"source", key->source}, {"adjusted", arguments.how->mode},
            {"asKnown", arguments.how->asKnown}, {"valueId", valueIdOf(*key)},
            {"method", made->method + (arguments.how->asKnown.empty() ? "" : "; of bars that were corrected after that day, the value of that day")}, {"count", count}, {"bars", adjustedJson(*made, first)}};
        return context.ok(document, adjustedText(*made, first));
    }
    // A screen holds so many; a program gets all unless it asks for fewer.
    const std::size_t wanted = arguments.last > 0 ? static_cast<std::size_t>(arguments.last) : context.json ? bars->size() : 20;
    const std::size_t start = bars->size() > wanted ? bars->size() - wanted : 0;
    Json rows = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (std::size_t i = start; i < bars->size(); ++i) {
        const Bar& bar = (*bars)[i];
        const std::string time = key->interval == BarInterval::Day ? Date::ofUtc(bar.start).text() : isoUtc(bar.start);
        rows.push_back({{"time", time}, {"open", bar.open.text()}, {"high", bar.high.text()}, {"low", bar.low.text()}, {"close", bar.close.text()},
            {"volume", bar.volume.text()}});
        cells.push_back({time, bar.open.text(2), bar.high.text(2), bar.low.text(2), bar.close.text(2), bar.volume.text()});
    }
    Json document{{"symbol", key->symbol}, {"interval", name(key->interval)}, {"source", key->source}, {"asKnown", arguments.how->asKnown.empty() ? Json(nullptr) : Json(arguments.how->asKnown)},
        {"valueId", valueIdOf(*key)}, {"count", bars->size()}, {"bars", rows}};
    if (arguments.history) {
        const auto versions = (*store)->versions(*key, *from, *to);
        if (!versions)
            return context.fail(versions.error());
        document["corrections"] = Json::array();
        for (const auto& each : *versions)
            document["corrections"].push_back({{"time", key->interval == BarInterval::Day ? Date::ofUtc(each.bar.start).text() : isoUtc(each.bar.start)}, {"open", each.bar.open.text()}, {"high", each.bar.high.text()},
                {"low", each.bar.low.text()}, {"close", each.bar.close.text()}, {"volume", each.bar.volume.text()}, {"until", isoUtc(each.replacedBy.time)},
                {"replacedBy", each.replacedBy.id > 0 ? "import " + std::to_string(each.replacedBy.id) : "decision " + std::to_string(-each.replacedBy.id)}});
    }
    return context.ok(document, table({"time", "open", "high", "low", "close", "volume"}, cells) + std::to_string(cells.size()) + " of " + std::to_string(bars->size())
            + " bars of " + key->symbol + ", " + std::string(name(key->interval)) + " from " + key->source);
}

} // namespace

Command barsShowCommand()
{
    return {{"bars", "show"}, "Show stored bars", {"rialtoctl bars show SPY --last 10", "rialtoctl bars show 600000.SH --interval 1d --from 2019-01-01 --to 2020-01-01 --json",
        "rialtoctl bars ES --continuous volume --roll ratio --json", "rialtoctl bars ES --continuous calendar --contracts es_trade_201312.csv es_trade_201403.csv",
        "rialtoctl bars AAPL --adjusted total --factors aapl.csv --map aapl_map.csv --as-known 2020-12-31 --json"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<ShowArguments>();
            app.add_option("symbol", given->symbol, "Symbol")->required();
            app.add_option("--interval", given->interval, "1m, 1h or 1d")->check(CLI::IsMember({"1m", "1h", "1d"}));
            app.add_option("--source", given->source, "Where the bars came from");
            app.add_option("--from", given->from, "First day or ISO time");
            app.add_option("--to", given->to, "Day or ISO time after the last bar");
            app.add_option("--adjusted", given->how->mode, "raw, split, or total (splits and dividends), with --factors")->check(CLI::IsMember({"raw", "split", "total"}))->capture_default_str();
            addAdjustOptions(app, given->how);
            addContinuousOptions(app, given->continuous);
            app.add_flag("--uncorrected", given->first, "Bars as they came first, without later corrections and repairs");
            app.add_flag("--corrections", given->history, "With --json: what corrected bars were before, until when, and what replaced them");
            app.add_option("--last", given->last, "Only the last N bars")->check(CLI::PositiveNumber);
            return [given](Context& context) { return show(context, *given); };
        }};
}

} // namespace rialto::cli
