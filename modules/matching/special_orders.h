// SPDX-License-Identifier: GPL-3.0-or-later
// The rare orders of MatchingEngine, and every command of a book that has some to look after. Included at the end of
// matching_engine.h (never by itself); the hot path comes here behind one test. Written for clearness: a command costs some
// hundred nanoseconds here.
//
// Each command ends in `afterwards`, which repeats until nothing changes: all-or-none orders that can trade now do; pegs
// follow their price, in the order of entry; trailing triggers move; one waiting order that is reached enters.
#pragma once

#include "matching/matching_engine.h"

#include <algorithm>

namespace rialto::matching {

template <class Wanted>
std::vector<OrderId> MatchingEngine::ordersWith(BookId book, Wanted&& wanted) const
{
    std::vector<OrderId> ids;
    const auto visit = [&](OrderIndex at) {
        if (wanted(at))
            ids.push_back(m_pool[at].id);
    };
    forEachResting(m_books[book], Side::Buy, visit);
    forEachResting(m_books[book], Side::Sell, visit);
    for (const auto& [place, id] : specialBook(book).waiting)
        visit(m_pool.find(id));
    return ids;
}

template <class Handler>
void MatchingEngine::submitRare(const NewOrder& order, Handler& handler)
{
    if (const auto reason = refusal(order))
        return handler.onRejected({order.id, order.book, *reason});
    handler.onAccepted({order.id, order.price, order.quantity, order.owner, order.book, order.side});
    enterRare(order, handler);
    afterwards(order.book, handler);
}

template <class Handler>
void MatchingEngine::enterRare(NewOrder order, Handler& handler)
{
    Book& book = m_books[order.book];
    const Phase phase = specialBook(order.book).phase;
    if (waits(order.kind))
        return park(order, ++m_places);
    const bool oneAuction = order.timeInForce == TimeInForce::AtOpen || order.timeInForce == TimeInForce::AtClose;
    if ((oneAuction || order.kind == OrderKind::ClosingPrice) && !takesPartIn(order, phase))
        return park(order, ++m_places, true);
    if (phase == Phase::FixedPrice) {
        order.capped = order.capped || order.kind == OrderKind::Limit;
        order.kind = OrderKind::ClosingPrice;
        return tradeAtFixedPrice(order, handler);
    }
    if (phase != Phase::Continuous) {
        const bool unpriced = order.kind == OrderKind::Market || order.kind == OrderKind::MarketToLimit;
        std::optional<Ticks> price = unpriced ? unpricedPrice(order.side) : order.price;
        if (order.kind == OrderKind::Pegged) // replaced: it stays a peg through the call
            price = pegPrice(order);
        if (!price)
            return handler.onCancelled({order.id, order.price, order.quantity, order.book, order.side, CancelReason::NoReference});
        return restRare(book, order, *price, order.quantity);
    }
    takeAndRest(order, handler);
}

/// What a rare order does in continuous trading: take what it may, then rest or give up the remainder.
template <class Handler>
void MatchingEngine::takeAndRest(NewOrder order, Handler& handler)
{
    Book& book = m_books[order.book];
    Lots open = order.quantity;
    const auto giveUp = [&](CancelReason reason) { handler.onCancelled({order.id, order.price, open, order.book, order.side, reason}); };
    const NewOrder asEntered = order; // a peg keeps its cap
    if (order.kind == OrderKind::Pegged) {
        const auto price = pegPrice(order);
        if (!price)
            return giveUp(CancelReason::NoReference);
        order.price = *price;
    }
    const Side makers = opposite(order.side);
    Rank limit = takingRank(order.side, order.price);
    if (order.kind == OrderKind::Market) {
        limit = kAnyRank;
        const auto best = order.slippage ? quote(book, makers, false) : std::nullopt;
        if (best)
            limit = takingRank(order.side, clampedTicks(order.side == Side::Buy ? std::int64_t{*best} + *order.slippage
                                                                                : std::int64_t{*best} - *order.slippage));
    } else if (order.kind == OrderKind::MarketToLimit) {
        std::optional<Ticks> price;
        if (!sideOf(book, makers).empty(makers)) {
            const Ticks best = restingRank(makers, sideOf(book, makers).bestRank(makers));
            NewOrder market = order;
            market.kind = OrderKind::Market;
            price = best == unpricedPrice(makers) ? priceOfUnpriced(book, market) : best;
        }
        if (!price)
            return giveUp(CancelReason::NoReference);
        order.price = *price;
        limit = takingRank(order.side, *price);
    }

    const PriceBand range = allowedRange(order.book);
    const GuardAction guard = specialBook(order.book).guard.action;
    if (guard == GuardAction::Hold && order.kind == OrderKind::Limit) {
        const Ticks edge = order.side == Side::Buy ? std::min(order.price, range.highest) : std::max(order.price, range.lowest);
        if (edge != order.price) {
            if (edge < book.lowest || edge > std::int64_t{book.lowest} + book.bandWidth)
                return giveUp(CancelReason::Interrupted);
            order.price = edge;
            limit = takingRank(order.side, edge);
            handler.onRepriced({order.id, edge, open, order.book, order.side});
        }
    }
    if (order.timeInForce == TimeInForce::FillOrKill && takable(book, order, limit, range, open) < open)
        return giveUp(CancelReason::NotFilledInFull);
    bool takes = sideOf(book, makers).bestRank(makers) <= limit;
    if (takes && order.slides) {
        const Rank best = sideOf(book, makers).bestRank(makers);
        const Ticks behind = restingRank(makers, best) + (order.side == Side::Buy ? -1 : 1);
        const std::uint32_t overLowest = static_cast<std::uint32_t>(behind) - static_cast<std::uint32_t>(book.lowest);
        if (overLowest > book.bandWidth)
            return giveUp(CancelReason::WouldTake);
        order.price = behind;
        handler.onRepriced({order.id, behind, open, order.book, order.side});
        takes = false;
    }
    if (takes && order.postOnly)
        return giveUp(CancelReason::WouldTake);
    if (order.minimum != 0 && takable(book, order, limit, range, order.minimum) < order.minimum)
        return giveUp(CancelReason::BelowMinimum);
    if (order.allOrNone)
        takes = takes && takable(book, order, limit, range, open) == open;
    if (takes)
        open = take(book, order, limit, range, open, handler);
    if (open == 0)
        return;
    if (takes && leavesRange(book, order, limit, range)) {
        const bool atOnce = order.timeInForce == TimeInForce::ImmediateOrCancel || order.timeInForce == TimeInForce::FillOrKill;
        if (guard == GuardAction::Interrupt) {
            interrupt(order.book, handler);
            if (atOnce || order.slippage)
                return giveUp(CancelReason::Interrupted);
            NewOrder remainder = asEntered;
            remainder.quantity = open;
            return enterRare(remainder, handler);
        }
        if (order.kind != OrderKind::Market) // what it crosses may not trade: resting would cross the book
            return giveUp(CancelReason::Interrupted);
    }
    if (order.kind == OrderKind::Market) {
        if (!order.rests)
            return giveUp(CancelReason::NotFilledAtOnce);
        restRare(book, order, unpricedPrice(order.side), open);
        return;
    }
    if (order.timeInForce == TimeInForce::ImmediateOrCancel || order.timeInForce == TimeInForce::FillOrKill)
        return giveUp(CancelReason::NotFilledAtOnce);
    if (order.kind == OrderKind::MarketToLimit) {
        order.kind = OrderKind::Limit;
        handler.onRepriced({order.id, order.price, open, order.book, order.side});
    }
    NewOrder kept = order;
    if (order.kind == OrderKind::Pegged)
        kept.price = asEntered.price;
    restRare(book, kept, order.price, open);
}

/// Takes from the other side up to `limit`, by price, then time (or by shares); an all-or-none order that is larger than what
/// is left blocks the rest.
template <class Handler>
Lots MatchingEngine::take(Book& book, const NewOrder& order, Rank limit, const PriceBand& range, Lots open, Handler& handler)
{
    const Side makers = opposite(order.side);
    const bool proRata = specialBook(order.book).proRata;
    while (open != 0 && !leavesRange(book, order, limit, range) && sideOf(book, makers).bestRank(makers) <= limit) {
        Ticks price = restingRank(makers, sideOf(book, makers).bestRank(makers));
        Level& level = sideOf(book, makers).level(price);
        OrderIndex index = level.head;
        if (order.selfTrade != SelfTrade::Allow && order.owner != 0) {
            while (proRata && index != kNoOrder && m_pool.owner(index) != order.owner)
                index = m_pool[index].next; // shares leave no order of the level out
            if (index != kNoOrder && m_pool.owner(index) == order.owner) {
                open = preventSelfTrade(book, order, index, open, handler);
                continue;
            }
            index = level.head;
        }
        const OrderNode& maker = m_pool[index];
        if (maker.has(OrderNode::kAllOrNone) && maker.open > open)
            break;
        if (maker.has(OrderNode::kUnpriced)) {
            const auto agreed = priceOfUnpriced(book, order);
            if (!agreed)
                break;
            price = *agreed;
        } else if (proRata && level.quantity > open) {
            open = takeProRata(book, order, level, open, handler);
            continue;
        }
        const Lots quantity = maker.open < open ? maker.open : open;
        open -= quantity;
        tradeWith(book, index, price, quantity, order.id, open, handler);
    }
    return open;
}

/// Allocates less than the shown quantity of a level.
template <class Handler>
Lots MatchingEngine::takeProRata(Book& book, const NewOrder& order, Level& level, Lots open, Handler& handler)
{
    std::vector<std::pair<OrderIndex, Lots>> shares;
    Lots left = open;
    for (OrderIndex at = level.head; at != kNoOrder && !m_pool[at].has(OrderNode::kHidden); at = m_pool[at].next) {
        const auto share = static_cast<Lots>(std::uint64_t{open} * m_pool[at].open / level.quantity);
        shares.emplace_back(at, share);
        left -= share;
    }
    for (auto& [at, share] : shares) {
        const Lots more = std::min<Lots>(left, m_pool[at].open - share);
        share += more;
        left -= more;
    }
    for (const auto& [at, share] : shares) {
        if (share == 0)
            continue;
        open -= share;
        tradeWith(book, at, m_pool[at].price, share, order.id, open, handler);
    }
    return open;
}

/// A trade between a resting order and one that comes in, and what it means for the groups of both.
template <class Handler>
void MatchingEngine::tradeWith(Book& book, OrderIndex maker, Ticks price, Lots quantity, OrderId taker, Lots takerLeft, Handler& handler)
{
    const OrderId makerId = m_pool[maker].id;
    trade(book, maker, price, quantity, taker, takerLeft + m_groups.heldOf(taker), handler);
    tellGroup(makerId, quantity, handler);
    tellGroup(taker, quantity, handler);
}

/// One of the two orders, or both, gives way; answers what the taker has left.
template <class Handler>
Lots MatchingEngine::preventSelfTrade(Book& book, const NewOrder& order, OrderIndex index, Lots open, Handler& handler)
{
    const OrderNode& maker = m_pool[index];
    const Lots makerOpen = openOf(maker);
    const bool newest = order.selfTrade == SelfTrade::CancelNewest || order.selfTrade == SelfTrade::CancelBoth;
    const bool oldest = order.selfTrade == SelfTrade::CancelOldest || order.selfTrade == SelfTrade::CancelBoth;
    const Lots least = order.selfTrade == SelfTrade::Decrement ? std::min(makerOpen, open) : 0;
    const Lots offMaker = oldest ? makerOpen : least;
    const Lots offTaker = newest ? open : least;
    const auto held = [&](OrderId id, bool whole) { // goes with an order that is cancelled as a whole
        const Lots quantity = whole ? m_groups.heldOf(id) : 0;
        if (whole)
            m_groups.dropHeld(id);
        return quantity;
    };
    if (offMaker != 0) {
        const Lots more = held(maker.id, oldest);
        handler.onCancelled({maker.id, maker.price, offMaker + more, order.book, maker.side(), CancelReason::SelfTrade});
        if (offMaker == makerOpen)
            withdraw(book, index);
        else
            takeOff(book, index, offMaker);
    }
    if (offTaker != 0) {
        const Lots more = held(order.id, newest);
        handler.onCancelled({order.id, order.price, offTaker + more, order.book, order.side, CancelReason::SelfTrade});
    }
    return open - offTaker;
}

/// A trade with what a resting order shows (or hides). `takerLeft` is the taker's open quantity after it.
template <class Handler>
void MatchingEngine::trade(Book& book, OrderIndex index, Ticks price, Lots quantity, OrderId taker, Lots takerLeft, Handler& handler)
{
    OrderNode& maker = m_pool[index];
    Level& level = sideOf(book, maker.side()).level(maker.price);
    book.lastPrice = price;
    maker.open -= quantity;
    if (!maker.has(OrderNode::kHidden))
        level.quantity -= quantity;
    handler.onTrade({maker.id, taker, price, quantity, leavesOf(maker), takerLeft, maker.book(), opposite(maker.side())});
    if (maker.open != 0)
        return;
    if (maker.isRare() && reserveOf(maker) != 0) {
        refill(level, index);
        goBeforeHidden(level, index);
        return handler.onRefreshed({maker.id, maker.price, maker.open, maker.book(), maker.side()});
    }
    withdraw(book, index);
}

template <class Handler>
void MatchingEngine::afterwards(BookId bookId, Handler& handler)
{
    for (bool again = (m_books[bookId].rare & kSlow) != 0; again;) {
        settleGroups(handler);
        if (specialBook(bookId).collects())
            return;
        again = (m_books[bookId].rare & kSplit) != 0 && settle(bookId, handler);
        again = movePegs(bookId, handler) || again;
        moveTriggers(bookId);
        again = fireOne(bookId, handler) || again;
        again = again || m_groups.hasTouched();
    }
    joinSides(bookId);
}

/// Trades what crosses in the book: where an all-or-none order comes first, the smallest quantity that splits none on either
/// side, at one price; otherwise the two best orders at the price of the smaller one.
template <class Handler>
bool MatchingEngine::settle(BookId bookId, Handler& handler)
{
    Book& book = m_books[bookId];
    bool traded = false;
    while (const auto chain = specialBook(bookId).collects() ? std::nullopt : matchingChain(book)) {
        if (!allowedRange(bookId).contains(chain->price)) {
            if (specialBook(bookId).guard.action == GuardAction::Interrupt)
                interrupt(bookId, handler);
            return traded;
        }
        tradePair(bookId, chain->price, chain->quantity, handler);
        traded = true;
    }
    return traded;
}

/// Trades `quantity` between the best buys and the best sells, whatever their limits. The sell is told as the taker.
template <class Handler>
void MatchingEngine::tradePair(BookId bookId, Ticks price, Lots quantity, Handler& handler)
{
    Book& book = m_books[bookId];
    while (quantity != 0) {
        const OrderIndex buy = frontOf(book, Side::Buy);
        const OrderIndex sell = frontOf(book, Side::Sell);
        const Lots piece = std::min({m_pool[buy].open, m_pool[sell].open, quantity});
        const OrderId buyer = m_pool[buy].id;
        const OrderId seller = m_pool[sell].id;
        const Lots sellerLeft = leavesOf(m_pool[sell]) - piece;
        trade(book, buy, price, piece, seller, sellerLeft, handler);
        // The other half of the same trade: told once, but both orders change.
        struct Refreshes {
            Handler& to;
            void onTrade(const Trade&) {}
            void onRefreshed(const Refreshed& e) { to.onRefreshed(e); }
        } refreshes{handler};
        trade(book, sell, price, piece, 0, 0, refreshes);
        tellGroup(buyer, piece, handler);
        tellGroup(seller, piece, handler);
        quantity -= piece;
    }
}

template <class Handler>
bool MatchingEngine::movePegs(BookId bookId, Handler& handler)
{
    const auto found = m_specialBooks.find(bookId);
    if (found == m_specialBooks.end() || found->second.pegs.empty())
        return false;
    bool moved = false;
    const auto pegs = found->second.pegs;
    for (const auto& [place, id] : pegs) {
        const OrderIndex index = m_pool.find(id);
        if (specialBook(bookId).collects())
            break; // a peg before it left the range
        if (index == kNoOrder)
            continue; // traded with a peg before it
        NewOrder order = termsOf(index);
        const auto price = pegPrice(order);
        if (price == m_pool[index].price)
            continue;
        order.quantity = openOf(m_pool[index]);
        withdraw(m_books[bookId], index);
        moved = true;
        if (!price) {
            handler.onCancelled({id, order.price, order.quantity, bookId, order.side, CancelReason::NoReference});
            continue;
        }
        handler.onRepriced({id, *price, order.quantity, bookId, order.side});
        takeAndRest(order, handler);
        if (const OrderIndex again = m_pool.find(id); again != kNoOrder) { // it stays where it was among the pegs
            SpecialBook& special = openSpecialBook(bookId);
            special.pegs.erase(m_special.at(id).place);
            special.pegs.emplace(place, id);
            m_special.at(id).place = place;
        }
    }
    return moved;
}

/// Enters the first waiting order that is reached.
template <class Handler>
bool MatchingEngine::fireOne(BookId bookId, Handler& handler)
{
    const auto found = m_specialBooks.find(bookId);
    if (found == m_specialBooks.end() || found->second.waiting.empty())
        return false;
    const Book& book = m_books[bookId];
    for (std::size_t watch = 0; watch < SpecialBook::kWatches; ++watch) {
        const auto& sorted = found->second.watches[watch];
        if (sorted.empty())
            continue;
        const Waiting& first = *sorted.begin();
        const OrderIndex index = m_pool.find(first.id);
        NewOrder order = termsOf(index);
        const bool upwards = triggersUpwards(order);
        const bool touched = upwards != (order.side == Side::Buy);
        bool reached = false;
        if (order.triggerOn == TriggerOn::LastTrade) {
            reached = book.lastPrice != kNoRank && first.key <= (upwards ? book.lastPrice : ~book.lastPrice);
        } else {
            const auto price = quote(book, opposite(order.side), false);
            reached = price ? first.key <= (upwards ? *price : ~*price) : !touched;
        }
        if (!reached)
            continue;
        order.quantity = m_pool[index].open;
        withdraw(m_books[bookId], index);
        handler.onTriggered({order.id, order.trigger, order.quantity, bookId, order.side});
        order.kind = hasLimit(order) ? OrderKind::Limit : OrderKind::Market;
        takeAndRest(order, handler);
        return true;
    }
    return false;
}

} // namespace rialto::matching
