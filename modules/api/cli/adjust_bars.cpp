// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/adjust_bars.h"

#include "api/cli/book_json.h"
#include "api/cli/text_file.h"

namespace rialto::cli {

using namespace rialto::integration;

void addAdjustOptions(CLI::App& app, const std::shared_ptr<AdjustArguments>& arguments)
{
    app.add_option("--factors", arguments->factors, "Factor file: date,price factor,split factor,reference close");
    app.add_option("--map", arguments->map, "Map file: last day,ticker,exchange");
    app.add_option("--as-known", arguments->asKnown, "Day up to which bars and events are known, YYYY-MM-DD");
}

Result<AdjustedBars> adjustBars(const std::vector<Bar>& bars, const AdjustArguments& arguments, const std::vector<CorporateEvent>& events)
{
    const AdjustMode mode = arguments.mode == "split" ? AdjustMode::Split : arguments.mode == "total" ? AdjustMode::Total : AdjustMode::Raw;
    std::optional<Date> asKnown;
    if (!arguments.asKnown.empty()) {
        const auto date = Date::parse(arguments.asKnown);
        if (!date)
            return date.error();
        asKnown = *date;
    }
    AdjustedBars out;
    Result<FactorTable> factors = FactorTable::parse("20501231,1,1,0\n");
    if (!arguments.factors.empty()) {
        const auto text = readTextFile(arguments.factors);
        if (!text)
            return text.error();
        factors = FactorTable::parse(*text);
        if (!factors)
            return Error{factors.error().kind, factors.error().code, arguments.factors + ": " + factors.error().detail};
        out.method = "prices times the factors of " + arguments.factors;
    } else if (mode != AdjustMode::Raw) {
        if (events.empty())
            return invalid("cli.factors-missing", "nothing says how to adjust: give --factors FILE, or a file with dividends and splits in columns of their own");
        factors = FactorTable::fromEvents(bars, events);
        if (!factors)
            return factors.error();
        out.method = mode == AdjustMode::Split ? "the file's prices as they are: files with dividends beside the prices have them adjusted for splits already"
                                               : "prices times the product of 1 - dividend / close before over the later dividends of the file's own column";
    } else {
        out.method = "raw prices";
    }
    out.method += "; exact to 8 places, rounded half to even once";
    if (asKnown)
        out.method += "; as known on " + asKnown->text() + ": later events and bars are left out";
    out.factorRows = factors->rows().size();
    std::vector<Date> days;
    for (const Bar& bar : bars)
        days.push_back(Date::ofUtc(bar.start));
    auto made = adjusted(bars, days, *factors, mode, asKnown);
    if (!made)
        return made.error();
    out.bars = std::move(*made);
    out.days.assign(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(out.bars.size()));
    out.raw.assign(bars.begin(), bars.begin() + static_cast<std::ptrdiff_t>(out.bars.size()));
    out.tickers.resize(out.bars.size());
    if (!arguments.map.empty()) {
        const auto text = readTextFile(arguments.map);
        if (!text)
            return text.error();
        const auto map = TickerMap::parse(*text);
        if (!map)
            return Error{map.error().kind, map.error().code, arguments.map + ": " + map.error().detail};
        for (std::size_t i = 0; i < out.bars.size(); ++i)
            out.tickers[i] = std::string(map->on(out.days[i]));
    }
    return out;
}

Json adjustedJson(const AdjustedBars& bars, std::size_t first)
{
    Json rows = Json::array();
    for (std::size_t i = first; i < bars.bars.size(); ++i) {
        const Bar& bar = bars.bars[i];
        Json row{{"time", bars.days[i].text()}, {"open", bar.open.text()}, {"high", bar.high.text()}, {"low", bar.low.text()}, {"close", bar.close.text()},
            {"volume", bar.volume.text()}, {"rawClose", bars.raw[i].close.text()}};
        if (!bars.tickers[i].empty())
            row["ticker"] = bars.tickers[i];
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string adjustedText(const AdjustedBars& bars, std::size_t first)
{
    std::vector<std::vector<std::string>> cells;
    for (std::size_t i = first; i < bars.bars.size(); ++i) {
        const Bar& bar = bars.bars[i];
        cells.push_back({bars.days[i].text(), bars.tickers[i], bar.open.text(2), bar.high.text(2), bar.low.text(2), bar.close.text(2), bar.volume.text(), bars.raw[i].close.text(2)});
    }
    return table({"day", "ticker", "open", "high", "low", "close", "volume", "raw close"}, cells) + bars.method;
}

} // namespace rialto::cli
