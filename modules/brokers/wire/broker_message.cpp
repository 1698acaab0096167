// SPDX-License-Identifier: GPL-3.0-or-later
#include "brokers/wire/broker_message.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace rialto {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostEntries = 100'000;
constexpr std::size_t kLongestWord = 256;

Error malformed(const std::string& what) { return invalid("broker.message-malformed", what.substr(0, 200)); }

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

// Reads fields and remembers the first that is wrong.
class Fields {
public:
    explicit Fields(const Json& json) : m_json(json) {}

    const std::string& wrong() const { return m_wrong; }
    void fail(const char* key)
    {
        if (m_wrong.empty())
            m_wrong = key;
    }
    bool has(const char* key) const { return m_json.contains(key); }

    std::string word(const char* key, bool needed = true)
    {
        const auto it = m_json.find(key);
        if (it == m_json.end()) {
            if (needed)
                fail(key);
            return {};
        }
        if (!it->is_string() || it->get_ref<const std::string&>().size() > kLongestWord) {
            fail(key);
            return {};
        }
        return it->get<std::string>();
    }
    std::uint64_t number(const char* key, std::uint64_t most = std::numeric_limits<std::uint64_t>::max())
    {
        const auto it = m_json.find(key);
        if (it == m_json.end() || !it->is_number_unsigned() || it->get<std::uint64_t>() > most) {
            fail(key);
            return 0;
        }
        return it->get<std::uint64_t>();
    }
    Timestamp time(const char* key)
    {
        const auto it = m_json.find(key);
        if (it == m_json.end() || !it->is_number_integer() || (it->is_number_unsigned() && it->get<std::uint64_t>() > std::uint64_t(std::numeric_limits<std::int64_t>::max()))) {
            fail(key);
            return {};
        }
        return Timestamp(it->get<std::int64_t>());
    }
    template <class Number>
    Number decimal(const char* key, bool needed = true)
    {
        if (!needed && !has(key))
            return {};
        const auto value = Number::parse(word(key));
        // Beyond that, sums of a few of them would leave 64 bits.
        constexpr std::int64_t kLargestRaw = std::int64_t(1) << 58;
        if (!value || value->raw() > kLargestRaw || value->raw() < -kLargestRaw) {
            fail(key);
            return {};
        }
        return *value;
    }
    Quantity quantity(const char* key, bool needed = true)
    {
        const auto value = decimal<Quantity>(key, needed);
        if (value.isNegative())
            fail(key);
        return value;
    }
    bool truth(const char* key)
    {
        const auto it = m_json.find(key);
        if (it == m_json.end())
            return false;
        if (!it->is_boolean()) {
            fail(key);
            return false;
        }
        return it->get<bool>();
    }
    InstrumentId instrument() { return InstrumentId(static_cast<std::uint32_t>(number("instrument", std::numeric_limits<std::uint32_t>::max()))); }
    Money money(const char* key, Currency currency)
    {
        if (!has(key))
            return currency.valid() ? Money::zero(currency) : Money();
        const auto value = currency.valid() ? Money::parse(word(key), currency) : Result<Money>(malformed(key));
        if (!value)
            fail(key);
        return value.valueOr(Money());
    }
    template <class Value, class Parse>
    Value parsed(const char* key, Parse parse)
    {
        const auto value = parse(word(key));
        if (!value)
            fail(key);
        return value.valueOr(Value{});
    }
    const Json& list(const char* key)
    {
        static const Json kNone = Json::array();
        const auto it = m_json.find(key);
        if (it == m_json.end())
            return kNone;
        if (!it->is_array() || it->size() > kMostEntries) {
            fail(key);
            return kNone;
        }
        return *it;
    }

private:
    const Json& m_json;
    std::string m_wrong;
};

template <class Value>
Result<Value> finish(const Fields& fields, Value value)
{
    if (!fields.wrong().empty())
        return malformed("field " + fields.wrong());
    return value;
}

Result<Json> objectOf(std::string_view text)
{
    if (text.size() > kLargestMessage)
        return invalid("broker.message-too-large", std::to_string(text.size()) + " bytes");
    Json json = Json::parse(text.begin(), text.end(), nullptr, false);
    if (json.is_discarded() || !json.is_object())
        return malformed("no JSON object");
    return json;
}

std::optional<OrderEvent> eventNamed(const std::string& word)
{
    for (int i = 0; i < kOrderEvents; ++i)
        if (name(static_cast<OrderEvent>(i)) == word)
            return static_cast<OrderEvent>(i);
    return std::nullopt;
}

constexpr std::pair<ConnectionState, const char*> kConnections[] = {{ConnectionState::Stopped, "stopped"}, {ConnectionState::Connecting, "connecting"},
    {ConnectionState::Connected, "connected"}, {ConnectionState::Lost, "lost"}};

Json levels(const std::vector<DepthLevel>& from)
{
    Json list = Json::array();
    for (const auto& level : from)
        list.push_back({level.price.text(), level.quantity.text(), level.orders, level.own.text()});
    return list;
}

bool readLevels(const Json& from, std::vector<DepthLevel>& levels)
{
    for (const Json& each : from) {
        if (!each.is_array() || each.size() != 4 || !each[0].is_string() || !each[1].is_string() || !each[2].is_number_integer() || !each[3].is_string())
            return false;
        const auto price = Price::parse(each[0].get_ref<const std::string&>());
        const auto quantity = Quantity::parse(each[1].get_ref<const std::string&>());
        const auto own = Quantity::parse(each[3].get_ref<const std::string&>());
        const auto orders = each[2].get<std::int64_t>();
        if (!price || !quantity || !own || quantity->isNegative() || own->isNegative() || orders < 0 || orders > std::numeric_limits<int>::max())
            return false;
        levels.push_back({*price, *quantity, static_cast<int>(orders), *own});
    }
    return true;
}

Json reportJson(const ExecutionReport& report)
{
    Json json{{"is", "report"}, {"executionId", report.executionId}, {"order", report.order.value}, {"event", name(report.event)}, {"time", report.time.nanos}};
    if (!report.brokerOrderId.empty())
        json["brokerOrderId"] = report.brokerOrderId;
    if (!report.lastQuantity.isZero()) {
        json["lastQuantity"] = report.lastQuantity.text();
        json["lastPrice"] = report.lastPrice.text();
    }
    const Currency currency = report.fee.currency().valid() ? report.fee.currency() : report.tax.currency();
    if (currency.valid()) {
        json["currency"] = currency.code();
        if (report.fee.currency().valid())
            json["fee"] = report.fee.text();
        if (report.tax.currency().valid())
            json["tax"] = report.tax.text();
    }
    if (report.event == OrderEvent::Replaced) {
        json["newQuantity"] = report.newQuantity.text();
        json["newLimit"] = report.newLimit.text();
    }
    if (!report.reason.empty())
        json["reason"] = report.reason;
    return json;
}

Result<BrokerEvent> readReport(Fields& fields)
{
    ExecutionReport report;
    report.executionId = fields.word("executionId");
    report.order = OrderId(fields.number("order"));
    const auto event = eventNamed(fields.word("event"));
    // What a broker may say; the rest is said by this house about itself.
    constexpr std::array kTheirs{OrderEvent::Accepted, OrderEvent::RejectedByBroker, OrderEvent::PartFill, OrderEvent::LastFill, OrderEvent::CancelRefused,
        OrderEvent::Cancelled, OrderEvent::ReplaceRefused, OrderEvent::Replaced, OrderEvent::Expired, OrderEvent::Triggered};
    if (!event || report.executionId.empty() || std::find(kTheirs.begin(), kTheirs.end(), *event) == kTheirs.end())
        fields.fail("event");
    report.event = event.value_or(OrderEvent::Accepted);
    report.time = fields.time("time");
    report.brokerOrderId = fields.word("brokerOrderId", false);
    report.lastQuantity = fields.quantity("lastQuantity", false);
    report.lastPrice = fields.decimal<Price>("lastPrice", false);
    const std::string code = fields.word("currency", false);
    Currency currency;
    if (!code.empty()) {
        const auto known = Currency::parse(code);
        if (!known)
            fields.fail("currency");
        currency = known.valueOr(Currency());
        report.fee = fields.money("fee", currency);
        report.tax = fields.money("tax", currency);
    }
    report.newQuantity = fields.quantity("newQuantity", false);
    report.newLimit = fields.decimal<Price>("newLimit", false);
    report.reason = fields.word("reason", false);
    const bool fill = report.event == OrderEvent::PartFill || report.event == OrderEvent::LastFill;
    if (fill && !report.lastQuantity.isPositive())
        fields.fail("lastQuantity");
    if (report.event == OrderEvent::Replaced && !report.newQuantity.isPositive())
        fields.fail("newQuantity");
    return finish(fields, BrokerEvent(report));
}

Json quoteJson(const Quote& quote)
{
    return {{"is", "quote"}, {"instrument", quote.instrument.value}, {"bid", quote.bid.text()}, {"ask", quote.ask.text()},
        {"bidSize", quote.bidSize.text()}, {"askSize", quote.askSize.text()}, {"last", quote.last.text()}, {"lastSize", quote.lastSize.text()},
        {"open", quote.open.text()}, {"high", quote.high.text()}, {"low", quote.low.text()}, {"previousClose", quote.previousClose.text()},
        {"volume", quote.volume.text()}, {"trades", quote.trades < 0 ? 0 : quote.trades}, {"time", quote.time.nanos}};
}

Result<BrokerEvent> readQuote(Fields& fields)
{
    Quote quote;
    quote.instrument = fields.instrument();
    quote.bid = fields.decimal<Price>("bid", false);
    quote.ask = fields.decimal<Price>("ask", false);
    quote.bidSize = fields.quantity("bidSize", false);
    quote.askSize = fields.quantity("askSize", false);
    quote.last = fields.decimal<Price>("last", false);
    quote.lastSize = fields.quantity("lastSize", false);
    quote.open = fields.decimal<Price>("open", false);
    quote.high = fields.decimal<Price>("high", false);
    quote.low = fields.decimal<Price>("low", false);
    quote.previousClose = fields.decimal<Price>("previousClose", false);
    quote.volume = fields.quantity("volume", false);
    quote.trades = fields.has("trades") ? static_cast<std::int64_t>(fields.number("trades", std::uint64_t(std::numeric_limits<std::int64_t>::max()))) : 0;
    quote.time = fields.time("time");
    return finish(fields, BrokerEvent(quote));
}

Json stateJson(const BrokerState& state)
{
    Json json{{"is", "state"}, {"open", Json::array()}, {"time", state.time.nanos}};
    for (const OrderId id : state.openOrders)
        json["open"].push_back(id.value);
    if (!state.undecided.empty())
        for (const OrderId id : state.undecided)
            json["undecided"].push_back(id.value);
    if (!state.executions.empty())
        json["executions"] = state.executions;
    if (state.positions) {
        json["positions"] = Json::array();
        for (const auto& position : *state.positions)
            json["positions"].push_back({{"instrument", position.instrument.value}, {"quantity", position.quantity.text()}});
    }
    return json;
}

void readIds(Fields& fields, const char* key, std::vector<OrderId>& ids)
{
    for (const Json& each : fields.list(key)) {
        if (!each.is_number_unsigned())
            return fields.fail(key);
        ids.emplace_back(each.get<std::uint64_t>());
    }
}

Result<BrokerEvent> readState(Fields& fields)
{
    BrokerState state;
    readIds(fields, "open", state.openOrders);
    readIds(fields, "undecided", state.undecided);
    for (const Json& each : fields.list("executions")) {
        if (!each.is_string() || each.get_ref<const std::string&>().size() > kLongestWord) {
            fields.fail("executions");
            break;
        }
        state.executions.push_back(each.get<std::string>());
    }
    if (fields.has("positions")) {
        state.positions.emplace();
        for (const Json& each : fields.list("positions")) {
            if (!each.is_object()) {
                fields.fail("positions");
                break;
            }
            Fields position(each);
            state.positions->push_back({position.instrument(), position.decimal<Quantity>("quantity")});
            if (!position.wrong().empty())
                fields.fail("positions");
        }
    }
    state.time = fields.time("time");
    return finish(fields, BrokerEvent(state));
}

struct EventWriter {
    Json operator()(const ExecutionReport& report) const { return reportJson(report); }
    Json operator()(const Quote& quote) const { return quoteJson(quote); }
    Json operator()(const TradePrint& print) const
    {
        return {{"is", "trade"}, {"instrument", print.instrument.value}, {"price", print.price.text()}, {"quantity", print.quantity.text()},
            {"aggressor", name(print.aggressor)}, {"time", print.time.nanos}, {"sequence", print.sequence}};
    }
    Json operator()(const DepthUpdate& depth) const
    {
        return {{"is", "depth"}, {"instrument", depth.instrument.value}, {"bids", levels(depth.bids)}, {"asks", levels(depth.asks)}, {"time", depth.time.nanos}};
    }
    Json operator()(const ConnectionChanged& changed) const
    {
        Json json{{"is", "connection"}, {"state", kConnections[static_cast<std::size_t>(changed.state)].second}};
        if (!changed.reason.empty())
            json["reason"] = changed.reason;
        return json;
    }
    Json operator()(const SessionClosed& closed) const { return {{"is", "closed"}, {"day", closed.day.text()}, {"time", closed.time.nanos}}; }
    Json operator()(const BrokerState& state) const { return stateJson(state); }
};

} // namespace

std::string toMessage(const BrokerEvent& event) { return dump(std::visit(EventWriter{}, event)); }

Result<BrokerEvent> parseEvent(std::string_view text)
{
    const auto json = objectOf(text);
    if (!json)
        return json.error();
    Fields fields(*json);
    const std::string is = fields.word("is");
    if (is == "report")
        return readReport(fields);
    if (is == "quote")
        return readQuote(fields);
    if (is == "state")
        return readState(fields);
    if (is == "trade") {
        TradePrint print;
        print.instrument = fields.instrument();
        print.price = fields.decimal<Price>("price");
        print.quantity = fields.quantity("quantity");
        print.aggressor = fields.parsed<Side>("aggressor", parseSide);
        print.time = fields.time("time");
        print.sequence = fields.number("sequence");
        return finish(fields, BrokerEvent(print));
    }
    if (is == "depth") {
        DepthUpdate depth;
        depth.instrument = fields.instrument();
        if (!readLevels(fields.list("bids"), depth.bids) || !readLevels(fields.list("asks"), depth.asks))
            fields.fail("bids");
        depth.time = fields.time("time");
        return finish(fields, BrokerEvent(depth));
    }
    if (is == "connection") {
        const std::string state = fields.word("state");
        const auto found = std::find_if(std::begin(kConnections), std::end(kConnections), [&](const auto& each) { return state == each.second; });
        if (found == std::end(kConnections))
            return malformed("field state");
        return finish(fields, BrokerEvent(ConnectionChanged{found->first, fields.word("reason", false)}));
    }
    if (is == "closed") {
        const Date day = fields.parsed<Date>("day", [](const std::string& word) { return Date::parse(word); });
        return finish(fields, BrokerEvent(SessionClosed{day, fields.time("time")}));
    }
    return malformed("unknown event");
}

Result<BrokerVerb> parseVerb(std::string_view text)
{
    const auto json = objectOf(text);
    if (!json)
        return json.error();
    Fields fields(*json);
    const std::string is = fields.word("is");
    if (is == "start")
        return BrokerVerb(StartVerb{});
    if (is == "stop")
        return BrokerVerb(StopVerb{});
    if (is == "submit") {
        BrokerOrder order;
        order.id = OrderId(fields.number("order"));
        order.clientOrderId = fields.word("clientOrderId");
        order.instrument = fields.instrument();
        order.side = fields.parsed<Side>("side", parseSide);
        order.type = fields.parsed<OrderType>("type", parseOrderType);
        order.tif = fields.parsed<TimeInForce>("tif", parseTimeInForce);
        order.quantity = fields.quantity("quantity");
        order.limit = fields.decimal<Price>("limit", false);
        order.filled = fields.quantity("filled", false);
        auto terms = parseOrderTerms(fields.word("terms", false));
        if (!terms)
            return malformed("field terms");
        order.terms = std::move(*terms);
        return finish(fields, BrokerVerb(SubmitVerb{order}));
    }
    if (is == "replace")
        return finish(fields, BrokerVerb(ReplaceVerb{OrderId(fields.number("order")), fields.quantity("quantity"), fields.decimal<Price>("limit")}));
    if (is == "cancel")
        return finish(fields, BrokerVerb(CancelVerb{OrderId(fields.number("order"))}));
    if (is == "subscribe")
        return finish(fields, BrokerVerb(SubscribeVerb{fields.instrument()}));
    if (is == "unsubscribe")
        return finish(fields, BrokerVerb(UnsubscribeVerb{fields.instrument()}));
    if (is == "state")
        return finish(fields, BrokerVerb(StateVerb{fields.time("since")}));
    return malformed("unknown verb");
}

std::string toMessage(const BrokerCapabilities& capabilities)
{
    Json json{{"is", "capabilities"}, {"orderTypes", Json::array()}, {"timesInForce", Json::array()}, {"replace", capabilities.replace},
        {"depth", capabilities.depth}, {"simulated", capabilities.simulated}};
    for (const OrderType type : capabilities.orderTypes)
        json["orderTypes"].push_back(name(type));
    for (const TimeInForce tif : capabilities.timesInForce)
        json["timesInForce"].push_back(name(tif));
    return dump(json);
}

Result<BrokerCapabilities> parseCapabilities(std::string_view text)
{
    const auto json = objectOf(text);
    if (!json)
        return json.error();
    Fields fields(*json);
    if (fields.word("is") != "capabilities")
        return malformed("no capabilities");
    BrokerCapabilities capabilities;
    for (const Json& each : fields.list("orderTypes")) {
        const auto type = parseOrderType(each.is_string() ? each.get_ref<const std::string&>() : "");
        if (!type)
            return malformed("field orderTypes");
        capabilities.orderTypes.push_back(*type);
    }
    for (const Json& each : fields.list("timesInForce")) {
        const auto tif = parseTimeInForce(each.is_string() ? each.get_ref<const std::string&>() : "");
        if (!tif)
            return malformed("field timesInForce");
        capabilities.timesInForce.push_back(*tif);
    }
    capabilities.replace = fields.truth("replace");
    capabilities.depth = fields.truth("depth");
    capabilities.simulated = fields.truth("simulated");
    return finish(fields, capabilities);
}

} // namespace rialto
