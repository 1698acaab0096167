// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/collected_bars.h"
#include "api/cli/research_input.h"
#include "market/bar_store.h"
#include "services/screen_service.h"

#include <charconv>

namespace rialto::cli {

namespace {

struct ScreenArguments {
    std::string condition;
    std::string interval = "1d";
    std::string source;
    std::string asOf;
    std::vector<std::string> symbols, files;
    bool all = false, names = false;
};

std::string number(double value)
{
    char buffer[40];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value == 0 ? 0.0 : value);
    return error == std::errc() ? std::string(buffer, end) : std::string();
}

int listNames(Context& context)
{
    Json columns = Json::array({"open", "high", "low", "close", "volume"}), indicators = Json::array(), fundamentals = Json::array();
    std::string text = "columns: open high low close volume\nfundamentals (of the newest filed year):\n";
    for (const auto& name : screenFundamentals()) {
        fundamentals.push_back({{"name", name}, {"label", screenFundamentalLabel(name)}});
        text += "  " + name + std::string(name.size() < 32 ? 32 - name.size() : 1, ' ') + screenFundamentalLabel(name) + "\n";
    }
    for (const auto& each : analytics::indicatorCatalogue())
        indicators.push_back(each.name);
    text += "indicators: " + std::to_string(indicators.size()) + ", see rialtoctl indicator list";
    return context.ok(Json{{"columns", columns}, {"indicators", indicators}, {"fundamentals", fundamentals}}, text);
}

int show(Context& context, const ScreenArguments& arguments, const ScreenAnswer& answer)
{
    Json matches = Json::array(), unknown = Json::array(), misses = Json::array();
    std::vector<std::vector<std::string>> cells;
    std::vector<std::string> header{"symbol", "as of"};
    for (const auto& row : answer.rows) {
        const std::string asOf = arguments.interval == "1d" ? Date::ofUtc(row.asOf).text() : isoUtc(row.asOf);
        Json values = Json::object(), missing = Json::array();
        for (const auto& [name, value] : row.values) {
            values[name] = value ? Json(*value) : Json(nullptr);
            if (!value)
                missing.push_back(name);
        }
        Json one{{"symbol", row.symbol}, {"source", row.source}, {"asOf", asOf}, {"values", values}};
        if (row.answer == analytics::Answer::Unknown) {
            one["missing"] = missing;
            unknown.push_back(std::move(one));
            continue;
        }
        if (row.answer == analytics::Answer::No) {
            if (arguments.all)
                misses.push_back(std::move(one));
            continue;
        }
        matches.push_back(std::move(one));
        std::vector<std::string> line{row.symbol, asOf};
        for (const auto& [name, value] : row.values) {
            if (cells.empty())
                header.push_back(name);
            line.push_back(value ? number(*value) : "");
        }
        cells.push_back(std::move(line));
    }
    const std::string sum = std::to_string(matches.size()) + " of " + std::to_string(answer.rows.size()) + " match; of " + std::to_string(unknown.size()) + " it is not known\n";
    Json document{{"condition", arguments.condition}, {"understood", answer.understood}, {"interval", arguments.interval}, {"asOf", arguments.asOf.empty() ? Json(nullptr) : Json(arguments.asOf)},
        {"examined", answer.rows.size()}, {"matched", matches.size()}, {"matches", matches}, {"unknown", unknown}};
    if (arguments.all)
        document["others"] = misses;
    document["method"] = "asked of each symbol's newest bar (of the day asked for); indicators with the catalogue's conventions over up to ten times the bars they need; fundamentals of the newest filed year; "
                         "what is not known makes its comparison unknown, and and, or, not follow Kleene's three values";
    std::string text = (cells.empty() ? std::string() : table(header, cells)) + sum;
    text.pop_back();
    return context.ok(document, text);
}

Result<ScreenAnswer> ofFiles(const ScreenArguments& arguments, const std::optional<Date>& asOf)
{
    const auto screen = analytics::Screen::parse(arguments.condition, screenFundamentals());
    if (!screen)
        return screen.error();
    ScreenAnswer answer;
    answer.understood = screen->text();
    answer.barsNeeded = screen->barsNeeded();
    for (const auto& file : arguments.files) {
        auto read = barsOfFile(file, {});
        if (!read)
            return read.error();
        auto& bars = read->bars;
        if (asOf)
            std::erase_if(bars, [&](const Bar& bar) { return bar.start >= (*asOf + 1).startUtc(); });
        ScreenRow row{read->key.symbol, file, {}, analytics::Answer::Unknown, {}};
        if (!bars.empty()) {
            auto result = screen->ask(screenSubject(bars, std::nullopt, asOf));
            row.asOf = bars.back().start;
            row.answer = result.answer;
            row.values = std::move(result.values);
        }
        answer.rows.push_back(std::move(row));
    }
    return answer;
}

int screen(Context& context, const ScreenArguments& arguments)
{
    if (arguments.names)
        return listNames(context);
    if (arguments.condition.empty()) {
        context.err << "rialtoctl: screen: write a condition, such as \"rsi(14) < 30 and close > sma(200)\"\n";
        return kUsage;
    }
    const auto asOf = optionalDate(arguments.asOf);
    if (!asOf)
        return context.fail(asOf.error());
    if (!arguments.files.empty()) {
        const auto answer = ofFiles(arguments, *asOf);
        return answer ? show(context, arguments, *answer) : context.fail(answer.error());
    }
    // A condition that cannot be read needs no book.
    if (const auto known = analytics::Screen::parse(arguments.condition, screenFundamentals()); !known)
        return context.fail(known.error());
    const auto session = context.open();
    if (!session)
        return kFailed;
    auto bars = session->openBars();
    if (!bars)
        return context.fail(bars.error());
    auto desk = session->openResearch();
    if (!desk)
        return context.fail(desk.error());
    ScreenRequest request;
    request.condition = arguments.condition;
    request.interval = arguments.interval == "1m" ? BarInterval::Minute : arguments.interval == "1h" ? BarInterval::Hour : BarInterval::Day;
    request.source = arguments.source;
    request.symbols = arguments.symbols;
    request.asOf = *asOf;
    const auto answer = screenStored(**bars, desk->get(), request);
    return answer ? show(context, arguments, *answer) : context.fail(answer.error());
}

} // namespace

Command screenCommand()
{
    return {{"screen"}, "Find instruments by a condition over prices, indicators and fundamentals",
        {"rialtoctl screen \"rsi(14) < 30 and close > sma(200)\"", "rialtoctl screen \"sma(50) crosses above sma(200) or macd.histogram > 0\" --json",
            "rialtoctl screen \"pe < 15 and netMargin > 10%\" --book mybook --as-of 2024-12-31", "rialtoctl screen \"close > close[20]\" --input aapl.csv spy.csv", "rialtoctl screen --names"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<ScreenArguments>();
            app.add_option("condition", given->condition, "The condition; and, or, not, < <= > >= = !=, crosses above|below, + - * /, name[bars ago]");
            app.add_option("--interval", given->interval, "Bars it is asked of")->check(CLI::IsMember({"1m", "1h", "1d"}))->capture_default_str();
            app.add_option("--source", given->source, "Only bars of this source");
            app.add_option("--symbols", given->symbols, "Only these symbols");
            app.add_option("--input", given->files, "CSV files of bars in place of the book, one symbol each");
            app.add_option("--as-of", given->asOf, "As of a day, YYYY-MM-DD");
            app.add_flag("--all", given->all, "List also what does not match, with its values");
            app.add_flag("--names", given->names, "List the names that a condition may use");
            return [given](Context& context) { return screen(context, *given); };
        }};
}

} // namespace rialto::cli
