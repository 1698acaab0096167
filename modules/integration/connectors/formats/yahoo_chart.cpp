// SPDX-License-Identifier: GPL-3.0-or-later
// Yahoo's chart answer: /v8/finance/chart/SYMBOL. A day's bar carries the instant at which its session opened; its date is that
// of the exchange. The last bar of a running session has an odd time and is the same day.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace yahoo {
namespace {

std::int64_t lengthOf(std::string_view granularity)
{
    if (granularity.size() < 2)
        return 0;
    const auto number = wholeNumber(granularity.substr(0, granularity.find_first_not_of("0123456789")));
    if (!number || *number <= 0 || *number > 1000)
        return 0;
    const std::string_view unit = granularity.substr(granularity.find_first_not_of("0123456789"));
    const std::int64_t seconds = unit == "m" ? 60 : unit == "h" ? 3600 : unit == "d" ? 86'400 : unit == "wk" ? 604'800 : unit == "mo" ? 2'629'746 : 0;
    return *number * seconds;
}

int recognise(const Payload& payload)
{
    return payload.json != nullptr && ((*payload.json)["chart"].has("result") || (*payload.json)["chart"].has("error")) ? 90 : 0;
}

void events(const JsonNode& list, const char* what, const char* first, const char* second, std::int64_t offset, Harvest& harvest, const std::string& symbol)
{
    for (const auto& event : list.items) {
        const auto time = epochTime(event["date"].text);
        if (!time)
            continue;
        HarvestedRecord record{symbol + " " + what, {{"date", Date::ofUtc(*time, offset).text()}, {first, event[first].text}}};
        if (second != nullptr)
            record.fields.emplace_back(second, event[second].text);
        harvest.records.push_back(std::move(record));
    }
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const JsonNode& chart = (*payload.json)["chart"];
    const JsonNode& result = chart["result"].at(0);
    if (!result.isObject()) {
        const std::string said = chart["error"]["description"].text.empty() ? chart["error"]["code"].text : chart["error"]["description"].text;
        return notFound("import.source-error", payload.fileName + ": Yahoo answered with an error in place of data" + (said.empty() ? "" : ": " + said));
    }
    const JsonNode& meta = result["meta"];
    const JsonNode& times = result["timestamp"];
    const JsonNode& quote = result["indicators"]["quote"].at(0);
    const std::string symbol = payload.symbolOr(meta["symbol"].text);
    const auto offset = wholeNumber(meta["gmtoffset"].text).value_or(0);
    std::int64_t seconds = lengthOf(meta["dataGranularity"].text);
    if (seconds == 0) {
        seconds = 86'400;
        harvest.assume("the answer does not say how long its bars are; taken for days");
    }
    harvest.about["currency"] = meta["currency"].text;
    harvest.about["exchangeZone"] = meta["exchangeTimezoneName"].text;
    if (meta["currency"].text == "GBp" || meta["currency"].text == "ZAc" || meta["currency"].text == "ILA")
        harvest.assume(symbol + ": prices are in hundredths of the currency (" + meta["currency"].text + ") and are kept as they come");
    if (!times.isArray() && !quote["close"].isArray())
        return invalid("import.no-rows", payload.fileName + ": the chart of " + symbol + " holds no bar");
    auto& set = harvest.barsOf(symbol, seconds, "yahoo");
    const std::size_t rows = times.size();
    for (const char* key : {"open", "high", "low", "close", "volume"})
        if (quote[key].isArray() && quote[key].size() != rows)
            harvest.assume(std::string("the column ") + key + " has " + std::to_string(quote[key].size()) + " values for " + std::to_string(rows) + " times");
    for (std::size_t i = 0; i < rows; ++i) {
        const RowPlace place{i + 1, 0, "row " + std::to_string(i + 1)};
        const auto time = epochTime(times.at(i).text);
        std::int64_t before1990 = 0;
        if (!time && wholeNumber(times.at(i).text))
            before1990 = *wholeNumber(times.at(i).text);
        if (!time && (before1990 == 0 || before1990 < -3'000'000'000 || before1990 > 4'102'444'800)) {
            harvest.reject(i + 1, 0, "timestamp", "time-malformed", times.at(i).text);
            continue;
        }
        Timestamp start = time ? *time : Timestamp(before1990 * kNanosPerSecond);
        if (seconds >= 86'400) {
            const auto zoned = meta["exchangeTimezoneName"].text.empty() ? std::optional<Date>() : localDay(start, meta["exchangeTimezoneName"].text);
            start = (zoned ? *zoned : Date::ofUtc(start, offset)).startUtc();
        }
        const BarCells cells{quote["open"].at(i).text, quote["high"].at(i).text, quote["low"].at(i).text, quote["close"].at(i).text, quote["volume"].at(i).text};
        takeBar(harvest, set, start, cells, place);
    }
    events(result["events"]["dividends"], "dividend", "amount", nullptr, offset, harvest, symbol);
    events(result["events"]["splits"], "split", "numerator", "denominator", offset, harvest, symbol);
    return {};
}

} // namespace
} // namespace yahoo

Connector yahooChartConnector() { return {"yahoo-chart", "Yahoo chart (JSON)", "bars", yahoo::recognise, yahoo::parse}; }

} // namespace rialto::integration
