// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/text_file.h"
#include "integration/quality/series_quality.h"
#include "market/bar_store.h"

#include <filesystem>

namespace rialto::cli {

namespace {

struct QualityArguments {
    std::string what;
    std::size_t listed = 1000;
};

Json judged(const std::string& name, const std::string& kind, const integration::QualityReport& report, std::size_t listed)
{
    Json document{{kind, name}};
    document.update(Json::parse(integration::toJson(report, listed)));
    return document;
}

std::string csvOf(const std::vector<Bar>& bars, bool days)
{
    std::string text = "Date,Open,High,Low,Close,Volume\n";
    for (const Bar& bar : bars)
        text += (days ? Date::ofUtc(bar.start).text() : isoUtc(bar.start)) + "," + bar.open.text() + "," + bar.high.text() + "," + bar.low.text() + "," + bar.close.text() + "," + bar.volume.text() + "\n";
    return text;
}

int stored(Context& context, const QualityArguments& arguments)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    auto store = session->openBars();
    if (!store)
        return context.fail(store.error());
    const auto series = (*store)->series();
    if (!series)
        return context.fail(series.error());
    Json all = Json::array();
    std::string text;
    for (const auto& each : *series) {
        if ((each.key.symbol != arguments.what && each.key.source != arguments.what) || each.count == 0)
            continue;
        const auto bars = (*store)->read(each.key);
        if (!bars)
            return context.fail(bars.error());
        const auto report = integration::assessText(csvOf(*bars, each.key.interval == BarInterval::Day));
        if (!report)
            return context.fail(report.error());
        Json one = judged(each.key.symbol, "symbol", *report, arguments.listed);
        one["interval"] = name(each.key.interval);
        one["source"] = each.key.source;
        all.push_back(std::move(one));
        text += each.key.symbol + " " + std::string(name(each.key.interval)) + " from " + each.key.source + ": " + integration::toText(*report) + "\n";
    }
    if (all.empty())
        return context.fail(notFound("market.series-unknown", arguments.what + " is neither a file nor the symbol or source of stored bars; `rialtoctl bars list` shows what is stored"));
    text.pop_back();
    return context.ok(Json{{"series", all}}, text);
}

int quality(Context& context, const QualityArguments& arguments)
{
    std::error_code none;
    if (!std::filesystem::exists(std::filesystem::path(std::u8string(arguments.what.begin(), arguments.what.end())), none))
        return stored(context, arguments);
    const auto text = readTextFile(arguments.what);
    if (!text)
        return context.fail(text.error());
    const auto report = integration::assessText(*text);
    if (!report)
        return context.fail(Error{report.error().kind, report.error().code, arguments.what + ": " + report.error().detail});
    return context.ok(judged(arguments.what, "file", *report, arguments.listed), integration::toText(*report));
}

} // namespace

Command qualityCommand()
{
    return {{"quality"}, "Judge a file of prices, or the stored series of a symbol or source", {"rialtoctl quality aapl.csv --json", "rialtoctl quality SPY --book mybook", "rialtoctl quality csv --json"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<QualityArguments>();
            app.add_option("what", given->what, "A CSV file, a symbol, or a source")->required();
            app.add_option("--list", given->listed, "Most findings and days to list")->capture_default_str();
            return [given](Context& context) { return quality(context, *given); };
        }};
}

} // namespace rialto::cli
