// SPDX-License-Identifier: GPL-3.0-or-later
#include "oms/order_manager.h"

#include "base/hash.h"

#include <algorithm>

namespace rialto {

Result<OrderId> OrderManager::add(const Order& order)
{
    if (m_byCommand.count(order.request.commandId) != 0)
        return conflict("oms.command-used", order.request.commandId);
    RIALTO_CHECK(m_orders.count(order.id) == 0, "order id used twice");
    Order& kept = m_orders.emplace(order.id, order).first->second;
    kept.asked = order.request.quantity;
    if (!order.request.terms.group.empty())
        m_groups[order.request.terms.group].push_back(order.id);
    if (order.state == OrderState::Held)
        m_held.insert({order.request.instrument, order.id});
    m_byCommand.emplace(order.request.commandId, order.id);
    if (order.open()) {
        m_open.emplace(order.id, order.request.account);
        ++m_openByAccount[order.request.account];
    }
    return order.id;
}

Result<OrderManager::Applied> OrderManager::apply(const ExecutionReport& report, const Money& fillValue)
{
    const auto it = m_orders.find(report.order);
    if (it == m_orders.end())
        return notFound("oms.order-unknown", std::to_string(report.order.value));
    Order& order = it->second;
    if (seen(report.executionId))
        return Applied{Outcome::Duplicate, order, order, false};
    const Transition transition = next(order.state, report.event);
    if (!transition.legal)
        return conflict("oms.transition-illegal", std::string(name(order.state)) + " + " + std::string(name(report.event)));

    const Order before = order;
    order.state = transition.to;
    order.updatedAt = report.time;
    if (!report.brokerOrderId.empty())
        order.brokerOrderId = report.brokerOrderId;
    if (!report.reason.empty())
        order.reason = report.reason;
    bool alert = transition.alert;
    if (report.event == OrderEvent::PartFill || report.event == OrderEvent::LastFill) {
        order.filled += report.lastQuantity;
        order.filledValue = order.filledValue.currency().valid() ? order.filledValue + fillValue : fillValue;
        if (order.leaves().isNegative())
            alert = true; // more than was asked: a fact all the same
        else if (order.leaves().isZero() && !isFinal(order.state))
            order.state = OrderState::Filled;
    }
    if (report.event == OrderEvent::Triggered)
        order.triggered = waitsForTrigger(order.request.type);
    if (report.event == OrderEvent::Held && !order.request.terms.group.empty())
        m_managedHere.insert(order.request.terms.group);
    if (report.event == OrderEvent::Replaced) {
        order.request.quantity = report.newQuantity;
        order.request.limit = report.newLimit;
    }
    m_executions.insert(report.executionId);
    trackOpen(before, order);
    return Applied{Outcome::Applied, before, order, alert};
}

void OrderManager::trackOpen(const Order& before, const Order& after)
{
    const bool heldBefore = before.state == OrderState::Held;
    const bool heldAfter = after.state == OrderState::Held;
    if (heldAfter && !heldBefore)
        m_held.insert({after.request.instrument, after.id});
    else if (heldBefore && !heldAfter)
        m_held.erase({after.request.instrument, after.id});
    if (before.open() == after.open())
        return;
    if (after.open()) {
        m_open.emplace(after.id, after.request.account);
        ++m_openByAccount[after.request.account];
    } else {
        m_open.erase(after.id);
        --m_openByAccount[after.request.account];
    }
}

const Order* OrderManager::find(OrderId id) const
{
    const auto it = m_orders.find(id);
    return it == m_orders.end() ? nullptr : &it->second;
}

const Order* OrderManager::findByCommand(const std::string& commandId) const
{
    const auto it = m_byCommand.find(commandId);
    return it == m_byCommand.end() ? nullptr : find(it->second);
}

std::vector<OrderId> OrderManager::openOrders() const
{
    std::vector<OrderId> ids;
    ids.reserve(m_open.size());
    for (const auto& [id, account] : m_open)
        ids.push_back(id);
    return ids;
}

std::vector<OrderId> OrderManager::held(InstrumentId instrument) const
{
    std::vector<OrderId> ids;
    for (auto it = m_held.lower_bound({instrument, OrderId()}); it != m_held.end() && it->first == instrument; ++it)
        ids.push_back(it->second);
    return ids;
}

const std::vector<OrderId>& OrderManager::members(const std::string& group) const
{
    static const std::vector<OrderId> kNone;
    const auto it = m_groups.find(group);
    return it == m_groups.end() ? kNone : it->second;
}

std::vector<std::string> OrderManager::openGroups() const
{
    std::vector<std::string> groups;
    std::unordered_set<std::string> known;
    for (const auto& [id, account] : m_open) {
        const std::string& group = m_orders.at(id).request.terms.group;
        if (!group.empty() && known.insert(group).second)
            groups.push_back(group);
    }
    return groups;
}

Quantity OrderManager::allowance(const Order& child) const
{
    const OrderTerms& terms = child.request.terms;
    Quantity most = child.asked;
    Quantity traded = child.filled;
    for (const OrderId id : members(terms.group)) {
        const Order& other = m_orders.at(id);
        if (other.request.terms.parent)
            most = std::min(most, other.filled);
        else if (id != child.id && terms.link != Link::Oto)
            traded += other.filled;
    }
    return traded < most ? most - traded : Quantity();
}

int OrderManager::openOrders(AccountId account) const
{
    const auto it = m_openByAccount.find(account);
    return it == m_openByAccount.end() ? 0 : it->second;
}

std::uint64_t OrderManager::hash() const
{
    Hasher hasher;
    for (const auto& [id, order] : m_orders)
        hasher.add(id.value).add(order.request.commandId).add(static_cast<std::uint64_t>(order.state)).add(order.filled.raw())
            .add(order.filledValue.minor()).add(order.request.quantity.raw()).add(order.request.limit.raw())
            .add(text(order.request.terms)).add(std::uint64_t{order.triggered});
    return hasher.value();
}

} // namespace rialto
