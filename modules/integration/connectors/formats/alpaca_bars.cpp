// SPDX-License-Identifier: GPL-3.0-or-later
// Alpaca's market data answers: bars of one symbol ({"bars": [...], "symbol": ...}) or of several ({"bars": {"AAPL": [...]}}),
// trades and quotes likewise. A day's bar is labelled with midnight in New York.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace alpaca {
namespace {

const char* listOf(const JsonNode& json)
{
    for (const char* key : {"bars", "trades", "quotes"})
        if (json.has(key))
            return key;
    return nullptr;
}

int recognise(const Payload& payload)
{
    if (payload.json == nullptr || !payload.json->isObject())
        return 0;
    const char* key = listOf(*payload.json);
    if (key == nullptr)
        return 0;
    const JsonNode& list = (*payload.json)[key];
    if (payload.json->has("next_page_token"))
        return 90;
    const JsonNode& first = list.isObject() ? list.at(0).at(0) : list.at(0);
    return first.has("t") && (first.has("o") || first.has("p") || first.has("bp")) ? 80 : 0;
}

/// Times of day bars are New York midnights, so their distance is 23 to 25 hours at least.
std::int64_t lengthOf(const JsonNode& rows)
{
    std::int64_t shortest = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto a = feedTime(rows.at(i - 1)["t"].text);
        const auto b = feedTime(rows.at(i)["t"].text);
        if (a && b && b->nanos > a->nanos) {
            const std::int64_t gap = (b->nanos - a->nanos) / kNanosPerSecond;
            shortest = shortest == 0 ? gap : std::min(shortest, gap);
        }
    }
    if (shortest == 0) {
        const auto only = feedTime(rows.at(0)["t"].text);
        const std::int64_t hour = only ? only->nanos / (3600 * kNanosPerSecond) % 24 : 0;
        return hour == 4 || hour == 5 || hour == 0 ? 86'400 : 60;
    }
    return shortest >= 82'800 ? (shortest > 6 * 86'400 ? (shortest > 20 * 86'400 ? 2'629'746 : 604'800) : 86'400) : shortest;
}

void take(const std::string& key, const std::string& symbol, const JsonNode& rows, Harvest& harvest)
{
    std::int64_t seconds = 60;
    if (key == "bars")
        seconds = lengthOf(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const JsonNode& row = rows.at(i);
        const auto time = feedTime(row["t"].text);
        if (!time) {
            harvest.reject(i + 1, 0, symbol + " t", "time-malformed", row["t"].text);
            continue;
        }
        const RowPlace place{i + 1, 0, symbol};
        if (key == "bars") {
            Timestamp start = *time;
            if (seconds >= 86'400)
                start = localDay(*time, "America/New_York").value_or(Date::ofUtc(*time)).startUtc();
            takeBar(harvest, harvest.barsOf(symbol, seconds, "alpaca"), start, {row["o"].text, row["h"].text, row["l"].text, row["c"].text, row["v"].text}, place);
        } else if (key == "trades") {
            takeTrade(harvest, harvest.ticksOf(symbol, "alpaca"), *time, row["p"].text, row["s"].text, place);
        } else {
            takeQuote(harvest, harvest.ticksOf(symbol, "alpaca"), *time, row["bp"].text, row["bs"].text, row["ap"].text, row["as"].text, place);
        }
    }
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const std::string key = listOf(*payload.json);
    const JsonNode& list = (*payload.json)[key];
    if (key != "bars")
        harvest.kind = "ticks";
    if (list.isObject()) {
        for (std::size_t i = 0; i < list.size() && i < list.keys.size(); ++i)
            take(key, list.keys[i], list.items[i], harvest);
    } else if (list.isArray()) {
        take(key, payload.symbolOr((*payload.json)["symbol"].text), list, harvest);
    }
    if ((*payload.json)["next_page_token"].isString())
        harvest.assume("the answer is one page of several: the source has more behind next_page_token");
    if (harvest.rowsRead == 0)
        return notFound("import.no-rows", payload.fileName + ": the answer holds no " + key);
    return {};
}

} // namespace
} // namespace alpaca

Connector alpacaBarsConnector() { return {"alpaca", "Alpaca bars, trades and quotes (JSON)", "bars", alpaca::recognise, alpaca::parse}; }

} // namespace rialto::integration
