// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/order_case.h"

#include "api/cli/order_words.h"

#include <algorithm>
#include <limits>

namespace rialto::cli {

namespace {

matching::Ticks ticksOf(std::int64_t price)
{
    if (matching::clampedTicks(price) != price)
        throw CaseFailure{"a price is beyond what the engine takes"};
    return static_cast<matching::Ticks>(price);
}

matching::Lots lotsOf(std::optional<std::int64_t> quantity)
{
    if (!quantity || *quantity <= 0 || *quantity > std::numeric_limits<matching::Lots>::max())
        throw CaseFailure{"a quantity is missing or out of range"};
    return static_cast<matching::Lots>(*quantity);
}

bool flagIn(const Json& step, const char* name, bool otherwise = false)
{
    const auto found = step.find(name);
    return found != step.end() && found->is_boolean() ? found->get<bool>() : otherwise;
}

/// A word that must be known when it is there.
template <class Value, class Parse>
std::optional<Value> known(const Json& step, const char* name, Parse&& parse)
{
    const std::string text = wordIn(step, name);
    if (text.empty())
        return std::nullopt;
    const std::optional<Value> value = parse(text);
    if (!value)
        throw CaseFailure{"unknown " + std::string(name) + " " + text};
    return value;
}

} // namespace

std::optional<std::int64_t> wholeIn(const Json& step, std::initializer_list<const char*> names)
{
    constexpr double kExact = 1e15;
    for (const char* name : names) {
        const auto found = step.find(name);
        if (found == step.end() || found->is_null())
            continue;
        if (found->is_number_unsigned()) {
            const auto value = found->get<std::uint64_t>();
            const auto most = std::numeric_limits<std::int64_t>::max();
            return value > static_cast<std::uint64_t>(most) ? most : static_cast<std::int64_t>(value);
        }
        if (found->is_number_integer())
            return found->get<std::int64_t>();
        if (found->is_number_float() && std::abs(found->get<double>()) < kExact
            && found->get<double>() == static_cast<double>(static_cast<std::int64_t>(found->get<double>())))
            return static_cast<std::int64_t>(found->get<double>());
        throw CaseFailure{std::string(name) + " must be a whole number"};
    }
    return std::nullopt;
}

std::string wordIn(const Json& step, const char* name)
{
    const auto found = step.find(name);
    return found != step.end() && found->is_string() ? found->get<std::string>() : std::string();
}

OrderCase::OrderCase()
{
    m_book = m_engine.addBook();
    m_engine.startCall(m_book);
}

void OrderCase::onTrade(const matching::Trade& t)
{
    m_executed[t.maker] += t.quantity;
    m_executed[t.taker] += t.quantity;
    const bool buys = t.takerSide == matching::Side::Buy;
    trades.push_back({{"price", t.price}, {"quantity", t.quantity}, {"buyer", m_names[buys ? t.taker : t.maker]},
                      {"seller", m_names[buys ? t.maker : t.taker]}});
    m_newTrades.push_back(trades.back());
}

void OrderCase::onRejected(const matching::Rejected& r)
{
    if (!m_refused || *m_refused == matching::RejectReason::GroupRefused)
        m_refused = r.reason;
}

void OrderCase::onCancelled(const matching::Cancelled& c)
{
    m_cancelled[{c.id, c.reason}] += c.quantity;
}

matching::OrderId OrderCase::newId(std::uint64_t name)
{
    const matching::OrderId id = ++m_lastId; // names may come back, ids of the engine do not
    m_names[id] = name;
    return id;
}

std::optional<matching::OrderId> OrderCase::idOf(const Json& step) const
{
    const auto named = wholeIn(step, {"id", "order_id"});
    if (!named)
        return std::nullopt;
    const auto live = m_ids.find(static_cast<std::uint64_t>(*named));
    return live == m_ids.end() ? matching::OrderId{0} : live->second;
}

std::string OrderCase::run(const Json& step)
{
    const std::string op = wordIn(step, "op");
    m_refused.reset();
    bool done = true;
    std::string note = runOnBook(op, step, done);
    if (!done)
        note = runOnOrder(op, step);
    return note;
}

matching::UncrossOptions OrderCase::uncrossOptions(const Json& step) const
{
    matching::UncrossOptions options;
    options.rule = known<matching::UncrossRule>(step, "rule", [](const std::string& text) { return matching::uncrossRule(text); }).value_or(options.rule);
    if (const auto reference = wholeIn(step, {"reference"}))
        options.reference = ticksOf(*reference);
    options.pricesMarketToLimit = flagIn(step, "prices_market_to_limit", true);
    return options;
}

/// Ops that concern no order in particular; `known` tells whether it was one.
std::string OrderCase::runOnBook(const std::string& op, const Json& step, bool& known)
{
    if (op == "EnableMatching" || op == "Match") {
        m_matching = m_matching || op == "EnableMatching";
        m_engine.endCall(m_book, *this);
        if (!m_matching)
            m_engine.startCall(m_book);
    } else if (op == "DisableMatching") {
        m_matching = false;
        m_engine.startCall(m_book);
    } else if (op == "AddOrder") {
        return add(step);
    } else if (op == "AddGroup") {
        return addGroup(step);
    } else if (op == "SetPhase") {
        const auto phase = cli::phaseWord(wordIn(step, "phase"));
        if (!phase)
            throw CaseFailure{"unknown phase " + wordIn(step, "phase")};
        m_matching = true; // from here on phases decide
        m_engine.setPhase(m_book, *phase,
                          {flagIn(step, "orders", true), flagIn(step, "cancels", true), flagIn(step, "market_orders", true), flagIn(step, "auction_orders")},
                          *this);
    } else if (op == "Uncross") {
        m_engine.uncross(m_book, uncrossOptions(step), *this);
    } else if (op == "SetLastPrice") {
        m_engine.setLastPrice(m_book, ticksOf(wholeIn(step, {"price"}).value_or(0)));
    } else if (op == "SetAllocation") {
        if (m_engine.liveOrders() != 0)
            throw CaseFailure{"the allocation of a book changes only while it is empty"};
        m_engine.setAllocation(m_book, plainWord(wordIn(step, "allocation")) == "prorata" ? matching::Allocation::ProRata : matching::Allocation::TimePriority);
    } else if (op == "SetPriceGuard") {
        matching::PriceGuard guard;
        guard.action = cli::guardActionWord(wordIn(step, "action")).value_or(matching::GuardAction::Interrupt);
        const auto share = [&](const char* name) {
            return static_cast<std::uint32_t>(std::clamp<std::int64_t>(wholeIn(step, {name}).value_or(0), 0, 10'000'000));
        };
        guard.dynamicBasisPoints = share("dynamic_bp");
        guard.staticBasisPoints = share("static_bp");
        if (const auto reference = wholeIn(step, {"reference"}))
            guard.reference = ticksOf(*reference);
        guard.lowest = ticksOf(wholeIn(step, {"lowest"}).value_or(guard.lowest));
        guard.highest = ticksOf(wholeIn(step, {"highest"}).value_or(guard.highest));
        m_engine.setPriceGuard(m_book, guard);
    } else if (op == "EndDay") {
        m_engine.endDay(m_book, *this);
    } else if (op == "Expire") {
        m_engine.expire(m_book, wholeIn(step, {"now"}).value_or(0), *this);
    } else if (op == "CancelAll") {
        m_engine.cancelAll(m_book, static_cast<matching::OwnerId>(wholeIn(step, {"owner"}).value_or(0)), *this);
    } else if (op == "Snapshot") { // what follows runs on an engine restored from its snapshot
        auto restored = matching::MatchingEngine::restored(m_engine.snapshot());
        if (!restored || restored->stateHash() != m_engine.stateHash())
            throw CaseFailure{"the engine does not come back from its snapshot"};
        m_engine = std::move(*restored);
    } else {
        known = false;
    }
    return m_refused ? "refused: " + std::string(name(*m_refused)) : "";
}

std::string OrderCase::runOnOrder(const std::string& op, const Json& step)
{
    const auto named = wholeIn(step, {"id", "order_id"});
    if (!named)
        throw CaseFailure{op + " needs an id, or is unknown"};
    const auto view = m_engine.find(*idOf(step));
    if (!view)
        return "order not found";
    const matching::OrderId id = view->id;
    const auto quantity = wholeIn(step, {"new_qty", "new_quantity", "qty", "quantity"});
    const auto price = wholeIn(step, {"new_price", "price"});
    if (op == "DeleteOrder") {
        m_engine.cancel(id, *this);
    } else if (op == "CancelGroup") {
        m_engine.cancelGroup(id, *this);
    } else if (op == "ReduceOrder") {
        m_engine.reduce(id, lotsOf(quantity), *this);
    } else if (op == "ModifyOrder" || op == "MitigateOrder") {
        std::int64_t open = quantity.value_or(0);
        if (op == "MitigateOrder")
            open -= static_cast<std::int64_t>(m_executed[id]); // the new total includes what has traded
        if (open <= 0)
            m_engine.cancel(id, *this);
        else
            m_engine.replace({id, id, ticksOf(price.value_or(view->price)), lotsOf(open),
                              flagIn(step, "keep_place") ? matching::QueuePlace::KeepWhenReduced : matching::QueuePlace::GiveUp}, *this);
    } else if (op == "ReplaceOrder") {
        for (const auto& inner : step)
            if (inner.is_object() && inner.contains("kind")) {
                m_engine.cancel(id, *this);
                return add(inner);
            }
        if (step.contains("kind")) {
            m_engine.cancel(id, *this);
            Json order = step;
            order["id"] = wholeIn(step, {"new_id"}).value_or(*named);
            return add(order);
        }
        const auto newName = static_cast<std::uint64_t>(wholeIn(step, {"new_id"}).value_or(*named));
        const matching::OrderId replacement = newId(newName);
        m_engine.replace({id, replacement, ticksOf(price.value_or(view->price)), lotsOf(quantity), matching::QueuePlace::GiveUp}, *this);
        if (!m_refused)
            m_ids[newName] = replacement;
    } else {
        throw CaseFailure{"unknown op " + op};
    }
    return m_refused ? "refused" : "";
}

std::string OrderCase::add(const Json& step)
{
    const auto named = wholeIn(step, {"id", "order_id"});
    if (!named)
        throw CaseFailure{"AddOrder needs an id"};
    matching::NewOrder order = parse(step);
    const auto orderName = static_cast<std::uint64_t>(*named);
    const auto before = m_ids.find(orderName);
    const bool taken = before != m_ids.end() && m_engine.find(before->second).has_value();
    if (!m_matching
        && (order.kind == matching::OrderKind::Market || order.timeInForce == matching::TimeInForce::ImmediateOrCancel
            || order.timeInForce == matching::TimeInForce::FillOrKill))
        return "dropped: nothing trades before matching is enabled";
    order.id = newId(orderName);
    m_engine.submit(order, *this);
    if (m_refused)
        return "refused: " + std::string(name(*m_refused));
    // A name that is taken is no obstacle to trade, but a second order of that name does not stay.
    if (taken && m_engine.find(before->second) && m_engine.find(order.id)) {
        m_engine.cancel(order.id, *this);
        return "duplicate id";
    }
    m_ids[orderName] = order.id;
    return {};
}

std::string OrderCase::addGroup(const Json& step)
{
    const auto kind = known<matching::GroupKind>(step, "group", groupKindWord);
    const auto list = step.find("orders");
    if (!kind || list == step.end() || !list->is_array())
        throw CaseFailure{"AddGroup needs a group (OCO, OTO, BRACKET) and a list of orders"};
    std::vector<matching::NewOrder> orders;
    std::vector<std::uint64_t> names;
    for (const Json& item : *list) {
        const auto named = item.is_object() ? wholeIn(item, {"id", "order_id"}) : std::nullopt;
        if (!named)
            throw CaseFailure{"each order of a group needs an id"};
        names.push_back(static_cast<std::uint64_t>(*named));
        orders.push_back(parse(item));
        orders.back().id = newId(names.back());
    }
    m_engine.submitGroup(*kind, orders, *this);
    if (m_refused)
        return "refused: " + std::string(name(*m_refused));
    for (std::size_t i = 0; i < orders.size(); ++i)
        m_ids[names[i]] = orders[i].id;
    return {};
}

matching::NewOrder OrderCase::parse(const Json& step) const
{
    const std::string kind = wordIn(step, "kind");
    matching::NewOrder order;
    order.book = m_book;
    const std::size_t buyAt = kind.find("Buy");
    const std::size_t sellAt = kind.find("Sell");
    if ((buyAt == std::string::npos) == (sellAt == std::string::npos))
        throw CaseFailure{"unknown kind " + kind};
    const bool buy = buyAt != std::string::npos;
    order.side = buy ? matching::Side::Buy : matching::Side::Sell;
    std::string what = kind;
    what.erase(buy ? buyAt : sellAt, buy ? 3 : 4);
    const auto parsed = orderKindWord(what);
    if (!parsed)
        throw CaseFailure{"unknown kind " + kind};
    order.kind = *parsed;
    order.quantity = lotsOf(wholeIn(step, {"qty", "quantity"}));
    const bool priced = order.kind == matching::OrderKind::Limit || order.kind == matching::OrderKind::StopLimit || order.kind == matching::OrderKind::TrailingStopLimit
                        || order.kind == matching::OrderKind::LimitIfTouched;
    const auto price = wholeIn(step, {"price"});
    if (priced)
        order.price = ticksOf(price.value_or(0));
    if ((order.kind == matching::OrderKind::Pegged || order.kind == matching::OrderKind::ClosingPrice) && price) {
        order.capped = true;
        order.price = ticksOf(*price);
    }
    if (matching::waits(order.kind)) {
        const std::string watch = plainWord(wordIn(step, "trigger_on"));
        order.triggerOn = watch == "last" || watch == "lasttrade" ? matching::TriggerOn::LastTrade : matching::TriggerOn::Quote;
        order.trigger = matching::clampedTicks(wholeIn(step, {"stop_price", "stop", "trigger"}).value_or(0));
    }
    if (const auto slippage = wholeIn(step, {"slippage"}); slippage && !priced)
        order.slippage = matching::clampedTicks(std::max<std::int64_t>(*slippage, 0));
    if (const auto visible = wholeIn(step, {"max_visible", "max_visible_quantity", "visible"})) {
        if (*visible <= 0)
            order.hidden = true;
        else if (*visible < order.quantity)
            order.display = static_cast<matching::Lots>(*visible);
    }
    if (matching::trails(order.kind)) {
        constexpr std::int64_t kMost = -1'000'000'000;
        const std::int64_t distance = wholeIn(step, {"trailing_distance"}).value_or(0);
        const std::int64_t stepSize = wholeIn(step, {"trailing_step"}).value_or(0);
        order.trailInBasisPoints = distance < 0;
        order.trailDistance = matching::clampedTicks(distance < 0 ? -std::max(distance, kMost) : distance);
        order.trailStep = matching::clampedTicks(distance < 0 ? -std::max(stepSize, kMost) : stepSize);
    }
    if (const std::string tif = wordIn(step, "tif"); tif == "AON")
        order.allOrNone = true;
    else
        order.timeInForce = known<matching::TimeInForce>(step, "tif", timeInForceWord).value_or(order.timeInForce);
    order.selfTrade = known<matching::SelfTrade>(step, "stp", selfTradeWord).value_or(order.selfTrade);
    order.owner = static_cast<matching::OwnerId>(wholeIn(step, {"owner"}).value_or(0));
    order.minimum = static_cast<matching::Lots>(std::clamp<std::int64_t>(wholeIn(step, {"min_qty"}).value_or(0), 0, std::numeric_limits<matching::Lots>::max()));
    order.expiry = wholeIn(step, {"expiry"}).value_or(0);
    order.hidden = order.hidden || flagIn(step, "hidden");
    order.postOnly = flagIn(step, "post_only");
    order.slides = flagIn(step, "slides");
    order.rests = flagIn(step, "rests");
    if (plainWord(wordIn(step, "peg")) == "middle")
        order.pegTo = matching::PegTo::Middle;
    order.pegOffset = matching::clampedTicks(wholeIn(step, {"peg_offset"}).value_or(0));
    return order;
}

} // namespace rialto::cli
