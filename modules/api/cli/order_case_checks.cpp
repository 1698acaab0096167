// SPDX-License-Identifier: GPL-3.0-or-later
// What a case expects of its book.
#include "api/cli/order_case.h"
#include "api/cli/order_words.h"

namespace rialto::cli {

namespace {

bool mentions(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

Json verdict(const std::string& what, const Json& expected, const Json& actual)
{
    return {{"expect", what}, {"expected", expected}, {"actual", actual}, {"pass", !expected.empty() && expected == actual}};
}

/// Of what was found, the members that the step asks for.
Json onlyAsked(const Json& step, const Json& found, Json& expected)
{
    Json actual = Json::object();
    for (const auto& [key, value] : found.items())
        if (step.contains(key)) {
            expected[key] = step[key];
            actual[key] = value;
        }
    return actual;
}

} // namespace

/// Expectations of the session and of what happened, by their name; nothing for the others.
std::optional<Json> OrderCase::checkOfBook(const std::string& what, const Json& step)
{
    Json expected = Json::object();
    if (what == "phase") {
        expected["value"] = plainWord(wordIn(step, "value"));
        return verdict(what, expected, {{"value", plainWord(std::string(name(m_engine.phase(m_book))))}});
    }
    if (what == "last_price") {
        const auto last = m_engine.lastPrice(m_book);
        const Json actual = onlyAsked(step, {{"value", last ? Json(*last) : Json(nullptr)}}, expected);
        return verdict(what, expected, actual);
    }
    if (what == "indicative") {
        const matching::AuctionResult result = m_engine.indicative(m_book, uncrossOptions(step));
        const std::string side = !result.surplusSide ? "none" : *result.surplusSide == matching::Side::Buy ? "buy" : "sell";
        const Json actual = onlyAsked(step, {{"price", result.price ? Json(*result.price) : Json(nullptr)}, {"volume", result.volume},
                                             {"surplus", result.surplus}, {"side", side}, {"decided_by", std::string(name(result.decidedBy))}},
                                      expected);
        return verdict(what, expected, actual);
    }
    if (what == "trades") {
        expected["trades"] = step.contains("trades") ? step["trades"] : Json::array();
        const Json actual{{"trades", std::exchange(m_newTrades, Json::array())}};
        return verdict(what, expected, actual);
    }
    if (what == "refused") {
        expected["reason"] = plainWord(wordIn(step, "reason"));
        return verdict(what, expected, {{"reason", m_refused ? plainWord(std::string(name(*m_refused))) : ""}});
    }
    if (what == "cancelled") { // so much of an order, for one reason
        std::uint64_t quantity = 0;
        for (const auto& [which, sum] : m_cancelled)
            if (which.first == idOf(step).value_or(0) && plainWord(std::string(name(which.second))) == plainWord(wordIn(step, "reason")))
                quantity += sum;
        const Json actual = onlyAsked(step, {{"quantity", quantity}}, expected);
        return verdict(what, expected, actual);
    }
    return std::nullopt;
}

Json OrderCase::check(const Json& step)
{
    const std::string what = wordIn(step, "expect");
    if (auto checked = checkOfBook(what, step))
        return *checked;
    Json expected = Json::object();
    Json actual = Json::object();
    if (const auto id = idOf(step)) {
        const auto view = m_engine.find(*id);
        for (const auto& [key, value] : step.items()) {
            if (key == "expect" || key == "id" || key == "order_id" || key == "field" || (!value.is_number() && !value.is_boolean()))
                continue;
            const std::string field = key == "value" || key == "equals" || key == "expected" ? what + wordIn(step, "field") : key;
            expected[key] = value;
            actual[key] = orderField(view, field);
        }
    } else {
        const bool buyAndSell = step.contains("buy") || step.contains("sell");
        for (const matching::Side side : {matching::Side::Buy, matching::Side::Sell}) {
            const char* key = buyAndSell ? (side == matching::Side::Buy ? "buy" : "sell") : (side == matching::Side::Buy ? "bid" : "ask");
            if (const auto value = wholeIn(step, {key})) {
                expected[key] = *value;
                actual[key] = figure(what, side);
            }
        }
    }
    return verdict(what, expected, actual);
}

std::uint64_t OrderCase::shown(const matching::OrderView& view) const
{
    const auto terms = m_engine.specialTerms(view.id);
    return terms && terms->hidden ? 0 : view.quantity;
}

std::int64_t OrderCase::figure(const std::string& what, matching::Side side) const
{
    std::uint64_t count = 0;
    std::uint64_t total = 0;
    std::uint64_t visible = 0;
    const bool stops = mentions(what, "stop") || mentions(what, "waiting");
    for (const matching::OrderId id : stops ? m_engine.waitingOrders(m_book) : m_engine.queue(m_book, side)) {
        const matching::OrderView view = *m_engine.find(id);
        if (view.side != side)
            continue;
        ++count;
        total += std::uint64_t{view.quantity} + view.reserve;
        visible += shown(view);
    }
    if (mentions(what, "visible"))
        return static_cast<std::int64_t>(visible);
    if (mentions(what, "volume") || mentions(what, "quantity"))
        return static_cast<std::int64_t>(total);
    if (mentions(what, "count") || mentions(what, "orders"))
        return static_cast<std::int64_t>(count);
    throw CaseFailure{"unknown expectation " + what};
}

Json OrderCase::orderField(const std::optional<matching::OrderView>& view, const std::string& field) const
{
    if (field == "live")
        return view.has_value();
    if (!view)
        return nullptr;
    const auto terms = m_engine.specialTerms(view->id);
    if (field == "waiting")
        return view->waiting;
    if (field == "held") // of a group: not active yet
        return view->held;
    if (field == "active")
        return view->waiting && (!terms || !matching::waits(terms->kind)) ? 0U : view->quantity + view->reserve;
    if (field == "ahead")
        return m_engine.quantityAhead(view->id);
    if (mentions(field, "stop") || mentions(field, "Stop") || mentions(field, "trigger"))
        return terms ? Json(terms->trigger) : Json(nullptr);
    if (mentions(field, "price") || mentions(field, "Price"))
        return terms && view->waiting ? terms->price : view->price;
    if (mentions(field, "executed"))
        return m_executed.contains(view->id) ? m_executed.at(view->id) : 0;
    if (mentions(field, "qty") || mentions(field, "quantity") || mentions(field, "leaves") || mentions(field, "volume"))
        return std::uint64_t{view->quantity} + view->reserve + view->held;
    throw CaseFailure{"unknown field " + field};
}

Json OrderCase::bookNow() const
{
    Json json = Json::object();
    for (const matching::Side side : {matching::Side::Buy, matching::Side::Sell}) {
        Json levels = Json::array();
        for (const matching::OrderId id : m_engine.queue(m_book, side)) {
            const matching::OrderView view = *m_engine.find(id);
            if (levels.empty() || levels.back()["price"] != view.price)
                levels.push_back({{"price", view.price}, {"orders", 0}, {"visibleVolume", 0U}, {"totalVolume", 0U}});
            Json& level = levels.back();
            level["orders"] = level["orders"].get<int>() + 1;
            level["visibleVolume"] = level["visibleVolume"].get<std::uint64_t>() + shown(view);
            level["totalVolume"] = level["totalVolume"].get<std::uint64_t>() + view.quantity + view.reserve;
        }
        json[side == matching::Side::Buy ? "bids" : "asks"] = levels;
    }
    Json waiting = Json::array();
    for (const matching::OrderId id : m_engine.waitingOrders(m_book)) {
        const matching::NewOrder terms = *m_engine.specialTerms(id);
        Json order{{"id", m_names.at(id)}, {"side", terms.side == matching::Side::Buy ? "buy" : "sell"}, {"stopPrice", terms.trigger}};
        order["price"] = matching::hasLimit(terms) ? Json(terms.price) : Json(nullptr);
        order["quantity"] = m_engine.find(id)->quantity;
        waiting.push_back(order);
    }
    json["stops"] = waiting;
    json["phase"] = std::string(name(m_engine.phase(m_book)));
    return json;
}

} // namespace rialto::cli
