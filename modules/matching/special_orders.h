// SPDX-License-Identifier: GPL-3.0-or-later
// The rare orders of MatchingEngine: post-only, icebergs, prevention of self trades, mass cancel. Included at the end of
// matching_engine.h (never by itself); the hot path comes here behind one test.
#pragma once

#include "matching/matching_engine.h"

namespace rialto::matching {

template <class Handler>
void MatchingEngine::enterSpecial(BookId bookId, Book& book, const NewOrder& order, Handler& handler)
{
    const bool market = order.kind == OrderKind::Market;
    const Rank limit = market ? kAnyRank : takingRank(order.side, order.price);
    const auto giveUp = [&](Lots open, CancelReason reason) {
        handler.onCancelled({order.id, order.price, open, bookId, order.side, reason});
    };
    Lots open = order.quantity;
    if (order.timeInForce == TimeInForce::FillOrKill && !fillable(bookId, book, order.side, limit, open))
        return giveUp(open, CancelReason::NotFilledInFull);
    if (book.ladder.bestRank(opposite(order.side)) <= limit) {
        if (order.postOnly)
            return giveUp(open, CancelReason::WouldTake);
        open = order.selfTrade != SelfTrade::Allow && order.owner != 0
                   ? crossOthers(bookId, book, order, limit, open, handler)
                   : cross(bookId, book, order.side, limit, order.id, open, handler);
        if (open == 0)
            return;
    }
    if (market || order.timeInForce >= TimeInForce::ImmediateOrCancel)
        return giveUp(open, CancelReason::NotFilledAtOnce);
    if (order.display != 0 && order.display < open)
        restIceberg(book, order, open);
    else
        rest(book, order, open);
}

/// Crosses one order at a time, so that each maker's owner can be asked first.
template <class Handler>
Lots MatchingEngine::crossOthers(BookId bookId, Book& book, const NewOrder& order, Rank limit, Lots open, Handler& handler)
{
    const Side makerSide = opposite(order.side);
    while (open != 0 && book.ladder.bestRank(makerSide) <= limit) {
        const Ticks price = restingRank(makerSide, book.ladder.bestRank(makerSide));
        Level& level = book.ladder.level(price);
        const OrderIndex index = level.head;
        OrderNode& maker = m_pool[index];
        if (m_pool.owner(index) != order.owner) {
            const Lots piece = maker.open < open ? maker.open : open;
            // Exactly one piece of one maker: `cross` stops there, and tells of no more than the whole order has left.
            struct Rest {
                Handler& to;
                Lots behind;
                void onTrade(Trade trade)
                {
                    trade.takerRemaining += behind;
                    to.onTrade(trade);
                }
                void onRefreshed(const Refreshed& e) { to.onRefreshed(e); }
            } rest{handler, open - piece};
            cross(bookId, book, order.side, limit, order.id, piece, rest);
            open -= piece;
            continue;
        }
        const Lots makerOpen = maker.isRare() ? maker.open + reserveOf(maker) : maker.open;
        const bool newest = order.selfTrade == SelfTrade::CancelNewest || order.selfTrade == SelfTrade::CancelBoth;
        const bool oldest = order.selfTrade == SelfTrade::CancelOldest || order.selfTrade == SelfTrade::CancelBoth;
        Lots offMaker = oldest ? makerOpen : 0;
        Lots offTaker = newest ? open : 0;
        if (order.selfTrade == SelfTrade::Decrement)
            offMaker = offTaker = makerOpen < open ? makerOpen : open;
        if (offMaker != 0) {
            handler.onCancelled({maker.id, price, offMaker, bookId, makerSide, CancelReason::SelfTrade});
            if (offMaker == makerOpen) {
                takeOut(book, index);
            } else if (maker.isRare()) {
                reduceIceberg(index, level, offMaker);
            } else {
                maker.open -= offMaker;
                level.quantity -= offMaker;
            }
        }
        if (offTaker != 0) {
            handler.onCancelled({order.id, order.price, offTaker, bookId, order.side, CancelReason::SelfTrade});
            open -= offTaker;
        }
    }
    return open;
}

template <class Handler>
void MatchingEngine::cancelEach(const std::vector<OrderId>& ids, CancelReason reason, Handler& handler)
{
    for (const OrderId id : ids) {
        const OrderIndex index = m_pool.find(id);
        const OrderNode& node = m_pool[index];
        const Lots open = node.isRare() ? node.open + reserveOf(node) : node.open;
        handler.onCancelled({id, node.price, open, node.book(), node.side(), reason});
        takeOut(m_books[node.book()], index);
    }
}

template <class Handler>
void MatchingEngine::cancelAll(BookId book, OwnerId owner, Handler& handler)
{
    cancelEach(ordersOf(book, owner), CancelReason::Requested, handler);
}

template <class Handler>
void MatchingEngine::endDay(BookId book, Handler& handler)
{
    cancelEach(dayOrders(book), CancelReason::EndOfDay, handler);
}

} // namespace rialto::matching
