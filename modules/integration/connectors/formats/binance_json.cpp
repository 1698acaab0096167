// SPDX-License-Identifier: GPL-3.0-or-later
// Binance REST and stream payloads: klines, trades, aggTrades, depth snapshots and updates, bookTicker, 24 h tickers and
// exchangeInfo; and a JSON object that holds several of them by name. What is an account's or an order's is told as unknown.
#include "integration/connector.h"
#include "integration/depth_book.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace binance {
namespace {

enum class Shape { None, Klines, Trades, AggTrades, Depth, Update, BookTicker, ExchangeInfo, Bundle };

Shape shapeOf(const JsonNode& json)
{
    if (json.isArray()) {
        const JsonNode& first = json.at(0);
        if (first.isArray() && first.size() >= 11 && epochTime(first.at(0).text) && first.at(6).isNumber())
            return Shape::Klines;
        if (first.has("isBuyerMaker") && first.has("price"))
            return Shape::Trades;
        if (first.has("a") && first.has("p") && first.has("q") && first.has("T"))
            return Shape::AggTrades;
        return Shape::None;
    }
    if (json.has("lastUpdateId") && json["bids"].isArray())
        return Shape::Depth;
    if (json["e"].text == "depthUpdate")
        return Shape::Update;
    if (json.has("bidPrice") && json.has("askPrice"))
        return Shape::BookTicker;
    if (json["symbols"].at(0).has("baseAsset"))
        return Shape::ExchangeInfo;
    if (json.isObject() && !json.keys.empty() && json.keys.front().ends_with("_response.json"))
        return Shape::Bundle;
    return Shape::None;
}

int recognise(const Payload& payload)
{
    if (payload.json == nullptr)
        return 0;
    const JsonNode& json = payload.json->has("stream") && payload.json->has("data") ? (*payload.json)["data"] : *payload.json;
    return shapeOf(json) == Shape::None ? 0 : 80;
}

void klines(const JsonNode& json, const std::string& symbol, Harvest& harvest)
{
    for (std::size_t i = 0; i < json.size(); ++i) {
        const JsonNode& row = json.at(i);
        const auto open = epochTime(row.at(0).text);
        const auto close = epochTime(row.at(6).text);
        if (!open || !close || close->nanos <= open->nanos) {
            harvest.reject(i + 1, 0, "open time", "time-malformed", row.at(0).text);
            continue;
        }
        const std::int64_t seconds = (close->nanos - open->nanos + kNanosPerSecond / 2) / kNanosPerSecond;
        takeBar(harvest, harvest.barsOf(symbol, seconds, "binance"), *open, {row.at(1).text, row.at(2).text, row.at(3).text, row.at(4).text, row.at(5).text}, {i + 1, 0, {}});
    }
}

void trades(const JsonNode& json, const std::string& symbol, bool aggregated, Harvest& harvest)
{
    for (std::size_t i = 0; i < json.size(); ++i) {
        const JsonNode& row = json.at(i);
        const auto time = epochTime(row[aggregated ? "T" : "time"].text);
        if (!time) {
            harvest.reject(i + 1, 0, "time", "time-malformed", row[aggregated ? "T" : "time"].text);
            continue;
        }
        takeTrade(harvest, harvest.ticksOf(symbol, "binance"), *time, row[aggregated ? "p" : "price"].text, row[aggregated ? "q" : "qty"].text, {i + 1, 0, {}});
    }
}

DepthMessage message(const JsonNode& json, bool snapshot)
{
    DepthMessage out;
    out.snapshot = snapshot;
    out.symbol = json["s"].text;
    out.firstId = snapshot ? 0 : wholeNumber(json["U"].text).value_or(0);
    out.lastId = wholeNumber(json[snapshot ? "lastUpdateId" : "u"].text).value_or(0);
    out.previousId = json.has("pu") ? wholeNumber(json["pu"].text).value_or(-1) : -1;
    out.time = epochTime(json["E"].text).value_or(Timestamp());
    for (const bool bid : {true, false})
        for (const auto& level : json[bid ? (snapshot ? "bids" : "b") : (snapshot ? "asks" : "a")].items)
            out.levels.push_back({bid, level.at(0).text, level.at(1).text});
    return out;
}

void one(const JsonNode& json, const std::string& symbol, Harvest& harvest)
{
    switch (shapeOf(json)) {
    case Shape::Klines: klines(json, symbol, harvest); break;
    case Shape::Trades: trades(json, symbol, false, harvest); break;
    case Shape::AggTrades: trades(json, symbol, true, harvest); break;
    case Shape::Depth:
    case Shape::Update: {
        DepthReplay replay(harvest, "binance");
        DepthMessage made = message(json, shapeOf(json) == Shape::Depth);
        if (made.symbol.empty())
            made.symbol = symbol;
        replay.take(made, {1, 0, {}});
        break;
    }
    case Shape::BookTicker: {
        const auto time = epochTime(json["closeTime"].text.empty() ? json["time"].text : json["closeTime"].text);
        harvest.records.push_back({json["symbol"].text, {{"bid", json["bidPrice"].text}, {"ask", json["askPrice"].text}}});
        if (time)
            takeQuote(harvest, harvest.ticksOf(json["symbol"].text, "binance"), *time, json["bidPrice"].text, json["bidQty"].text, json["askPrice"].text, json["askQty"].text, {1, 0, {}});
        else
            harvest.accept();
        break;
    }
    case Shape::ExchangeInfo:
        for (const auto& each : json["symbols"].items) {
            harvest.records.push_back({each["symbol"].text, {{"base", each["baseAsset"].text}, {"quote", each["quoteAsset"].text}, {"status", each["status"].text}}});
            harvest.accept();
        }
        break;
    case Shape::Bundle:
    case Shape::None: break;
    }
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const bool stream = payload.json->has("stream") && payload.json->has("data");
    const JsonNode& json = stream ? (*payload.json)["data"] : *payload.json;
    const Shape shape = shapeOf(json);
    if (shape == Shape::Bundle) {
        for (std::size_t i = 0; i < json.size() && i < json.keys.size(); ++i) {
            if (shapeOf(json.items[i]) == Shape::None || shapeOf(json.items[i]) == Shape::Bundle) {
                harvest.reject(i + 1, 0, json.keys[i], "message-unknown", "it is no market data");
                continue;
            }
            one(json.items[i], payload.symbolOr(json.keys[i].substr(0, json.keys[i].find("_response"))), harvest);
        }
        return {};
    }
    std::string symbol = payload.symbolOr({});
    if (payload.options != nullptr && payload.options->symbol.empty())
        symbol = symbol.substr(0, symbol.find('-'));
    if (shape == Shape::Trades || shape == Shape::AggTrades)
        harvest.kind = "ticks";
    if (shape == Shape::Depth || shape == Shape::Update || shape == Shape::BookTicker)
        harvest.kind = "depth";
    one(json, symbol, harvest);
    return {};
}

} // namespace
} // namespace binance

Connector binanceJsonConnector() { return {"binance-json", "Binance klines, trades and depth (JSON)", "bars", binance::recognise, binance::parse}; }

} // namespace rialto::integration
