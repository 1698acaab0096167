// SPDX-License-Identifier: GPL-3.0-or-later
// Bybit's order book stream, one JSON message a line: orderbook.N.SYMBOL snapshot and delta; a size of 0 removes a level.
#include "integration/connector.h"
#include "integration/depth_book.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace bybit {
namespace {

int recognise(const Payload& payload)
{
    const std::string_view head = payload.bytes.substr(0, 300);
    return head.find("\"topic\"") != std::string_view::npos && head.find("orderbook.") != std::string_view::npos ? 90 : 0;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    DepthReplay replay(harvest, "bybit", payload.options);
    forEachLine(payload.bytes, [&](std::string_view line, std::uint64_t number) {
        const auto json = parseJson(line);
        if (!json) {
            harvest.reject(number, number, {}, "value-malformed", json.error().detail);
            return true;
        }
        const std::string& topic = (*json)["topic"].text;
        const std::string& type = (*json)["type"].text;
        const JsonNode& data = (*json)["data"];
        const auto time = epochTime((*json)["ts"].text);
        if (topic.find("orderbook.") != 0 || (type != "snapshot" && type != "delta") || !data.isObject()) {
            harvest.reject(number, number, {}, "message-unknown", topic + " " + type);
            return true;
        }
        if (!time) {
            harvest.reject(number, number, "ts", "time-malformed", (*json)["ts"].text);
            return true;
        }
        DepthMessage message;
        message.symbol = data["s"].text.empty() ? topic.substr(topic.rfind('.') + 1) : data["s"].text;
        message.time = *time;
        message.snapshot = type == "snapshot" || data["u"].text == "1";
        message.lastId = wholeNumber(data["u"].text).value_or(0);
        message.firstId = message.lastId;
        for (const bool bid : {true, false})
            for (const auto& level : data[bid ? "b" : "a"].items)
                message.levels.push_back({bid, level.at(0).text, level.at(1).text});
        replay.take(message, {number, number, {}});
        return true;
    });
    replay.finish();
    return {};
}

} // namespace
} // namespace bybit

Connector bybitOrderBookConnector() { return {"bybit-orderbook", "Bybit order book stream (JSON lines)", "depth", bybit::recognise, bybit::parse}; }

} // namespace rialto::integration
