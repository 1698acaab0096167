// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of orders and what waits at this workstation: triggers, children, good-till-date; see engine.h. Where the broker
// takes a group whole, only its reservations are kept here; where it does not, at most one of the orders that cancel each other
// is live, so that a lost connection can make a stop late but never trade twice.
#include "engine/engine.h"

#include "engine/prepared.h"

#include <algorithm>

namespace rialto {

namespace {

constexpr std::size_t kLongestGroupId = 40;
constexpr std::size_t kMostOrders = 20;

std::string number(OrderId id) { return std::to_string(id.value); }

bool isChild(const Order& order) { return order.request.terms.link != Link::None && !order.request.terms.parent; }

std::string cancelMark(OrderId trigger, OrderId sibling) { return "trigger:" + number(trigger) + ":" + number(sibling); }

} // namespace

bool Engine::commandTaken(const std::string& commandId, StepResult& result) const
{
    if (m_orders.findByCommand(commandId) == nullptr)
        return false;
    result.reply.refusals.push_back({"engine.command-id", commandId.substr(0, 80)});
    return true;
}

bool Engine::repeatedGroup(const std::string& commandId, StepResult& result) const
{
    const auto& members = m_orders.members(commandId);
    if (members.empty())
        return false;
    const Order& first = *m_orders.find(members.front());
    result.reply.accepted = first.state != OrderState::Rejected;
    result.reply.repeated = true;
    result.reply.order = first.id;
    if (!first.reason.empty())
        result.reply.refusals.push_back({first.reason, ""});
    return true;
}

void Engine::handle(const PlaceGroup& input, StepResult& result)
{
    if (repeatedGroup(input.commandId, result))
        return;
    const bool parented = input.link == Link::Oto || input.link == Link::Bracket;
    const std::size_t least = input.link == Link::Oco || input.link == Link::Oto ? 2 : 3;
    if (input.commandId.empty() || input.commandId.size() > kLongestGroupId)
        return refuse(result, "engine.command-id", input.commandId.substr(0, 80));
    if (input.link == Link::None || input.link == Link::Block || input.orders.size() < least || input.orders.size() > kMostOrders)
        return refuse(result, "engine.group-size", std::to_string(input.orders.size()) + " orders");
    std::vector<OrderRequest> orders = input.orders;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        OrderRequest& each = orders[i];
        each.commandId = input.commandId + "/" + std::to_string(i + 1);
        each.terms.group = input.commandId;
        each.terms.link = input.link;
        each.terms.parent = parented && i == 0;
        if (commandTaken(each.commandId, result))
            return;
        const OrderRequest& model = orders[parented ? std::min<std::size_t>(i, 1) : 0];
        const bool lasting = each.tif == TimeInForce::Day || each.tif == TimeInForce::Gtc || each.tif == TimeInForce::Gtd;
        const bool child = !parented || i > 0;
        if (each.account != orders.front().account || each.instrument != orders.front().instrument || (input.link != Link::Oto && each.side != model.side))
            return refuse(result, "engine.group-mixed", "order " + std::to_string(i + 1));
        if (child && (!lasting || each.type == OrderType::Pegged || each.terms.hidden || each.terms.postOnly || !each.terms.display.isZero()))
            return refuse(result, "engine.group-child", "order " + std::to_string(i + 1));
        if (parented && each.quantity > orders.front().quantity)
            return refuse(result, "engine.group-child", "order " + std::to_string(i + 1) + " is larger than the first");
    }
    const auto route = routeOfGroup(input.link, orders, m_able);
    const auto instrument = m_instruments.find(orders.front().instrument);
    if (instrument == m_instruments.end() || m_accounts.count(orders.front().account) == 0) {
        result.reply.refusals = prepare(orders.front()).refusals;
        return;
    }
    std::vector<Refusal> refusals;
    if (!route.refusal.empty())
        refusals.push_back({route.refusal, route.detail});
    Prepared first;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        Prepared prepared = prepare(orders[i]);
        for (auto& refusal : prepared.refusals) {
            // A child spends what its parent will have brought.
            const bool later = parented && i > 0 && (refusal.code == "risk.funds" || refusal.code == "risk.position");
            if (!later && std::find(refusals.begin(), refusals.end(), refusal) == refusals.end())
                refusals.push_back(std::move(refusal));
        }
        if (i == 0)
            first = std::move(prepared);
    }
    std::vector<OrderId> ids;
    for (const auto& each : orders)
        ids.push_back(enterOrder(each, instrument->second, OrderState::PendingNew, result));
    result.reply.order = ids.front();
    if (!refusals.empty()) {
        for (const OrderId id : ids) {
            auto report = ownReport("risk:" + number(id), id, OrderEvent::RejectedByBroker);
            report.reason = refusals.front().code;
            onReport(report, result);
        }
        result.reply.refusals = std::move(refusals);
        return;
    }
    result.reply.accepted = true;
    warn(first, ids.front(), result);
    if (parented && first.need.amount > 0)
        post(reserveGroup(*m_orders.find(ids.front()), orders.front().commandId, first.need, m_now, m_tradingDay), result);
    reserveForGroup(input.commandId, "placed", result);
    if (route.native) {
        SubmitGroupCommand command{input.link, {}};
        for (const OrderId id : ids)
            command.orders.push_back(brokerOrder(*m_orders.find(id)));
        result.send.emplace_back(std::move(command));
        return;
    }
    result.reply.notes.emplace_back("oms.held-group");
    for (const OrderId id : ids) {
        if (!isChild(*m_orders.find(id)))
            continue;
        auto report = ownReport("held:" + number(id), id, OrderEvent::Held);
        report.reason = "oms.held-group";
        onReport(report, result);
    }
    if (parented)
        send(ids.front(), result);
    manageGroup(input.commandId, result);
}

void Engine::onQuote(const Quote& quote, StepResult& result)
{
    m_quotes[quote.instrument] = quote;
    for (const OrderId id : m_orders.held(quote.instrument)) {
        const Order& order = *m_orders.find(id);
        if (order.state != OrderState::Held || order.request.terms.link == Link::Block || !waitsForTrigger(order.request.type))
            continue;
        if (isChild(order) && m_orders.allowance(order).isZero())
            continue; // its turn has not come
        if (m_triggers.reached(order, quote))
            fire(id, result);
    }
}

// The trigger is reached: what it is linked with and live must be gone before it enters.
void Engine::fire(OrderId id, StepResult& result)
{
    const OrderTerms terms = m_orders.find(id)->request.terms;
    bool waits = false;
    if (terms.link == Link::Oco || terms.link == Link::Bracket)
        for (const OrderId other : m_orders.members(terms.group)) {
            const Order& sibling = *m_orders.find(other);
            if (other == id || !isChild(sibling) || !sibling.open() || sibling.state == OrderState::Held)
                continue;
            waits = true;
            if (!next(sibling.state, OrderEvent::CancelAsked).legal)
                continue; // asked already, or nobody knows where it is
            // A cancel that was refused or lost is asked again, by another name.
            const std::string mark = cancelMark(id, other);
            askCancel(other, m_orders.seen("cancel:" + mark) ? mark + ":" + std::to_string(m_now.nanos) : mark, result);
        }
    if (!waits)
        launch(id, result);
}

void Engine::launch(OrderId id, StepResult& result)
{
    const Order before = *m_orders.find(id);
    if (before.state != OrderState::Held)
        return;
    const std::string stamp = number(id) + ":" + std::to_string(m_now.nanos);
    if (isChild(before)) {
        const Quantity allowed = m_orders.allowance(before);
        if (allowed.isZero())
            return;
        if (before.filled + allowed != before.request.quantity) {
            auto report = ownReport("resize:" + stamp, id, OrderEvent::Replaced);
            report.newQuantity = before.filled + allowed;
            report.newLimit = before.request.limit;
            onReport(report, result);
            if (m_orders.find(id)->state != OrderState::Held)
                return;
        }
    }
    m_triggers.forget(id);
    onReport(ownReport("triggered:" + stamp, id, OrderEvent::Triggered), result);
    if (m_orders.find(id)->state == OrderState::PendingNew)
        result.send.emplace_back(SubmitCommand{brokerOrder(*m_orders.find(id))});
}

void Engine::endHeld(OrderId id, OrderEvent event, const std::string& reason, StepResult& result)
{
    m_triggers.forget(id);
    auto report = ownReport("held-end:" + number(id), id, event);
    report.reason = reason;
    onReport(report, result);
}

// A group that is kept here goes on after one of its orders changed.
void Engine::manageGroup(const std::string& group, StepResult& result)
{
    const std::vector<OrderId> members = m_orders.members(group);
    bool parentOver = true;
    OrderId parent;
    bool childOpen = false;
    for (const OrderId id : members) {
        const Order& order = *m_orders.find(id);
        if (order.request.terms.parent) {
            parent = id;
            parentOver = !order.open();
        }
        childOpen = childOpen || (isChild(order) && order.open());
    }
    // A parent whose children are all over would go on buying with nothing behind it.
    if (parent.valid() && !parentOver && !childOpen) {
        if (m_orders.find(parent)->state == OrderState::Held)
            endHeld(parent, OrderEvent::Cancelled, "oms.group-done", result);
        else if (next(m_orders.find(parent)->state, OrderEvent::CancelAsked).legal)
            askCancel(parent, "group:" + number(parent) + ":" + std::to_string(m_now.nanos), result);
    }
    const auto liveSibling = [&](OrderId of) {
        return std::any_of(members.begin(), members.end(), [&](OrderId other) {
            const Order& order = *m_orders.find(other);
            return other != of && isChild(order) && order.request.terms.link != Link::Oto && order.open() && order.state != OrderState::Held;
        });
    };
    for (const OrderId id : members) {
        const Order order = *m_orders.find(id);
        if (!isChild(order) || !order.open())
            continue;
        const Quantity allowed = m_orders.allowance(order);
        const bool held = order.state == OrderState::Held;
        if (allowed.isZero() && parentOver && !order.leaves().isNegative()) {
            if (held)
                endHeld(id, OrderEvent::Cancelled, "oms.group-done", result);
            else if (next(order.state, OrderEvent::CancelAsked).legal)
                askCancel(id, "group:" + number(id), result);
        } else if (held && allowed.isPositive()) {
            const bool fired = std::any_of(members.begin(), members.end(), [&](OrderId other) { return m_orders.seen("cancel:" + cancelMark(id, other)); });
            if ((fired || !waitsForTrigger(order.request.type)) && !liveSibling(id))
                launch(id, result);
        } else if (order.state == OrderState::Working && allowed.isPositive() && order.filled + allowed != order.request.quantity && m_able.replace) {
            const Quantity total = order.filled + allowed;
            auto report = ownReport("replace:group:" + number(id) + ":" + total.text() + ":" + std::to_string(m_now.nanos), id, OrderEvent::ReplaceAsked);
            report.newQuantity = total;
            report.newLimit = order.request.limit;
            onReport(report, result);
            result.send.emplace_back(ReplaceCommand{id, total, order.request.limit});
        }
    }
}

// What the children of a group may still trade is set aside: by each of them, or by one where they cancel each other.
void Engine::reserveForGroup(const std::string& group, const std::string& why, StepResult& result)
{
    bool held = false; // by one of those that cancel each other
    for (const OrderId id : std::vector<OrderId>(m_orders.members(group))) {
        const Order& order = *m_orders.find(id);
        if (!isChild(order))
            continue;
        const auto reserved = m_ledger.reservation(id);
        const Quantity allowed = order.open() ? m_orders.allowance(order) : Quantity();
        ReservationNeed need;
        if (allowed.isPositive() && !(held && order.request.terms.link != Link::Oto)) {
            OrderRequest open = order.request;
            open.quantity = allowed;
            need = prepare(open).need;
            held = true;
        }
        const std::int64_t before = reserved ? reserved->remaining : 0;
        std::int64_t delta = need.amount - before;
        if (delta > 0) {
            const std::int64_t free = std::max<std::int64_t>(m_ledger.available(order.request.account, need.asset), 0);
            if (free < delta)
                result.alerts.push_back({"oms.group-not-reserved", group, id, m_now});
            delta = std::min(delta, free);
        }
        if (delta != 0)
            post(adjustGroup(order, why, reserved ? reserved->asset : need.asset, delta, m_now, m_tradingDay), result);
    }
}

void Engine::expireHeld(Date day, StepResult& result)
{
    for (const OrderId id : m_orders.openOrders()) {
        const Order& order = *m_orders.find(id);
        const OrderRequest& asked = order.request;
        if (!order.open() || asked.terms.link == Link::Block)
            continue;
        const bool lastDay = asked.tif == TimeInForce::Gtd && asked.terms.goodTill <= day;
        if (order.state == OrderState::Held && (asked.tif == TimeInForce::Day || lastDay))
            endHeld(id, OrderEvent::Expired, "oms.day-over", result);
        else if (lastDay && routeOf(asked, m_able).tif != asked.tif && next(order.state, OrderEvent::CancelAsked).legal)
            askCancel(id, "good-till:" + number(id), result);
    }
}

void Engine::handle(const Resume& input, StepResult& result)
{
    result.reply.accepted = true;
    for (const auto& group : m_orders.openGroups()) {
        const auto members = m_orders.members(group);
        const Order& first = *m_orders.find(members.front());
        const OrderTerms& terms = first.request.terms;
        if (terms.link == Link::Block)
            continue;
        // An exchange that has forgotten the group cannot be told of one whose parent has traded in part: it goes on here.
        if (input.brokerForgot && terms.parent && first.open() && first.filled.isPositive() && !m_orders.managedHere(group))
            for (const OrderId id : members) {
                const Order& order = *m_orders.find(id);
                if (!isChild(order) || !next(order.state, OrderEvent::Held).legal || order.state == OrderState::Held)
                    continue;
                auto report = ownReport("held:" + number(id) + ":" + std::to_string(m_now.nanos), id, OrderEvent::Held);
                report.reason = "oms.held-group";
                onReport(report, result);
            }
        if (m_orders.managedHere(group))
            manageGroup(group, result);
    }
}

} // namespace rialto
