// SPDX-License-Identifier: GPL-3.0-or-later
// What MatchingEngine does to orders that are in the book already, where they or their book are rare: cancel, reduce, replace,
// and the cancellations of many. Included at the end of matching_engine.h, never by itself.
#pragma once

#include "matching/matching_engine.h"

namespace rialto::matching {

template <class Handler>
void MatchingEngine::cancelRare(OrderIndex index, CancelReason reason, Handler& handler)
{
    const OrderNode& node = m_pool[index];
    const BookId bookId = node.book();
    if (reason == CancelReason::Requested && !specialBook(bookId).terms.cancels)
        return handler.onRejected({node.id, bookId, RejectReason::NotInThisPhase});
    handler.onCancelled({node.id, node.price, leavesOf(node), bookId, node.side(), reason});
    m_groups.dropHeld(node.id);
    withdraw(m_books[bookId], index);
    afterwards(bookId, handler);
}

template <class Handler>
void MatchingEngine::reduceRare(OrderIndex index, Lots quantity, Handler& handler)
{
    const OrderNode& node = m_pool[index];
    if (quantity >= leavesOf(node) || !specialBook(node.book()).terms.cancels)
        return cancelRare(index, CancelReason::Requested, handler);
    takeOff(m_books[node.book()], index, quantity);
    handler.onReduced({node.id, node.price, leavesOf(node), node.book(), node.side()});
    afterwards(node.book(), handler);
}

template <class Handler>
void MatchingEngine::replaceRare(OrderIndex index, const Replace& command, Handler& handler)
{
    const OrderNode& node = m_pool[index];
    Book& book = m_books[node.book()];
    const SpecialBook& beside = specialBook(node.book());
    NewOrder order = termsOf(index);
    const bool priced = hasLimit(order);
    const bool samePrice = !priced || command.price == order.price;
    const bool wholeHeld = node.has(OrderNode::kHeld);
    const Lots leaves = leavesOf(node);
    const std::uint32_t overLowest = static_cast<std::uint32_t>(command.price) - static_cast<std::uint32_t>(book.lowest);
    if (priced && overLowest > book.bandWidth)
        return handler.onRejected({command.id, order.book, RejectReason::PriceOutsideBand});
    if (!beside.terms.orders || !beside.terms.cancels || (beside.phase == Phase::FixedPrice && order.kind != OrderKind::ClosingPrice))
        return handler.onRejected({command.id, order.book, RejectReason::NotInThisPhase});
    const bool keeps = command.place == QueuePlace::KeepWhenReduced && samePrice && command.quantity <= leaves;
    order.id = command.newId;
    order.price = command.price;
    order.quantity = command.quantity;
    handler.onReplaced({command.id, command.newId, order.price, order.quantity, order.book, order.side, keeps});
    m_groups.rename(command, priced);
    if (keeps) {
        if (command.newId != command.id) {
            m_pool.rename(index, command.newId);
            if (node.isRare()) {
                SpecialOrder special = m_special.at(command.id);
                m_special.erase(command.id);
                special.order.id = command.newId;
                m_special.emplace(command.newId, special);
                renameAmongSpecial(order.book, special, command.id);
            }
        }
        if (command.quantity < leaves)
            takeOff(book, index, leaves - command.quantity);
    } else {
        m_groups.touch(order.id);
        withdraw(book, index);
        order.postOnly = order.slides = false;
        order.minimum = 0;
        order.selfTrade = SelfTrade::Allow;
        order.slippage.reset();
        GroupMember* member = m_groups.memberOf(order.id);
        const bool child = member != nullptr && !member->parent;
        if (child && (wholeHeld || command.quantity <= member->held)) {
            member->held = 0;
            park(order, ++m_places, true);
        } else {
            order.quantity -= child ? member->held : 0;
            enterRare(order, handler);
        }
        m_groups.touch(order.id);
    }
    afterwards(order.book, handler);
}

template <class Handler>
void MatchingEngine::cancelEach(BookId book, const std::vector<OrderId>& ids, CancelReason reason, Handler& handler)
{
    for (const OrderId id : ids) {
        const OrderIndex index = m_pool.find(id);
        const OrderNode& node = m_pool[index];
        handler.onCancelled({id, node.price, leavesOf(node), book, node.side(), reason});
        m_groups.dropHeld(id);
        withdraw(m_books[book], index);
    }
    afterwards(book, handler);
}

template <class Handler>
void MatchingEngine::cancelAll(BookId book, OwnerId owner, Handler& handler)
{
    if (!specialBook(book).terms.cancels)
        return handler.onRejected({0, book, RejectReason::NotInThisPhase});
    cancelEach(book, ordersWith(book, [&](OrderIndex at) { return m_pool.owner(at) == owner; }), CancelReason::Requested, handler);
}

template <class Handler>
void MatchingEngine::endDay(BookId book, Handler& handler)
{
    cancelEach(book, ordersWith(book, [&](OrderIndex at) { return m_pool[at].has(OrderNode::kDay); }), CancelReason::EndOfDay, handler);
}

template <class Handler>
void MatchingEngine::expire(BookId book, std::int64_t now, Handler& handler)
{
    const auto over = [&](OrderIndex at) {
        if (!m_pool[at].isRare())
            return false;
        const NewOrder& order = m_special.at(m_pool[at].id).order;
        return order.timeInForce == TimeInForce::GoodTillDate && order.expiry <= now;
    };
    cancelEach(book, ordersWith(book, over), CancelReason::Expired, handler);
}

template <class Handler>
void MatchingEngine::cancelBecause(OrderId id, CancelReason reason, Handler& handler)
{
    const OrderIndex index = m_pool.find(id);
    if (index == kNoOrder)
        return handler.onRejected({id, 0, RejectReason::UnknownOrder});
    cancelRare(index, reason, handler);
}

} // namespace rialto::matching
