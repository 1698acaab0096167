// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/adjust_bars.h"
#include "api/cli/collected_bars.h"
#include "api/cli/text_file.h"
#include "integration/clean/price_table.h"

namespace rialto::cli {

namespace {

using namespace rialto::integration;

struct AdjustFileArguments {
    std::string file;
    std::shared_ptr<AdjustArguments> how = std::make_shared<AdjustArguments>();
    std::int64_t last = 0;
};

/// Dividends and splits that stand beside the prices; none when the file has no such columns.
std::vector<CorporateEvent> eventsOf(const std::string& path)
{
    std::vector<CorporateEvent> events;
    auto text = readTextFile(path);
    if (!text)
        return events;
    const auto table = clean::PriceTable::parse(std::move(*text));
    if (!table || (!table->has(clean::Field::Dividend) && !table->has(clean::Field::Split)))
        return events;
    for (std::size_t i = 0; i < table->size(); ++i) {
        CorporateEvent event{table->date(i), 0, 0};
        DecimalReading reading;
        if (readDecimal(table->cellText(i, clean::Field::Dividend), {}, reading) == DecimalFault::None && reading.raw > 0)
            event.dividend = reading.raw;
        if (readDecimal(table->cellText(i, clean::Field::Split), {}, reading) == DecimalFault::None && reading.raw > 0)
            event.split = reading.raw;
        if (event.dividend != 0 || event.split != 0)
            events.push_back(event);
    }
    // Files of this kind have their prices adjusted for splits already.
    for (auto& event : events)
        event.split = 0;
    std::erase_if(events, [](const CorporateEvent& event) { return event.dividend == 0; });
    return events;
}

int adjust(Context& context, const AdjustFileArguments& arguments)
{
    const auto file = barsOfFile(arguments.file, {});
    if (!file)
        return context.fail(file.error());
    std::vector<CorporateEvent> events;
    if (arguments.how->factors.empty())
        events = eventsOf(arguments.file);
    const auto made = adjustBars(file->bars, *arguments.how, events);
    if (!made)
        return context.fail(made.error());
    const std::size_t count = made->bars.size();
    const std::size_t wanted = arguments.last > 0 ? static_cast<std::size_t>(arguments.last) : context.json ? count : 20;
    const std::size_t first = count > wanted ? count - wanted : 0;
    Json document{{"file", arguments.file}, {"symbol", file->key.symbol}, {"mode", arguments.how->mode}, {"asKnown", arguments.how->asKnown}, {"method", made->method},
        {"conventions", {{"factorHolds", "for bars after the row before and up to the row's date"}, {"volume", "divided by the split factor"}}}, {"factorRows", made->factorRows},
        {"rejectedRows", file->report.rejected}, {"count", count}, {"bars", adjustedJson(*made, first)}};
    return context.ok(document, adjustedText(*made, first));
}

} // namespace

Command adjustCommand()
{
    return {{"adjust"}, "Adjust a file of raw daily bars by splits and dividends",
        {"rialtoctl adjust aapl.csv --factors factor_files/aapl.csv --map map_files/aapl.csv --mode total --json", "rialtoctl adjust CALM-1d.csv --mode total --as-known 2023-12-31"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<AdjustFileArguments>();
            given->how->mode = "total";
            app.add_option("file", given->file, "Daily bars as import bars reads them")->required();
            app.add_option("--mode", given->how->mode, "raw, split, or total (splits and dividends)")->check(CLI::IsMember({"raw", "split", "total"}))->capture_default_str();
            addAdjustOptions(app, given->how);
            app.add_option("--last", given->last, "Only the last N bars")->check(CLI::PositiveNumber);
            return [given](Context& context) { return adjust(context, *given); };
        }};
}

} // namespace rialto::cli
