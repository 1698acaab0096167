// SPDX-License-Identifier: GPL-3.0-or-later
// Order-type scenarios: steps with `op` change one book of the matching engine, steps with `expect` compare it. The words are
// those of CppTrader's tests: kinds BuyLimit ... TrailingSellStopLimit, tif GTC IOC FOK AON, slippage, max_visible,
// trailing_distance and trailing_step (negative: basis points), ModifyOrder, ReplaceOrder, MitigateOrder. Before
// EnableMatching, orders rest without trading (a call of the engine); Match trades what crosses. Stops watch the quote.
#include "api/cli/case_report.h"
#include "api/cli/json_file.h"
#include "matching/matching_engine.h"

#include <algorithm>
#include <limits>
#include <map>

namespace rialto::cli {

namespace order_cases {

using matching::BookId;
using matching::Lots;
using matching::MatchingEngine;
using matching::MatchingHandler;
using matching::NewOrder;
using matching::OrderId;
using matching::OrderKind;
using matching::OrderView;
using matching::QueuePlace;
using matching::RejectReason;
using matching::Rejected;
using matching::Side;
using matching::Ticks;
using matching::TimeInForce;
using matching::Trade;
using matching::TriggerOn;
using matching::clampedTicks;
using matching::hasLimit;
using matching::trails;

struct Failure {
    std::string text;
};

/// A whole number under the first of the names that is there.
std::optional<std::int64_t> whole(const Json& step, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        const auto found = step.find(name);
        if (found == step.end() || found->is_null())
            continue;
        if (found->is_number_unsigned()) {
            const auto value = found->get<std::uint64_t>();
            return value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) ? std::numeric_limits<std::int64_t>::max()
                                                                                               : static_cast<std::int64_t>(value);
        }
        if (found->is_number_integer())
            return found->get<std::int64_t>();
        if (found->is_number_float() && std::abs(found->get<double>()) < 1e15
            && found->get<double>() == static_cast<double>(static_cast<std::int64_t>(found->get<double>())))
            return static_cast<std::int64_t>(found->get<double>());
        throw Failure{std::string(name) + " must be a whole number"};
    }
    return std::nullopt;
}

std::string word(const Json& step, const char* name)
{
    const auto found = step.find(name);
    return found != step.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool contains(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

Ticks ticks(std::int64_t price)
{
    if (clampedTicks(price) != price)
        throw Failure{"a price is beyond what the engine takes"};
    return static_cast<Ticks>(price);
}

class Venue : public MatchingHandler {
public:
    Venue()
    {
        m_book = m_engine.addBook();
        m_engine.startCall(m_book);
    }

    Json trades = Json::array();

    void onTrade(const Trade& t)
    {
        m_executed[t.maker] += t.quantity;
        m_executed[t.taker] += t.quantity;
        const bool buys = t.takerSide == Side::Buy;
        trades.push_back({{"price", t.price}, {"quantity", t.quantity}, {"buyer", m_names[buys ? t.taker : t.maker]},
                          {"seller", m_names[buys ? t.maker : t.taker]}});
    }
    void onRejected(const Rejected& r) { m_refused = r.reason; }

    /// Answers what there is to say about the step, mostly nothing.
    std::string run(const Json& step)
    {
        const std::string op = word(step, "op");
        m_refused.reset();
        if (op == "EnableMatching" || op == "Match") {
            m_matching = m_matching || op == "EnableMatching";
            m_engine.endCall(m_book, *this);
            if (!m_matching)
                m_engine.startCall(m_book);
            return {};
        }
        if (op == "DisableMatching") {
            m_matching = false;
            m_engine.startCall(m_book);
            return {};
        }
        if (op == "AddOrder")
            return add(step);
        const auto named = whole(step, {"id", "order_id"});
        if (!named)
            throw Failure{op + " needs an id"};
        const auto live = m_ids.find(static_cast<std::uint64_t>(*named));
        const auto view = live == m_ids.end() ? std::nullopt : m_engine.find(live->second);
        if (!view)
            return "order not found";
        const OrderId id = view->id;
        const auto quantity = whole(step, {"new_qty", "new_quantity", "qty", "quantity"});
        const auto price = whole(step, {"new_price", "price"});
        if (op == "DeleteOrder") {
            m_engine.cancel(id, *this);
        } else if (op == "ReduceOrder") {
            m_engine.reduce(id, lots(quantity), *this);
        } else if (op == "ModifyOrder" || op == "MitigateOrder") {
            std::int64_t open = quantity.value_or(0);
            if (op == "MitigateOrder")
                open -= static_cast<std::int64_t>(m_executed[id]); // the new total includes what has traded
            if (open <= 0)
                m_engine.cancel(id, *this);
            else
                m_engine.replace({id, id, ticks(price.value_or(view->price)), lots(open), QueuePlace::GiveUp}, *this);
        } else if (op == "ReplaceOrder") {
            for (const auto& inner : step)
                if (inner.is_object() && inner.contains("kind")) {
                    m_engine.cancel(id, *this);
                    return add(inner);
                }
            if (step.contains("kind")) {
                m_engine.cancel(id, *this);
                Json order = step;
                order["id"] = whole(step, {"new_id"}).value_or(*named);
                return add(order);
            }
            const auto newName = static_cast<std::uint64_t>(whole(step, {"new_id"}).value_or(*named));
            const OrderId newId = ++m_lastId;
            m_names[newId] = newName;
            m_engine.replace({id, newId, ticks(price.value_or(view->price)), lots(quantity), QueuePlace::GiveUp}, *this);
            if (!m_refused)
                m_ids[newName] = newId;
        } else {
            throw Failure{"unknown op " + op};
        }
        return m_refused ? "refused" : "";
    }

    /// One expectation, with what was found and whether they agree.
    Json check(const Json& step)
    {
        const std::string what = word(step, "expect");
        Json expected = Json::object();
        Json actual = Json::object();
        if (const auto named = whole(step, {"id", "order_id"})) {
            const auto live = m_ids.find(static_cast<std::uint64_t>(*named));
            const auto view = live == m_ids.end() ? std::nullopt : m_engine.find(live->second);
            for (const auto& [key, value] : step.items()) {
                if (key == "expect" || key == "id" || key == "order_id" || key == "field" || !value.is_number())
                    continue;
                const std::string field = key == "value" || key == "equals" || key == "expected" ? what + word(step, "field") : key;
                expected[key] = value;
                actual[key] = orderField(view, field);
            }
        } else {
            const bool buyAndSell = step.contains("buy") || step.contains("sell");
            for (const Side side : {Side::Buy, Side::Sell}) {
                const char* key = buyAndSell ? (side == Side::Buy ? "buy" : "sell") : (side == Side::Buy ? "bid" : "ask");
                if (const auto value = whole(step, {key})) {
                    expected[key] = *value;
                    actual[key] = figure(what, side);
                }
            }
        }
        return {{"expect", what}, {"expected", expected}, {"actual", actual}, {"pass", !expected.empty() && expected == actual}};
    }

    Json bookNow() const
    {
        Json json = Json::object();
        for (const Side side : {Side::Buy, Side::Sell}) {
            Json levels = Json::array();
            for (const OrderId id : m_engine.queue(m_book, side)) {
                const OrderView view = *m_engine.find(id);
                if (levels.empty() || levels.back()["price"] != view.price)
                    levels.push_back({{"price", view.price}, {"orders", 0}, {"visibleVolume", 0U}, {"totalVolume", 0U}});
                Json& level = levels.back();
                level["orders"] = level["orders"].get<int>() + 1;
                level["visibleVolume"] = level["visibleVolume"].get<std::uint64_t>() + shown(view);
                level["totalVolume"] = level["totalVolume"].get<std::uint64_t>() + view.quantity + view.reserve;
            }
            json[side == Side::Buy ? "bids" : "asks"] = levels;
        }
        Json waiting = Json::array();
        for (const OrderId id : m_engine.waitingOrders(m_book)) {
            const NewOrder terms = *m_engine.specialTerms(id);
            Json order{{"id", m_names.at(id)}, {"side", terms.side == Side::Buy ? "buy" : "sell"}, {"stopPrice", terms.trigger}};
            order["price"] = hasLimit(terms) ? Json(terms.price) : Json(nullptr);
            order["quantity"] = m_engine.find(id)->quantity;
            waiting.push_back(order);
        }
        json["stops"] = waiting;
        return json;
    }

private:
    static Lots lots(std::optional<std::int64_t> quantity)
    {
        if (!quantity || *quantity <= 0 || *quantity > std::numeric_limits<Lots>::max())
            throw Failure{"a quantity is missing or out of range"};
        return static_cast<Lots>(*quantity);
    }

    std::string add(const Json& step)
    {
        const auto named = whole(step, {"id", "order_id"});
        if (!named)
            throw Failure{"AddOrder needs an id"};
        NewOrder order = parse(step);
        order.book = m_book;
        const auto name = static_cast<std::uint64_t>(*named);
        const auto before = m_ids.find(name);
        const bool taken = before != m_ids.end() && m_engine.find(before->second).has_value();
        if (!m_matching
            && (order.kind == OrderKind::Market || order.timeInForce == TimeInForce::ImmediateOrCancel
                || order.timeInForce == TimeInForce::FillOrKill))
            return "dropped: nothing trades before matching is enabled";
        order.id = ++m_lastId; // names may come back, ids of the engine do not
        m_names[order.id] = name;
        m_engine.submit(order, *this);
        if (m_refused)
            return "refused";
        // A name that is taken is no obstacle to trade, but a second order of that name does not stay.
        if (taken && m_engine.find(before->second) && m_engine.find(order.id)) {
            m_engine.cancel(order.id, *this);
            return "duplicate id";
        }
        m_ids[name] = order.id;
        return {};
    }

    static NewOrder parse(const Json& step)
    {
        const std::string kind = word(step, "kind");
        NewOrder order;
        const bool buy = contains(kind, "Buy");
        if (buy == contains(kind, "Sell"))
            throw Failure{"unknown kind " + kind};
        order.side = buy ? Side::Buy : Side::Sell;
        const bool stop = contains(kind, "Stop");
        const bool limit = contains(kind, "Limit");
        if (contains(kind, "Trailing"))
            order.kind = limit ? OrderKind::TrailingStopLimit : OrderKind::TrailingStop;
        else if (stop)
            order.kind = limit ? OrderKind::StopLimit : OrderKind::Stop;
        else if (contains(kind, "Market"))
            order.kind = OrderKind::Market;
        else if (!limit)
            throw Failure{"unknown kind " + kind};
        order.quantity = lots(whole(step, {"qty", "quantity"}));
        if (limit)
            order.price = ticks(whole(step, {"price"}).value_or(0));
        if (stop) {
            order.triggerOn = TriggerOn::Quote;
            order.trigger = clampedTicks(whole(step, {"stop_price", "stop", "trigger"}).value_or(0));
        }
        if (const auto slippage = whole(step, {"slippage"}); slippage && !limit)
            order.slippage = clampedTicks(std::max<std::int64_t>(*slippage, 0));
        if (const auto visible = whole(step, {"max_visible", "max_visible_quantity", "visible"})) {
            if (*visible <= 0)
                order.hidden = true;
            else if (*visible < order.quantity)
                order.display = static_cast<Lots>(*visible);
        }
        if (trails(order.kind)) {
            const std::int64_t distance = whole(step, {"trailing_distance"}).value_or(0);
            const std::int64_t stepSize = whole(step, {"trailing_step"}).value_or(0);
            order.trailInBasisPoints = distance < 0;
            order.trailDistance = clampedTicks(distance < 0 ? -std::max<std::int64_t>(distance, -1'000'000'000) : distance);
            order.trailStep = clampedTicks(distance < 0 ? -std::max<std::int64_t>(stepSize, -1'000'000'000) : stepSize);
        }
        const std::string tif = word(step, "tif");
        if (tif == "IOC")
            order.timeInForce = TimeInForce::ImmediateOrCancel;
        else if (tif == "FOK")
            order.timeInForce = TimeInForce::FillOrKill;
        else if (tif == "AON")
            order.allOrNone = true;
        else if (!tif.empty() && tif != "GTC")
            throw Failure{"unknown tif " + tif};
        return order;
    }

    std::uint64_t shown(const OrderView& view) const
    {
        const auto terms = m_engine.specialTerms(view.id);
        return terms && terms->hidden ? 0 : view.quantity;
    }

    std::int64_t figure(const std::string& what, Side side) const
    {
        std::uint64_t count = 0;
        std::uint64_t total = 0;
        std::uint64_t visible = 0;
        const bool stops = contains(what, "stop");
        for (const OrderId id : stops ? m_engine.waitingOrders(m_book) : m_engine.queue(m_book, side)) {
            const OrderView view = *m_engine.find(id);
            if (view.side != side)
                continue;
            ++count;
            total += std::uint64_t{view.quantity} + view.reserve;
            visible += shown(view);
        }
        if (contains(what, "visible"))
            return static_cast<std::int64_t>(visible);
        if (contains(what, "volume") || contains(what, "quantity"))
            return static_cast<std::int64_t>(total);
        if (contains(what, "count") || contains(what, "orders"))
            return static_cast<std::int64_t>(count);
        throw Failure{"unknown expectation " + what};
    }

    Json orderField(const std::optional<OrderView>& view, const std::string& field) const
    {
        if (!view)
            return nullptr;
        const auto terms = m_engine.specialTerms(view->id);
        if (contains(field, "stop") || contains(field, "Stop") || contains(field, "trigger"))
            return terms ? Json(terms->trigger) : Json(nullptr);
        if (contains(field, "price") || contains(field, "Price"))
            return terms && view->waiting ? terms->price : view->price;
        if (contains(field, "executed"))
            return m_executed.contains(view->id) ? m_executed.at(view->id) : 0;
        if (contains(field, "qty") || contains(field, "quantity") || contains(field, "leaves") || contains(field, "volume"))
            return std::uint64_t{view->quantity} + view->reserve;
        throw Failure{"unknown field " + field};
    }

    MatchingEngine m_engine;
    BookId m_book = 0;
    bool m_matching = false;
    OrderId m_lastId = 0;
    std::map<std::uint64_t, OrderId> m_ids;   // by the name in the file
    std::map<OrderId, std::uint64_t> m_names; // and back
    std::map<OrderId, std::uint64_t> m_executed;
    std::optional<RejectReason> m_refused;
};

Json runCase(const Json& scenario, CaseTally& tally)
{
    Venue venue;
    Json checks = Json::array();
    Json notes = Json::array();
    bool passed = true;
    std::size_t number = 0;
    for (const Json& step : scenario["steps"]) {
        ++number;
        if (!step.is_object() || (!step.contains("op") && !step.contains("expect")))
            continue;
        Json result;
        try {
            if (step.contains("op")) {
                if (const std::string note = venue.run(step); !note.empty())
                    notes.push_back({{"step", number}, {"note", note}});
                continue;
            }
            result = venue.check(step);
        } catch (const Failure& failure) {
            result = {{"expect", step.contains("expect") ? word(step, "expect") : word(step, "op")}, {"error", failure.text}, {"pass", false}};
        }
        const bool ok = result["pass"].get<bool>();
        passed = passed && ok;
        ++(ok ? tally.passed : tally.failed);
        Json entry{{"step", number}};
        entry.update(result);
        checks.push_back(entry);
    }
    return {{"case", word(scenario, "case")}, {"passed", passed}, {"expectations", checks}, {"notes", notes},
            {"book", venue.bookNow()}, {"trades", venue.trades}};
}

int runFile(Context& context, const std::string& path)
{
    const auto file = readJsonFile(path);
    if (!file)
        return context.fail(file.error());
    const Json& root = *file;
    Json scenarios = Json::array();
    if (root.is_array())
        scenarios = root;
    else if (root.is_object() && root.contains("cases"))
        scenarios = root["cases"];
    else
        scenarios.push_back(root);
    Json results = Json::array();
    CaseTally tally;
    std::string text;
    for (const Json& scenario : scenarios) {
        if (!scenario.is_object() || !scenario.contains("steps") || !scenario["steps"].is_array())
            return context.fail(invalid("sim.bad_scenario", path + ": each case needs a list of steps"));
        results.push_back(runCase(scenario, tally));
        const Json& result = results.back();
        text += (result["passed"].get<bool>() ? "pass  " : "FAIL  ") + result["case"].get<std::string>() + "\n";
        for (const Json& check : result["expectations"])
            if (!check["pass"].get<bool>())
                text += "      step " + std::to_string(check["step"].get<std::size_t>()) + ": " + check.dump() + "\n";
    }
    return reportCases(context, path,
        "matching engine: one book, price-time priority; stops and trailing stops watch the quote; "
        "all-or-none orders block those behind them",
        "cases", results, tally, std::move(text));
}

} // namespace order_cases

Command simOrdersCommand()
{
    return {{"sim", "orders"}, "Run a file of order-type scenarios and check what it expects of the book",
        {"rialtoctl sim orders cases.json --json"}, [](CLI::App& app) -> Action {
            auto path = std::make_shared<std::string>();
            app.add_option("file", *path,
                           "JSON: cases with steps. Ops: EnableMatching, Match, AddOrder, ModifyOrder, ReplaceOrder, MitigateOrder, ReduceOrder, "
                           "DeleteOrder. Expectations: order_count, total_volume, visible_volume, stop_count, stop_volume, "
                           "or id with stop_price, price, quantity")
                ->required();
            return [path](Context& context) { return order_cases::runFile(context, *path); };
        }};
}

} // namespace rialto::cli
