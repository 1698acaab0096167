// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of orders in MatchingEngine (order_group.h). Included at the end of matching_engine.h, never by itself.
// What a trade takes off linked orders happens at once (`tellGroup`, after each trade); what it activates happens when the
// command has done its own work (`settleGroups`), because a child that enters may trade itself.
#pragma once

#include "matching/matching_engine.h"

#include <algorithm>
#include <utility>

namespace rialto::matching {

template <class Handler>
void MatchingEngine::submitGroup(GroupKind kind, std::span<const NewOrder> orders, Handler& handler)
{
    if (const auto refused = refusal(kind, orders)) {
        for (std::size_t i = 0; i < orders.size(); ++i)
            handler.onRejected({orders[i].id, orders[i].book, i == refused->order ? refused->reason : RejectReason::GroupRefused});
        return;
    }
    const BookId book = orders.front().book;
    OrderGroup group{.key = ++m_places, .kind = kind, .book = book};
    for (const NewOrder& order : orders) {
        handler.onAccepted({order.id, order.price, order.quantity, order.owner, order.book, order.side});
        group.members.push_back({order, 0, 0, hasParent(kind) && group.members.empty()});
    }
    // Without a parent all orders are free from the start; they enter one after another, as children do.
    group.fresh = hasParent(kind) ? 0 : std::numeric_limits<std::uint64_t>::max();
    m_groups.add(std::move(group));
    ++openSpecialBook(book).groups;
    updateRare(book);
    for (const NewOrder& order : orders.subspan(hasParent(kind) ? 1 : 0))
        park(order, ++m_places, true);
    m_groups.touch(orders.front().id);
    if (hasParent(kind))
        enterRare(orders.front(), handler);
    afterwards(book, handler);
}

template <class Handler>
void MatchingEngine::cancelGroup(OrderId member, Handler& handler)
{
    const OrderGroup* group = m_groups.groupOf(member);
    if (group == nullptr)
        return handler.onRejected({member, 0, RejectReason::UnknownOrder});
    const BookId book = group->book;
    if (!specialBook(book).terms.cancels)
        return handler.onRejected({member, book, RejectReason::NotInThisPhase});
    std::vector<OrderId> ids;
    for (const GroupMember& one : group->members)
        ids.push_back(one.terms.id);
    cancelEach(book, ids, CancelReason::Requested, handler);
}

/// A member traded: its parent's role is to activate, a linked order's to take off the others, active quantity first.
template <class Handler>
void MatchingEngine::tellGroup(OrderId id, Lots traded, Handler& handler)
{
    OrderGroup* group = m_groups.empty() ? nullptr : m_groups.groupOf(id);
    if (group == nullptr)
        return;
    m_groups.touch(id);
    if (m_groups.memberOf(id)->parent) {
        group->fresh += traded;
        return;
    }
    if (!areLinked(group->kind))
        return;
    for (GroupMember& other : group->members) {
        if (other.parent || other.terms.id == id)
            continue;
        const OrderIndex index = m_pool.find(other.terms.id);
        if (index == kNoOrder)
            continue; // done, and not yet taken out of the group
        Book& book = m_books[group->book];
        OrderNode& node = m_pool[index];
        const bool wholeHeld = node.has(OrderNode::kHeld);
        const Lots active = wholeHeld ? 0 : openOf(node);
        const Lots held = wholeHeld ? node.open : other.held;
        const Lots offActive = std::min(traded, active);
        const Lots offHeld = std::min(traded - offActive, held);
        if (offActive + offHeld == 0)
            continue;
        other.owed += offHeld;
        handler.onCancelled({node.id, node.price, offActive + offHeld, group->book, node.side(), CancelReason::GroupDone});
        if (wholeHeld) {
            if (offHeld == node.open)
                withdraw(book, index);
            else
                node.open -= offHeld;
            continue;
        }
        other.held -= offHeld;
        if (offActive == active)
            withdraw(book, index);
        else
            takeOffActive(book, index, offActive);
    }
}

template <class Handler>
void MatchingEngine::settleGroups(Handler& handler)
{
    while (OrderGroup* group = m_groups.takeTouched())
        settleGroup(*group, handler);
}

template <class Handler>
void MatchingEngine::settleGroup(OrderGroup& group, Handler& handler)
{
    // What was active is used up, the rest is held again.
    for (GroupMember& member : group.members) {
        if (member.held == 0 || m_pool.find(member.terms.id) != kNoOrder)
            continue;
        NewOrder order = member.terms;
        order.quantity = std::exchange(member.held, 0);
        park(order, ++m_places, true);
    }
    if (const std::uint64_t fresh = std::exchange(group.fresh, 0))
        for (GroupMember& member : group.members)
            if (!member.parent)
                activate(member, fresh, handler);
    if (group.fresh != 0)
        return m_groups.touch(group.members.front().terms.id); // children traded with their parent

    bool parentGone = true;
    for (const GroupMember& member : group.members)
        parentGone = parentGone && !(member.parent && m_pool.find(member.terms.id) != kNoOrder);
    if (hasParent(group.kind) && parentGone)
        for (GroupMember& member : group.members) {
            const OrderIndex index = m_pool.find(member.terms.id);
            const bool wholeHeld = index != kNoOrder && m_pool[index].has(OrderNode::kHeld);
            const Lots held = wholeHeld ? m_pool[index].open : member.held;
            if (member.parent || held == 0)
                continue;
            const Ticks price = index != kNoOrder ? m_pool[index].price : member.terms.price;
            handler.onCancelled({member.terms.id, price, held, group.book, member.terms.side, CancelReason::GroupDone});
            member.held = 0;
            if (wholeHeld)
                withdraw(m_books[group.book], index);
        }

    std::vector<OrderId> gone;
    for (const GroupMember& member : group.members)
        if (m_pool.find(member.terms.id) == kNoOrder && member.held == 0)
            gone.push_back(member.terms.id);
    for (const OrderId id : gone)
        m_groups.leave(group, id);
    // A group ends when nothing can happen to one of its orders because of another.
    const std::size_t children = group.members.size() - (parentGone ? 0 : 1);
    if (children == 0 || (parentGone && (children == 1 || !areLinked(group.kind)))) {
        const BookId book = group.book;
        m_groups.dissolve(group.key);
        --openSpecialBook(book).groups;
        updateRare(book);
    }
}

/// Lets so much of a held order take part.
template <class Handler>
void MatchingEngine::activate(GroupMember& member, std::uint64_t quantity, Handler& handler)
{
    const std::uint64_t owed = std::min(member.owed, quantity);
    member.owed -= owed;
    const OrderIndex index = m_pool.find(member.terms.id);
    if (index == kNoOrder)
        return;
    OrderNode& node = m_pool[index];
    const bool wholeHeld = node.has(OrderNode::kHeld);
    const Lots held = wholeHeld ? node.open : member.held;
    const auto more = static_cast<Lots>(std::min<std::uint64_t>(quantity - owed, held));
    if (more == 0)
        return;
    handler.onActivated({node.id, more, node.book(), node.side()});
    member.held = held - more;
    if (node.has(OrderNode::kWaiting) && !wholeHeld) {
        node.open += more;
        return;
    }
    NewOrder order = termsOf(index);
    order.quantity = (wholeHeld ? 0 : openOf(node)) + more;
    withdraw(m_books[order.book], index);
    enterRare(order, handler);
}

} // namespace rialto::matching
