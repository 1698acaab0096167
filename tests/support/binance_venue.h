// SPDX-License-Identifier: GPL-3.0-or-later
// BinanceVenue: the server's side of Binance's spot REST interface, as far as the adapter speaks it: it checks the key, the signature and
// recvWindow, keeps orders and trades, answers with the documented shapes and error codes, and can be bad: requests and answers
// get lost, answers are 503 after the order was placed, everything takes its time. Written from binance-spot-api-docs.
#pragma once

#include "base/rng.h"
#include "brokers/binance/binance_text.h"
#include "brokers/binance/http_port.h"
#include "domain/price.h"
#include "domain/quantity.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace rialto::testing {

class BinanceVenue {
public:
    using Json = nlohmann::json;
    static constexpr char kKey[] = "test-key";
    static constexpr char kSecret[] = "test-secret";
    struct Order {
        std::int64_t number = 0;
        std::string clientId;
        std::string side;
        std::string type;
        std::string tif;
        std::string status = "NEW";
        Price price;
        Quantity quantity;
        Quantity filled;
        std::int64_t time = 0;
        bool open() const { return status == "NEW" || status == "PARTIALLY_FILLED"; }
    };
    struct Trade {
        std::int64_t id = 0;
        std::int64_t order = 0;
        Price price;
        Quantity quantity;
        std::int64_t time = 0;
    };

    std::int64_t millis = 1'700'000'000'000;
    std::vector<Order> orders;
    std::vector<Trade> trades;
    int badSignatures = 0;

    /// What rests and crosses trades in full.
    void trade()
    {
        for (Order& order : orders)
            if (order.open() && crosses(order))
                fill(order, order.quantity - order.filled);
    }

    std::pair<int, std::string> answer(const std::string& method, const std::string& target, const std::string& apiKey)
    {
        const std::string path = target.substr(0, target.find('?'));
        const std::string query = path.size() < target.size() ? target.substr(path.size() + 1) : "";
        std::map<std::string, std::string> fields;
        for (std::size_t at = 0; at < query.size();) {
            const std::size_t end = std::min(query.find('&', at), query.size());
            const std::size_t equals = query.find('=', at);
            fields[query.substr(at, equals - at)] = query.substr(equals + 1, end - equals - 1);
            at = end + 1;
        }
        if (path == "/api/v3/time")
            return {200, Json{{"serverTime", millis}}.dump()};
        if (path == "/api/v3/depth")
            return fields["symbol"] == "BTCUSDT" ? std::pair<int, std::string>{200, R"({"lastUpdateId":1027024,"bids":[["99.50","431.0"],["99.40","3.0"]],"asks":[["100.00","12.0"],["100.10","1.0"]]})"} : error(400, -1121, "Invalid symbol.");
        if (apiKey != kKey)
            return error(401, -2015, "Invalid API-key, IP, or permissions for action.");
        const std::size_t cut = query.rfind("&signature=");
        if (cut == std::string::npos || binance::signatureOf(query.substr(0, cut), kSecret) != fields["signature"]) {
            ++badSignatures;
            return error(400, -1022, "Signature for this request is not valid.");
        }
        const std::int64_t sent = std::stoll(fields["timestamp"]);
        if (sent > millis + 1000 || millis - sent > std::stoll(fields["recvWindow"]))
            return error(400, -1021, "Timestamp for this request is outside of the recvWindow.");
        if (path != "/api/v3/openOrders" && fields["symbol"] != "BTCUSDT")
            return error(400, -1121, "Invalid symbol.");
        if (path == "/api/v3/order")
            return method == "POST" ? place(fields) : method == "DELETE" ? cancel(fields) : show(fields);
        Json list = Json::array();
        if (path == "/api/v3/openOrders")
            for (const Order& order : orders)
                if (order.open())
                    list.push_back(json(order));
        if (path == "/api/v3/allOrders")
            for (const Order& order : orders)
                if (order.time >= std::stoll(fields["startTime"]))
                    list.push_back(json(order));
        if (path == "/api/v3/myTrades")
            for (const Trade& each : trades)
                if (each.time >= std::stoll(fields["startTime"]))
                    list.push_back({{"symbol", "BTCUSDT"}, {"id", each.id}, {"orderId", each.order}, {"price", each.price.text()}, {"qty", each.quantity.text()},
                        {"commission", "0.10000000"}, {"commissionAsset", "USDT"}, {"time", each.time}, {"isBuyer", true}, {"isMaker", false}, {"isBestMatch", true}});
        return {200, list.dump()};
    }

private:
    static std::pair<int, std::string> error(int status, int code, const char* text) { return {status, Json{{"code", code}, {"msg", text}}.dump()}; }

    bool crosses(const Order& order) const { return order.type == "MARKET" || order.price >= Price::of(100); }

    void fill(Order& order, Quantity quantity)
    {
        if (!quantity.isPositive())
            return;
        order.filled += quantity;
        order.status = order.filled == order.quantity ? "FILLED" : "PARTIALLY_FILLED";
        trades.push_back({28457 + static_cast<std::int64_t>(trades.size()), order.number, Price::of(100), quantity, millis});
    }

    std::pair<int, std::string> place(std::map<std::string, std::string>& fields)
    {
        for (const Order& order : orders)
            if (order.open() && order.clientId == fields["newClientOrderId"])
                return error(400, -2010, "Duplicate order sent.");
        Order order;
        order.number = 28 + static_cast<std::int64_t>(orders.size());
        order.clientId = fields["newClientOrderId"];
        order.side = fields["side"];
        order.type = fields["type"];
        order.tif = order.type == "MARKET" ? "GTC" : fields["timeInForce"];
        order.quantity = Quantity::literal(fields["quantity"]);
        order.price = order.type == "MARKET" ? Price() : Price::literal(fields["price"]);
        order.time = millis;
        if (order.quantity.isZero())
            return error(400, -1013, "Filter failure: LOT_SIZE");
        orders.push_back(order);
        Order& kept = orders.back();
        if (crosses(kept))
            fill(kept, kept.type == "MARKET" || kept.tif != "GTC" ? kept.quantity : Quantity::fromRaw(kept.quantity.raw() / 2));
        else if (kept.tif != "GTC")
            kept.status = "EXPIRED";
        return {200, json(kept).dump()};
    }

    Order* find(std::map<std::string, std::string>& fields)
    {
        Order* found = nullptr; // the newest of that name
        for (Order& order : orders)
            if (order.clientId == fields["origClientOrderId"])
                found = &order;
        return found;
    }

    std::pair<int, std::string> cancel(std::map<std::string, std::string>& fields)
    {
        Order* order = find(fields);
        if (order == nullptr || !order->open())
            return error(400, -2011, "Unknown order sent.");
        order->status = "CANCELED";
        Json answer = json(*order);
        answer["origClientOrderId"] = order->clientId;
        answer["clientOrderId"] = "cancel-of-" + order->clientId;
        return {200, answer.dump()};
    }

    std::pair<int, std::string> show(std::map<std::string, std::string>& fields)
    {
        const Order* order = find(fields);
        return order == nullptr ? error(400, -2013, "Order does not exist.") : std::pair<int, std::string>{200, json(*order).dump()};
    }

    Json json(const Order& order) const
    {
        return {{"symbol", "BTCUSDT"}, {"orderId", order.number}, {"orderListId", -1}, {"clientOrderId", order.clientId}, {"price", order.price.text()},
            {"origQty", order.quantity.text()}, {"executedQty", order.filled.text()}, {"status", order.status}, {"timeInForce", order.tif}, {"type", order.type},
            {"side", order.side}, {"time", order.time}, {"updateTime", millis}, {"transactTime", millis}};
    }
};

/// The way to the venue inside one process: requests and answers travel for some polls, get lost, or come back as 503 although the
/// request was carried out. `take` is what makes time pass.
class VenuePort : public binance::HttpPort {
public:
    struct Weather {
        std::uint32_t losesRequest = 0; // per mille
        std::uint32_t losesAnswer = 0;
        std::uint32_t answers503 = 0;
        std::uint32_t longest = 1;      // polls on the way, each direction
    };
    VenuePort(BinanceVenue& venue, std::uint64_t seed, std::int64_t stepMillis) : m_venue(venue), m_rng(seed), m_stepMillis(stepMillis) {}
    Weather weather;

    void send(const binance::HttpRequest& request) override { m_requests.push_back({m_turn + 1 + m_rng.below(weather.longest), request}); }
    std::vector<binance::HttpReply> take() override
    {
        ++m_turn;
        m_venue.millis += m_stepMillis;
        m_venue.trade();
        std::vector<binance::HttpReply> due;
        for (auto& [turn, request] : take(m_requests)) {
            if (m_rng.chance(weather.losesRequest)) {
                m_replies.push_back({m_turn + 20, {request.id, 0, ""}}); // the timeout
                continue;
            }
            auto [status, body] = m_venue.answer(request.method, request.target, request.apiKey);
            binance::HttpReply reply{request.id, status, body};
            if (m_rng.chance(weather.losesAnswer))
                reply = {request.id, 0, ""};
            else if (m_rng.chance(weather.answers503))
                reply = {request.id, 503, "<html>busy</html>"};
            m_replies.push_back({m_turn + m_rng.below(weather.longest), reply});
        }
        for (auto& [turn, reply] : take(m_replies))
            due.push_back(reply);
        return due;
    }

private:
    template <class Item>
    std::vector<std::pair<std::uint64_t, Item>> take(std::vector<std::pair<std::uint64_t, Item>>& from)
    {
        std::vector<std::pair<std::uint64_t, Item>> due;
        std::vector<std::pair<std::uint64_t, Item>> later;
        for (auto& each : from)
            (each.first <= m_turn ? due : later).push_back(each);
        from = std::move(later);
        return due;
    }
    BinanceVenue& m_venue;
    Rng m_rng;
    std::int64_t m_stepMillis;
    std::uint64_t m_turn = 0;
    std::vector<std::pair<std::uint64_t, binance::HttpRequest>> m_requests;
    std::vector<std::pair<std::uint64_t, binance::HttpReply>> m_replies;
};

} // namespace rialto::testing
