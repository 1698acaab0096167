// SPDX-License-Identifier: GPL-3.0-or-later
#include "brokers/binance/binance_adapter.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rialto::binance {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t kTick = kNanosPerSecond;
constexpr std::int64_t kLookUpFor = kNanosPerMinute;
constexpr std::int64_t kOrdersBack = kNanosPerDay; // an order may be older than the executions that are asked for
constexpr std::size_t kPage = 1000;
constexpr int kNoSuchOrder = -2013;
constexpr char kLost[] = "binance.no-answer";

Json parsed(const std::string& body) { return Json::parse(body, nullptr, false); }

std::string word(const Json& json, const char* key)
{
    const auto it = json.is_object() ? json.find(key) : json.end();
    return json.is_object() && it != json.end() && it->is_string() ? it->get<std::string>() : std::string();
}

std::int64_t number(const Json& json, const char* key)
{
    if (!json.is_object())
        return 0;
    const auto it = json.find(key);
    return it != json.end() && it->is_number_integer() ? it->get<std::int64_t>() : 0;
}

std::string reasonOf(int status, const std::string& body)
{
    const std::int64_t code = number(parsed(body), "code");
    return "binance." + std::to_string(code != 0 ? code : status);
}

} // namespace

struct BinanceAdapter::Sweep {
    Timestamp since;
    bool forOwner = false;
    std::vector<std::pair<InstrumentId, std::string>> symbols;
    struct Row {
        InstrumentId instrument;
        Json json;
    };
    std::map<std::uint64_t, Row> orders;              // by Binance's number; a later answer replaces an earlier one
    std::vector<Row> trades;
};

BinanceAdapter::BinanceAdapter(Terms terms, std::unique_ptr<HttpPort> port) : m_terms(std::move(terms)), m_port(std::move(port)) {}

BrokerCapabilities BinanceAdapter::capabilities() const
{
    return {{OrderType::Market, OrderType::Limit}, {TimeInForce::Gtc, TimeInForce::Ioc, TimeInForce::Fok}, false, true, false};
}

const std::string* BinanceAdapter::symbolOf(InstrumentId instrument) const
{
    const auto it = m_terms.symbols.find(instrument);
    return it == m_terms.symbols.end() ? nullptr : &it->second;
}

void BinanceAdapter::call(const char* method, const std::string& path, Parameters parameters, bool isSigned, Answer answer)
{
    HttpRequest request{++m_request, method, path, ""};
    if (isSigned) {
        parameters.emplace_back("recvWindow", "5000");
        parameters.emplace_back("timestamp", std::to_string(m_now.millis() + m_offsetMillis));
        request.apiKey = m_terms.key;
    }
    std::string query = queryOf(parameters);
    if (isSigned)
        query += "&signature=" + signatureOf(query, m_terms.secret);
    if (!query.empty())
        request.target += "?" + query;
    m_answers[request.id] = std::move(answer);
    m_port->send(request);
}

void BinanceAdapter::start()
{
    if (std::exchange(m_running, true))
        return;
    m_startedAt = {};
    m_out.push_back(ConnectionChanged{ConnectionState::Connecting, ""});
}

void BinanceAdapter::stop()
{
    if (!std::exchange(m_running, false))
        return;
    m_connected = false;
    m_askingTime = false;
    m_sweep.reset();
    m_answers.clear();
    m_askedSince.reset();
    m_out.clear();
    m_out.push_back(ConnectionChanged{ConnectionState::Stopped, ""});
}

void BinanceAdapter::lose(const std::string& reason)
{
    m_sweep.reset();
    if (std::exchange(m_connected, false))
        m_out.push_back(ConnectionChanged{ConnectionState::Lost, reason});
}

void BinanceAdapter::askTime()
{
    if (std::exchange(m_askingTime, true))
        return;
    const Timestamp asked = m_now;
    call("GET", "/api/v3/time", {}, false, [this, asked](int status, const std::string& body) {
        m_askingTime = false;
        const std::int64_t time = number(parsed(body), "serverTime");
        if (status != 200 || time <= 0)
            return;
        m_offsetMillis = time - (asked.millis() + m_now.millis()) / 2;
        // What was open before must be known before anyone is told that we are connected.
        if (!m_connected && !m_sweep)
            beginSweep(m_now + -kOrdersBack, false);
    });
}

ExecutionReport BinanceAdapter::report(const Known& known, OrderEvent event, const std::string& executionId, Timestamp time) const
{
    ExecutionReport made;
    made.executionId = executionId;
    made.order = known.id;
    made.event = event;
    made.time = time;
    if (known.number != 0)
        made.brokerOrderId = std::to_string(known.number);
    return made;
}

void BinanceAdapter::refuse(OrderId order, OrderEvent event, const std::string& reason)
{
    Known stranger;
    stranger.id = order;
    auto made = report(stranger, event, "binance-r" + std::to_string(m_now.nanos) + "-" + std::to_string(++m_serial), m_now);
    made.reason = reason;
    m_out.push_back(std::move(made));
}

void BinanceAdapter::accept(Known& known, Timestamp time)
{
    known.accepted = true;
    m_out.push_back(report(known, OrderEvent::Accepted, "binance-" + *symbolOf(known.instrument) + "-" + std::to_string(known.number) + "-new", time));
}

void BinanceAdapter::submit(const BrokerOrder& order)
{
    if (!m_connected)
        return; // not sent, and nothing is said: a repeat of it may still be on its way
    if (m_known.count(order.clientOrderId) != 0)
        return wantSweep();
    const bool listed = symbolOf(order.instrument) != nullptr;
    Known& known = m_known[order.clientOrderId];
    known.id = order.id;
    known.clientId = order.clientOrderId;
    known.instrument = order.instrument;
    known.total = order.quantity;
    const bool sendable = orderOf(order.clientOrderId) == order.id && (order.tif != TimeInForce::Day || order.type == OrderType::Market);
    if (!listed || !sendable || !order.quantity.isPositive()) {
        known.ended = true;
        return refuse(order.id, OrderEvent::RejectedByBroker, !listed ? "binance.instrument-unknown" : !order.quantity.isPositive() ? "binance.quantity" : "binance.order-form");
    }
    if (m_now - m_startedAt > kLookUpFor)
        return place(order);
    call("GET", "/api/v3/order", {{"symbol", *symbolOf(order.instrument)}, {"origClientOrderId", order.clientOrderId}}, true, [this, order](int status, const std::string& body) {
        if (status == 400 && number(parsed(body), "code") == kNoSuchOrder)
            return place(order);
        wantSweep(); // it is there, or nobody knows
    });
}

void BinanceAdapter::place(const BrokerOrder& order)
{
    Parameters parameters{{"symbol", *symbolOf(order.instrument)}, {"side", order.side == Side::Buy ? "BUY" : "SELL"},
        {"type", order.type == OrderType::Market ? "MARKET" : "LIMIT"}};
    if (order.type == OrderType::Limit) {
        parameters.emplace_back("timeInForce", order.tif == TimeInForce::Ioc ? "IOC" : order.tif == TimeInForce::Fok ? "FOK" : "GTC");
        parameters.emplace_back("price", order.limit.text());
    }
    parameters.emplace_back("quantity", order.quantity.text());
    parameters.emplace_back("newClientOrderId", order.clientOrderId);
    parameters.emplace_back("newOrderRespType", "RESULT");
    call("POST", "/api/v3/order", std::move(parameters), true, [this, order](int status, const std::string& body) { onPlaced(order, status, body); });
}

void BinanceAdapter::onPlaced(const BrokerOrder& order, int status, const std::string& body)
{
    Known& known = m_known[order.clientOrderId];
    const Json json = parsed(body);
    const std::int64_t code = number(json, "code");
    if (status == 200 && number(json, "orderId") > 0) {
        known.number = static_cast<std::uint64_t>(number(json, "orderId"));
        if (!known.accepted)
            accept(known, Timestamp::fromMillis(number(json, "transactTime")));
        if (word(json, "status") != "NEW")
            wantSweep();
    } else if (status >= 400 && status < 500 && code != 0 && code != -1006 && code != -1007 && word(json, "msg") != "Duplicate order sent.") {
        // -1006 and -1007 say themselves that the execution status is unknown.
        known.ended = true;
        refuse(order.id, OrderEvent::RejectedByBroker, reasonOf(status, body));
    } else {
        wantSweep();
    }
}

void BinanceAdapter::replace(OrderId order, Quantity, Price) { refuse(order, OrderEvent::ReplaceRefused, "binance.no-replace"); }

void BinanceAdapter::cancel(OrderId order)
{
    if (!m_connected)
        return;
    const auto it = std::find_if(m_known.begin(), m_known.end(), [order](const auto& each) { return each.second.id == order; });
    if (it == m_known.end() || it->second.ended)
        return refuse(order, OrderEvent::CancelRefused, it == m_known.end() ? "binance.order-unknown" : "binance.order-done");
    const Known& known = it->second;
    call("DELETE", "/api/v3/order", {{"symbol", *symbolOf(known.instrument)}, {"origClientOrderId", known.clientId}}, true, [this, order](int status, const std::string& body) {
        wantSweep(); // tells the end, after the fills that came before it
        if (status >= 400 && status < 500)
            refuse(order, OrderEvent::CancelRefused, reasonOf(status, body));
    });
}

void BinanceAdapter::subscribe(InstrumentId instrument)
{
    if (symbolOf(instrument) != nullptr)
        m_subscribed.insert(instrument);
}

void BinanceAdapter::requestState(Timestamp since)
{
    if (!m_connected)
        return;
    m_askedSince = m_askedSince ? std::min(*m_askedSince, since) : since;
}

void BinanceAdapter::beginSweep(Timestamp since, bool forOwner)
{
    auto sweep = std::make_shared<Sweep>();
    sweep->since = since;
    sweep->forOwner = forOwner;
    for (const auto& each : m_terms.symbols)
        sweep->symbols.push_back(each);
    m_sweep = sweep;
    m_sweepWanted = false;
    call("GET", "/api/v3/openOrders", {}, true, [this, sweep](int status, const std::string& body) {
        const Json json = parsed(body);
        if (status != 200 || !json.is_array()) {
            if (m_sweep == sweep)
                m_sweep.reset();
            return;
        }
        for (const Json& each : json)
            for (const auto& [instrument, symbol] : sweep->symbols)
                if (symbol == word(each, "symbol") && number(each, "orderId") > 0)
                    sweep->orders[static_cast<std::uint64_t>(number(each, "orderId"))] = {instrument, each};
        sweepOrders(sweep, 0);
    });
}

void BinanceAdapter::sweepOrders(const std::shared_ptr<Sweep>& sweep, std::size_t at)
{
    if (m_sweep != sweep)
        return;
    if (at == sweep->symbols.size())
        return sweepTrades(sweep, 0);
    const std::int64_t from = std::max<std::int64_t>(0, (sweep->since + -kOrdersBack).millis());
    call("GET", "/api/v3/allOrders", {{"symbol", sweep->symbols[at].second}, {"startTime", std::to_string(from)}, {"limit", std::to_string(kPage)}}, true,
        [this, sweep, at](int status, const std::string& body) {
            const Json json = parsed(body);
            if (status != 200 || !json.is_array()) {
                if (m_sweep == sweep)
                    m_sweep.reset();
                return;
            }
            for (const Json& each : json)
                if (number(each, "orderId") > 0)
                    sweep->orders[static_cast<std::uint64_t>(number(each, "orderId"))] = {sweep->symbols[at].first, each};
            sweepOrders(sweep, at + 1);
        });
}

void BinanceAdapter::sweepTrades(const std::shared_ptr<Sweep>& sweep, std::size_t at)
{
    if (m_sweep != sweep)
        return;
    if (at == sweep->symbols.size()) {
        endSweep(*sweep);
        m_sweep.reset();
        return;
    }
    const std::int64_t from = std::max<std::int64_t>(0, (sweep->since + -kOrdersBack).millis());
    call("GET", "/api/v3/myTrades", {{"symbol", sweep->symbols[at].second}, {"startTime", std::to_string(from)}, {"limit", std::to_string(kPage)}}, true,
        [this, sweep, at](int status, const std::string& body) {
            const Json json = parsed(body);
            if (status != 200 || !json.is_array()) {
                if (m_sweep == sweep)
                    m_sweep.reset();
                return;
            }
            for (const Json& each : json)
                sweep->trades.push_back({sweep->symbols[at].first, each});
            sweepTrades(sweep, at + 1);
        });
}

void BinanceAdapter::endSweep(Sweep& sweep)
{
    BrokerState state;
    const auto tell = [&](ExecutionReport made) {
        if (sweep.forOwner)
            state.executions.push_back(made.executionId);
        m_out.push_back(std::move(made));
    };
    std::stable_sort(sweep.trades.begin(), sweep.trades.end(), [](const auto& a, const auto& b) { return number(a.json, "id") < number(b.json, "id"); });
    for (const auto& [binanceNumber, row] : sweep.orders) {
        const OrderId id = orderOf(word(row.json, "clientOrderId"));
        const auto total = Quantity::parse(word(row.json, "origQty"));
        const std::string status = word(row.json, "status");
        if (!id.valid() || !total)
            continue; // somebody else's
        Known& known = m_known[word(row.json, "clientOrderId")];
        if (known.number != 0 && known.number != binanceNumber)
            continue; // an older use of the same client order id
        known.id = id;
        known.clientId = word(row.json, "clientOrderId");
        known.instrument = row.instrument;
        known.number = binanceNumber;
        known.total = *total;
        const std::string stem = "binance-" + *symbolOf(row.instrument) + "-";
        const std::string own = stem + std::to_string(binanceNumber);
        if (status != "REJECTED" && (!known.accepted || sweep.forOwner)) {
            accept(known, Timestamp::fromMillis(number(row.json, "time")));
            if (sweep.forOwner)
                state.executions.push_back(own + "-new");
        }
        Quantity filled;
        for (const auto& trade : sweep.trades) {
            const auto quantity = Quantity::parse(word(trade.json, "qty"));
            const auto price = Price::parse(word(trade.json, "price"));
            if (trade.instrument != row.instrument || number(trade.json, "orderId") != static_cast<std::int64_t>(binanceNumber) || !quantity || !price || !quantity->isPositive())
                continue;
            filled += *quantity;
            if (filled <= known.filled && !sweep.forOwner)
                continue; // told before
            const bool last = filled >= known.total;
            auto fill = report(known, last ? OrderEvent::LastFill : OrderEvent::PartFill, stem + "t" + std::to_string(number(trade.json, "id")), Timestamp::fromMillis(number(trade.json, "time")));
            fill.lastQuantity = *quantity;
            fill.lastPrice = *price;
            fill.fee = Money::zero(m_terms.currency);
            fill.tax = Money::zero(m_terms.currency);
            if (word(trade.json, "commissionAsset") == m_terms.quoteAsset)
                fill.fee = feeOf(word(trade.json, "commission"), m_terms.currency).valueOr(fill.fee);
            tell(std::move(fill));
        }
        known.filled = std::max(known.filled, filled);
        const bool open = status == "NEW" || status == "PARTIALLY_FILLED" || status == "PENDING_NEW" || status == "PENDING_CANCEL";
        const bool whole = known.filled >= known.total;
        if (open && !whole) {
            state.openOrders.push_back(id);
        } else if (status == "FILLED" && !whole) {
            state.undecided.push_back(id); // its trades are not there yet
            m_sweepWanted = true;
        } else {
            if (!whole && (!known.ended || sweep.forOwner)) {
                const OrderEvent end = status == "CANCELED" ? OrderEvent::Cancelled : status == "REJECTED" ? OrderEvent::RejectedByBroker : OrderEvent::Expired;
                auto made = report(known, end, own + "-end", Timestamp::fromMillis(number(row.json, "updateTime")));
                made.reason = end == OrderEvent::Cancelled ? "" : "binance." + status;
                tell(std::move(made));
            }
            known.ended = true;
        }
    }
    if (!m_connected) {
        m_connected = true;
        m_out.push_back(ConnectionChanged{ConnectionState::Connected, ""});
    }
    if (sweep.forOwner) {
        state.time = m_now;
        m_out.push_back(std::move(state));
    }
}

bool BinanceAdapter::anyOpen() const
{
    return std::any_of(m_known.begin(), m_known.end(), [](const auto& each) { return !each.second.ended; });
}

void BinanceAdapter::askMarket()
{
    for (const InstrumentId instrument : m_subscribed)
        call("GET", "/api/v3/depth", {{"symbol", *symbolOf(instrument)}, {"limit", "10"}}, false, [this, instrument](int status, const std::string& body) {
            if (status == 200 && m_subscribed.count(instrument) != 0)
                onDepth(instrument, body);
        });
}

void BinanceAdapter::onDepth(InstrumentId instrument, const std::string& body)
{
    const Json json = parsed(body);
    DepthUpdate depth;
    depth.instrument = instrument;
    depth.time = m_now;
    for (const auto& [key, levels] : {std::pair("bids", &depth.bids), std::pair("asks", &depth.asks)}) {
        if (!json.is_object() || !json.contains(key) || !json[key].is_array())
            return;
        for (const Json& each : json[key]) {
            const bool fine = each.is_array() && each.size() >= 2 && each[0].is_string() && each[1].is_string();
            const auto price = fine ? Price::parse(each[0].get_ref<const std::string&>()) : Result<Price>(invalid("binance.depth"));
            const auto quantity = fine ? Quantity::parse(each[1].get_ref<const std::string&>()) : Result<Quantity>(invalid("binance.depth"));
            if (!price || !quantity)
                return;
            levels->push_back({*price, *quantity, 1, Quantity()});
        }
    }
    if (!depth.bids.empty() && !depth.asks.empty()) {
        Quote quote;
        quote.instrument = instrument;
        quote.bid = depth.bids[0].price;
        quote.bidSize = depth.bids[0].quantity;
        quote.ask = depth.asks[0].price;
        quote.askSize = depth.asks[0].quantity;
        quote.time = m_now;
        m_out.push_back(quote);
    }
    m_out.push_back(std::move(depth));
}

void BinanceAdapter::poll(Timestamp now, BrokerEventSink& sink)
{
    m_now = now;
    if (m_running && m_startedAt.nanos == 0) {
        m_startedAt = now;
        m_lastTick = {};
    }
    for (const HttpReply& reply : m_port->take()) {
        const auto it = m_answers.find(reply.id);
        if (it == m_answers.end())
            continue;
        const Answer answer = std::move(it->second);
        m_answers.erase(it);
        answer(reply.status, reply.body);
        if (reply.status == 0)
            lose(kLost);
        else if (reply.status == 429 || reply.status == 418)
            lose("binance.rate-limit");
    }
    if (m_running) {
        const bool tick = now - m_lastTick >= kTick;
        if (tick) {
            m_lastTick = now;
            if (!m_connected)
                askTime();
            else
                askMarket();
        }
        if (m_connected && !m_sweep) {
            if (m_askedSince)
                beginSweep(*std::exchange(m_askedSince, std::nullopt), true);
            else if (m_sweepWanted || (tick && anyOpen()))
                beginSweep(now, false);
        }
    }
    for (const BrokerEvent& event : std::exchange(m_out, {}))
        sink.onBrokerEvent(event);
}

} // namespace rialto::binance
