// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "api/cli/bars_file.h"
#include "api/cli/book_json.h"
#include "api/cli/stored_series.h"
#include "market/bar_store.h"

#include <charconv>
#include <cmath>
#include <ostream>

namespace rialto::cli {

namespace {

namespace ta = rialto::analytics;

struct IndicatorOptions {
    std::string name;
    std::string about;
    std::vector<std::string> parameters;
    std::string input, symbol, interval, barSource, source, second;
    bool csv = false, stream = false, skipMissing = false;
    std::int64_t last = 0;
};

/// The columns that an indicator reads, and where they came from.
struct IndicatorBars {
    std::vector<std::string> dates;
    std::vector<double> open, high, low, close, volume, value, second;
    std::vector<std::int64_t> time;
    std::string value_from, second_from;
    std::size_t skipped = 0;
    Json warnings = Json::array();

    ta::Series series() const { return {open, high, low, close, volume, value, second, time, dates.size()}; }
};

std::string shortestNumber(double value)
{
    char buffer[40];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value == 0 ? 0.0 : value);
    return error == std::errc() ? std::string(buffer, end) : std::string();
}

Json parameterJson(const ta::Parameter& parameter)
{
    using Kind = ta::Parameter::Kind;
    Json json{{"name", parameter.name}, {"kind", parameter.kind == Kind::Whole ? "whole" : parameter.kind == Kind::Real ? "real" : "choice"}};
    if (parameter.kind == Kind::Choice) {
        json["default"] = parameter.choices[static_cast<std::size_t>(parameter.fallback)];
        json["choices"] = parameter.choices;
    } else {
        json["default"] = parameter.kind == Kind::Whole ? Json(static_cast<std::int64_t>(parameter.fallback)) : Json(parameter.fallback);
        json["low"] = parameter.low;
        json["high"] = parameter.high;
    }
    json["meaning"] = parameter.meaning;
    if (!parameter.aliases.empty())
        json["alsoCalled"] = parameter.aliases;
    return json;
}

std::string drawName(ta::Draw draw)
{
    switch (draw) {
    case ta::Draw::Line: return "line";
    case ta::Draw::Histogram: return "histogram";
    case ta::Draw::Dots: return "dots";
    case ta::Draw::Cloud: return "cloud";
    case ta::Draw::Candle: return "candle";
    case ta::Draw::Marker: return "marker";
    }
    return {};
}

Json describeJson(const ta::Indicator& indicator, bool withWarmUp)
{
    Json parameters = Json::array(), outputs = Json::array();
    for (const auto& parameter : indicator.parameters)
        parameters.push_back(parameterJson(parameter));
    for (const auto& output : indicator.outputs)
        outputs.push_back({{"name", output.name}, {"draw", drawName(output.draw)}});
    Json json{{"name", indicator.name}, {"title", indicator.title}, {"group", indicator.group}, {"aliases", indicator.aliases}, {"inputs", indicator.inputs},
        {"source", indicator.source}, {"parameters", parameters}, {"outputs", outputs}, {"overlay", indicator.overlay}, {"method", indicator.method}};
    if (withWarmUp)
        if (const auto values = ta::defaultValues(indicator)) {
            const int bars = ta::warmUpBars(indicator, *values);
            json["warmUpBars"] = bars < 0 ? Json(nullptr) : Json(bars);
        }
    return json;
}

std::string parameterText(const ta::Indicator& indicator)
{
    std::string text;
    const auto values = ta::defaultValues(indicator);
    for (std::size_t i = 0; values && i < indicator.parameters.size(); ++i)
        text += (i ? " " : "") + indicator.parameters[i].name + "=" + values->text(i);
    return text;
}

int listIndicators(Context& context)
{
    Json all = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const auto& indicator : ta::indicatorCatalogue()) {
        if (context.json)
            all.push_back(describeJson(indicator, false));
        cells.push_back({indicator.name, indicator.title, indicator.group, parameterText(indicator)});
    }
    const std::size_t count = cells.size();
    return context.ok(Json{{"count", count}, {"indicators", all}}, table({"name", "title", "group", "parameters"}, cells) + std::to_string(count) + " indicators");
}

int describeIndicator(Context& context, const ta::Indicator& indicator)
{
    std::string text = indicator.name + ": " + indicator.title + " (" + indicator.group + ")\n" + indicator.method + "\n\n";
    std::vector<std::vector<std::string>> cells;
    const auto values = ta::defaultValues(indicator);
    for (std::size_t i = 0; values && i < indicator.parameters.size(); ++i) {
        std::string range;
        for (const auto& one : indicator.parameters[i].choices)
            range += (range.empty() ? "" : "|") + one;
        if (range.empty())
            range = shortestNumber(indicator.parameters[i].low) + " to " + shortestNumber(indicator.parameters[i].high);
        cells.push_back({indicator.parameters[i].name, values->text(i), range, indicator.parameters[i].meaning});
    }
    if (!cells.empty())
        text += table({"parameter", "default", "range", "meaning"}, cells) + "\n";
    const Json json = describeJson(indicator, true);
    text += "inputs: ";
    for (const auto& input : indicator.inputs)
        text += input + " ";
    text += "\noutputs: ";
    for (const auto& output : indicator.outputs)
        text += output.name + " ";
    text += "\nfirst full value after " + (json["warmUpBars"].is_null() ? std::string("as many bars as the prices need") : json["warmUpBars"].dump() + " bars");
    return context.ok(json, text);
}

bool needs(const ta::Indicator& indicator, std::string_view input)
{
    return std::find(indicator.inputs.begin(), indicator.inputs.end(), input) != indicator.inputs.end();
}

/// "close", "hl2" or any column of the file.
Result<std::vector<double>> chosenColumn(const BarsFile& file, const ta::Series& bars, const std::string& source)
{
    if (const auto* column = file.column(source))
        return *column;
    std::vector<double> mean = ta::sourceColumn(bars, source);
    if (mean.empty())
        return invalid("indicator.missing-column", "the file has no column '" + source + "' (it has: " + file.columnNames() + ")");
    return mean;
}

Result<IndicatorBars> barsOfFile(const ta::Indicator& indicator, const IndicatorOptions& options)
{
    auto file = BarsFile::read(options.input);
    if (!file)
        return file.error();
    IndicatorBars bars;
    bars.value_from = options.source.empty() ? indicator.source : options.source;
    bars.second_from = options.second.empty() ? indicator.secondSource : options.second;
    const auto load = [&]() -> Result<void> {
        bars.dates = file->dates();
        for (const auto& [name, into] : {std::pair<const char*, std::vector<double>*>{"open", &bars.open}, {"high", &bars.high}, {"low", &bars.low},
                 {"close", &bars.close}, {"volume", &bars.volume}}) {
            const auto* column = file->column(name);
            if (column != nullptr)
                *into = *column;
            else if (needs(indicator, name))
                return invalid("indicator.missing-column", indicator.name + " needs the column " + name + "; the file has: " + file->columnNames());
        }
        for (const auto& [input, source, into] : {std::tuple<const char*, std::string, std::vector<double>*>{"value", bars.value_from, &bars.value},
                 {"second", bars.second_from, &bars.second}}) {
            if (!needs(indicator, input))
                continue;
            auto column = chosenColumn(*file, bars.series(), source);
            if (!column)
                return column.error();
            *into = std::move(*column);
        }
        return {};
    };
    if (const auto loaded = load(); !loaded)
        return loaded.error();
    std::vector<bool> drop(file->rows(), false);
    for (const auto& [input, column] : {std::pair<const char*, const std::vector<double>*>{"open", &bars.open}, {"high", &bars.high}, {"low", &bars.low}, {"close", &bars.close},
             {"volume", &bars.volume}, {"value", &bars.value}, {"second", &bars.second}}) {
        if (!needs(indicator, input))
            continue;
        for (std::size_t i = 0; i < column->size(); ++i) {
            if (std::isfinite((*column)[i]))
                continue;
            if (!options.skipMissing)
                return invalid("indicator.bad-number", options.input + ", line " + std::to_string(file->fileRow(i)) + ": no number for " + input
                        + "; correct the file, or leave such rows out with --skip-missing");
            bars.skipped += drop[i] ? 0 : 1;
            drop[i] = true;
        }
    }
    if (bars.skipped > 0) {
        file->remove(drop);
        if (const auto loaded = load(); !loaded)
            return loaded.error();
    }
    std::size_t crossed = 0;
    for (std::size_t i = 0; i < std::min(bars.high.size(), bars.low.size()); ++i)
        crossed += bars.high[i] < bars.low[i];
    if (crossed > 0)
        bars.warnings.push_back(std::to_string(crossed) + " bars have a high below the low");
    if (needs(indicator, "time")) {
        auto times = file->times();
        if (!times)
            return times.error();
        bars.time = std::move(*times);
    }
    return bars;
}

Result<IndicatorBars> barsOfBook(Context& context, const ta::Indicator& indicator, const IndicatorOptions& options)
{
    BookOptions book;
    book.directory = context.book;
    const auto session = context.books.open(context.withCredentials(book));
    if (!session)
        return session.error();
    auto store = (*session)->openBars();
    if (!store)
        return store.error();
    const auto key = storedSeries(**store, options.symbol, options.interval, options.barSource);
    if (!key)
        return key.error();
    const auto stored = (*store)->read(*key, market::kBeginningOfTime, market::kEndOfTime);
    if (!stored)
        return stored.error();
    IndicatorBars bars;
    const auto number = [](const std::string& text) {
        double value = ta::kNone;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    };
    for (const Bar& bar : *stored) {
        bars.dates.push_back(key->interval == BarInterval::Day ? Date::ofUtc(bar.start).text() : isoUtc(bar.start));
        bars.open.push_back(number(bar.open.text()));
        bars.high.push_back(number(bar.high.text()));
        bars.low.push_back(number(bar.low.text()));
        bars.close.push_back(number(bar.close.text()));
        bars.volume.push_back(number(bar.volume.text()));
        bars.time.push_back(bar.start.nanos / 1'000'000);
    }
    bars.value_from = options.source.empty() ? indicator.source : options.source;
    bars.second_from = options.second.empty() ? indicator.secondSource : options.second;
    bars.value = ta::sourceColumn(bars.series(), bars.value_from);
    bars.second = ta::sourceColumn(bars.series(), bars.second_from);
    return bars;
}

Result<ta::Outputs> byStream(const ta::Indicator& indicator, const ta::Values& values, const ta::Series& series)
{
    const auto stream = indicator.stream(values);
    ta::Outputs outputs(indicator.outputs.size(), std::vector<double>(series.size, ta::kNone));
    std::vector<double> out(outputs.size());
    for (std::size_t i = 0; i < series.size; ++i) {
        stream->update(series.tick(i), out);
        for (std::size_t k = 0; k < out.size(); ++k)
            outputs[k][i] = out[k];
    }
    return outputs;
}

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string all = "\"";
    for (const char c : text)
        all += c == '"' ? std::string("\"\"") : std::string(1, c);
    return all + "\"";
}

int computeVerb(Context& context, const ta::Indicator& indicator, const IndicatorOptions& options)
{
    if (options.input.empty() == options.symbol.empty())
        return context.fail(invalid("indicator.no-bars", "give bars with --input FILE.csv, or with --symbol S from the book"));
    const auto values = ta::indicatorValues(indicator, options.parameters);
    if (!values)
        return context.fail(values.error());
    const auto bars = options.symbol.empty() ? barsOfFile(indicator, options) : barsOfBook(context, indicator, options);
    if (!bars)
        return context.fail(bars.error());
    const ta::Series series = bars->series();
    auto outputs = ta::computeIndicator(indicator, *values, series);
    if (outputs && options.stream)
        outputs = byStream(indicator, *values, series);
    if (!outputs)
        return context.fail(outputs.error());

    const std::size_t size = series.size;
    const std::size_t wanted = options.last > 0 ? static_cast<std::size_t>(options.last) : context.json || options.csv ? size : 20;
    const std::size_t start = size > wanted ? size - wanted : 0;
    if (options.csv && !context.json) {
        context.out << "date";
        for (const auto& output : indicator.outputs)
            context.out << ',' << output.name;
        context.out << '\n';
        for (std::size_t i = start; i < size; ++i) {
            context.out << quoted(bars->dates[i]);
            for (const auto& column : *outputs)
                context.out << ',' << (std::isfinite(column[i]) ? shortestNumber(column[i]) : std::string());
            context.out << '\n';
        }
        return kOk;
    }
    Json parameters = Json::object(), names = Json::array(), columns = Json::object(), dates = Json::array();
    for (std::size_t i = 0; i < indicator.parameters.size(); ++i) {
        const auto& parameter = indicator.parameters[i];
        parameters[parameter.name] = parameter.kind == ta::Parameter::Kind::Choice ? Json(values->text(i))
            : parameter.kind == ta::Parameter::Kind::Whole                         ? Json(static_cast<std::int64_t>(values->list()[i]))
                                                                                   : Json(values->list()[i]);
    }
    std::vector<std::vector<std::string>> cells;
    std::vector<std::string> header{"date"};
    for (const auto& output : indicator.outputs) {
        names.push_back(output.name);
        header.push_back(output.name);
    }
    if (!context.json)
        for (std::size_t i = start; i < size; ++i) {
            cells.push_back({bars->dates[i]});
            for (const auto& column : *outputs)
                cells.back().push_back(std::isfinite(column[i]) ? shortestNumber(column[i]) : "");
        }
    else {
        for (std::size_t i = start; i < size; ++i)
            dates.push_back(bars->dates[i]);
        for (std::size_t k = 0; k < outputs->size(); ++k) {
            Json column = Json::array();
            for (std::size_t i = start; i < size; ++i)
                column.push_back(std::isfinite((*outputs)[k][i]) ? Json((*outputs)[k][i]) : Json(nullptr));
            columns[indicator.outputs[k].name] = std::move(column);
        }
    }
    const int warmUp = ta::warmUpBars(indicator, *values);
    Json conventions{{"inputs", indicator.inputs}};
    if (needs(indicator, "value"))
        conventions["source"] = bars->value_from;
    if (needs(indicator, "second"))
        conventions["second"] = bars->second_from;
    conventions["missing"] = "null before the first value";
    conventions["arithmetic"] = "IEEE double; batch and stream give the same bits";
    Json document{{"indicator", indicator.name}, {"title", indicator.title}, {"method", indicator.method}, {"parameters", parameters}, {"conventions", conventions},
        {"warmUpBars", warmUp < 0 ? Json(nullptr) : Json(warmUp)}, {"bars", size}, {"skippedRows", bars->skipped}, {"warnings", bars->warnings}, {"outputs", names},
        {"dates", dates}, {"values", columns}};
    std::string text = indicator.title + ", " + std::to_string(size) + " bars";
    for (std::size_t i = 0; i < indicator.parameters.size(); ++i)
        text += ", " + indicator.parameters[i].name + "=" + values->text(i);
    for (const auto& warning : bars->warnings)
        text += "\nnote: " + warning.get<std::string>();
    return context.ok(document, table(header, cells) + text);
}

int runIndicator(Context& context, const IndicatorOptions& options)
{
    if (options.name == "list")
        return listIndicators(context);
    const bool wantsDescription = options.name == "describe";
    const std::string& name = wantsDescription ? options.about : options.name;
    const ta::Indicator* indicator = ta::findIndicator(name);
    if (indicator == nullptr)
        return context.fail(notFound("indicator.unknown", (name.empty() ? "say which one" : "'" + name + "' is none") + "; `rialtoctl indicator list` shows all"));
    return wantsDescription ? describeIndicator(context, *indicator) : computeVerb(context, *indicator, options);
}

} // namespace

Command indicatorCommand()
{
    return {{"indicator"}, "Compute a technical indicator over a file of bars or the book's; 'list' and 'describe NAME' show what there is",
        {"rialtoctl indicator rsi --param period=14 --input bars.csv --json", "rialtoctl indicator macd --param fast=12 --param slow=26 --input bars.csv --csv",
            "rialtoctl indicator list --json", "rialtoctl indicator describe bbands", "rialtoctl indicator sma --symbol SPY --interval 1d"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<IndicatorOptions>();
            app.add_option("name", options->name, "Indicator, or: list, describe")->required();
            app.add_option("about", options->about, "With describe: the indicator");
            app.add_option("--param,-p", options->parameters, "Parameter as name=value; again for each")->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
            app.add_option("--input,-i", options->input, "CSV of bars: date,open,high,low,close,volume under any usual names");
            app.add_option("--source", options->source, "What is averaged: open, high, low, close, volume, hl2, hlc3, hlcc4, ohlc4 or a column of the file");
            app.add_option("--second", options->second, "The other series of two-series functions: likewise");
            app.add_option("--symbol", options->symbol, "Symbol whose bars the book holds, instead of --input");
            app.add_option("--interval", options->interval, "With --symbol: 1m, 1h or 1d")->check(CLI::IsMember({"1m", "1h", "1d"}));
            app.add_option("--bar-source", options->barSource, "With --symbol: where the bars came from");
            app.add_option("--last", options->last, "Only the last N rows")->check(CLI::PositiveNumber);
            app.add_flag("--csv", options->csv, "Print CSV: date and outputs");
            app.add_flag("--stream", options->stream, "Compute bar by bar instead of over columns (the same numbers)");
            app.add_flag("--skip-missing", options->skipMissing, "Leave out rows without a number that is needed");
            return [options](Context& context) { return runIndicator(context, *options); };
        }};
}

} // namespace rialto::cli
