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
    if (waits(order.kind))
        return park(order, ++m_places);
    if (specialBook(order.book).call) {
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

    if (order.timeInForce == TimeInForce::FillOrKill && takable(book, order, limit, open) < open)
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
    if (order.minimum != 0 && takable(book, order, limit, order.minimum) < order.minimum)
        return giveUp(CancelReason::BelowMinimum);
    if (order.allOrNone)
        takes = takes && takable(book, order, limit, open) == open;
    if (takes)
        open = take(book, order, limit, open, handler);
    if (open == 0)
        return;
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
Lots MatchingEngine::take(Book& book, const NewOrder& order, Rank limit, Lots open, Handler& handler)
{
    const Side makers = opposite(order.side);
    const bool proRata = specialBook(order.book).proRata;
    while (open != 0 && sideOf(book, makers).bestRank(makers) <= limit) {
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
            return takeProRata(book, order, level, open, handler);
        }
        const Lots quantity = maker.open < open ? maker.open : open;
        open -= quantity;
        trade(book, index, price, quantity, order.id, open, handler);
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
        trade(book, at, m_pool[at].price, share, order.id, open, handler);
    }
    return open;
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
    if (offMaker != 0) {
        handler.onCancelled({maker.id, maker.price, offMaker, order.book, maker.side(), CancelReason::SelfTrade});
        if (offMaker == makerOpen)
            withdraw(book, index);
        else
            takeOff(book, index, offMaker);
    }
    if (offTaker != 0)
        handler.onCancelled({order.id, order.price, offTaker, order.book, order.side, CancelReason::SelfTrade});
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
    handler.onTrade({maker.id, taker, price, quantity, openOf(maker), takerLeft, maker.book(), opposite(maker.side())});
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
    for (bool again = m_books[bookId].rare != 0; again;) {
        if (specialBook(bookId).call)
            return;
        again = (m_books[bookId].rare & kSplit) != 0 && settle(bookId, handler);
        again = movePegs(bookId, handler) || again;
        moveTriggers(bookId);
        again = fireOne(bookId, handler) || again;
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
    while (const auto chain = matchingChain(book)) {
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
        const OrderId seller = m_pool[sell].id;
        const Lots sellerLeft = openOf(m_pool[sell]) - piece;
        trade(book, buy, price, piece, seller, sellerLeft, handler);
        // The other half of the same trade: told once, but both orders change.
        struct Refreshes {
            Handler& to;
            void onTrade(const Trade&) {}
            void onRefreshed(const Refreshed& e) { to.onRefreshed(e); }
        } refreshes{handler};
        trade(book, sell, price, piece, 0, 0, refreshes);
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

template <class Handler>
void MatchingEngine::cancelRare(OrderIndex index, CancelReason reason, Handler& handler)
{
    const OrderNode& node = m_pool[index];
    const BookId bookId = node.book();
    handler.onCancelled({node.id, node.price, openOf(node), bookId, node.side(), reason});
    withdraw(m_books[bookId], index);
    afterwards(bookId, handler);
}

template <class Handler>
void MatchingEngine::reduceRare(OrderIndex index, Lots quantity, Handler& handler)
{
    const OrderNode& node = m_pool[index];
    if (quantity >= openOf(node))
        return cancelRare(index, CancelReason::Requested, handler);
    takeOff(m_books[node.book()], index, quantity);
    handler.onReduced({node.id, node.price, openOf(node), node.book(), node.side()});
    afterwards(node.book(), handler);
}

template <class Handler>
void MatchingEngine::replaceRare(OrderIndex index, const Replace& command, Handler& handler)
{
    const OrderNode& node = m_pool[index];
    Book& book = m_books[node.book()];
    NewOrder order = termsOf(index);
    const bool priced = hasLimit(order);
    const bool samePrice = !priced || command.price == order.price;
    const Lots open = openOf(node);
    const std::uint32_t overLowest = static_cast<std::uint32_t>(command.price) - static_cast<std::uint32_t>(book.lowest);
    if (priced && overLowest > book.bandWidth)
        return handler.onRejected({command.id, order.book, RejectReason::PriceOutsideBand});
    const bool keeps = command.place == QueuePlace::KeepWhenReduced && samePrice && command.quantity <= open;
    order.id = command.newId;
    order.price = command.price;
    order.quantity = command.quantity;
    handler.onReplaced({command.id, command.newId, order.price, order.quantity, order.book, order.side, keeps});
    if (keeps) {
        if (command.quantity < open)
            takeOff(book, index, open - command.quantity);
        if (node.isRare() && command.newId != command.id) {
            SpecialOrder special = m_special.at(command.id);
            m_special.erase(command.id);
            special.order.id = command.newId;
            m_special.emplace(command.newId, special);
            renameAmongSpecial(order.book, special, command.id);
        }
        m_pool.rename(index, command.newId);
    } else {
        withdraw(book, index);
        order.postOnly = order.slides = false;
        order.minimum = 0;
        order.selfTrade = SelfTrade::Allow;
        order.slippage.reset();
        enterRare(order, handler);
    }
    afterwards(order.book, handler);
}

template <class Handler>
void MatchingEngine::cancelEach(BookId book, const std::vector<OrderId>& ids, CancelReason reason, Handler& handler)
{
    for (const OrderId id : ids) {
        const OrderIndex index = m_pool.find(id);
        const OrderNode& node = m_pool[index];
        handler.onCancelled({id, node.price, openOf(node), book, node.side(), reason});
        withdraw(m_books[book], index);
    }
    afterwards(book, handler);
}

template <class Handler>
void MatchingEngine::cancelAll(BookId book, OwnerId owner, Handler& handler)
{
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
