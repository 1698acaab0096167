// SPDX-License-Identifier: GPL-3.0-or-later
// Phases of MatchingEngine's books: what a change of phase does, the range that interrupts trading, and fixed-price trading.
// Included at the end of matching_engine.h, never by itself.
#pragma once

#include "matching/matching_engine.h"

namespace rialto::matching {

template <class Handler>
void MatchingEngine::setPhase(BookId bookId, Phase phase, const PhaseTerms& terms, Handler& handler)
{
    SpecialBook& beside = openSpecialBook(bookId);
    const Phase before = beside.phase;
    beside.phase = phase;
    beside.terms = terms;
    if (phase != before)
        handler.onPhaseChanged({bookId, phase});
    if (phase == Phase::Continuous)
        updateRare(bookId);
    else
        splitSides(bookId);
    if (phase != before) {
        std::vector<OrderId> over;
        std::vector<OrderId> due;
        for (const auto& [place, id] : beside.waiting) {
            const NewOrder& order = m_special.at(id).order;
            if (order.kind == OrderKind::ClosingPrice && before == Phase::FixedPrice)
                over.push_back(id);
            else if (takesPartIn(order, phase))
                due.push_back(id);
        }
        cancelEach(bookId, over, CancelReason::AuctionOver, handler);
        for (const OrderId id : due) { // by entry
            const OrderIndex index = m_pool.find(id);
            NewOrder order = m_special.at(id).order;
            order.quantity = m_pool[index].open;
            withdraw(m_books[bookId], index);
            enterRare(order, handler);
        }
    }
    afterwards(bookId, handler);
}

/// What an order does that crosses in a book whose range is watched, and that has nothing rare otherwise.
template <class Handler>
void MatchingEngine::takeWithinRange(const NewOrder& order, Handler& handler)
{
    takeAndRest(order, handler);
    afterwards(order.book, handler);
}

template <class Handler>
void MatchingEngine::interrupt(BookId bookId, Handler& handler)
{
    openSpecialBook(bookId).phase = Phase::VolatilityAuction;
    splitSides(bookId);
    handler.onPhaseChanged({bookId, Phase::VolatilityAuction});
}

/// A closing-price order meets those of the other side that came before it; what is left waits with them.
template <class Handler>
void MatchingEngine::tradeAtFixedPrice(NewOrder order, Handler& handler)
{
    Book& book = m_books[order.book];
    const Ticks price = book.lastPrice;
    const bool allowed = price != kNoRank && (!order.capped || (order.side == Side::Buy ? price <= order.price : price >= order.price));
    if (!allowed)
        return handler.onCancelled({order.id, order.price, order.quantity, order.book, order.side, CancelReason::WorseThanFixed});
    const auto& makers = openSpecialBook(order.book).closing[static_cast<std::size_t>(opposite(order.side))];
    while (order.quantity != 0 && !makers.empty()) {
        const OrderIndex index = m_pool.find(makers.begin()->second);
        OrderNode& maker = m_pool[index];
        const Lots traded = std::min(maker.open, order.quantity);
        maker.open -= traded;
        order.quantity -= traded;
        handler.onTrade({maker.id, order.id, price, traded, maker.open, order.quantity, order.book, order.side});
        if (maker.open == 0)
            withdraw(book, index);
    }
    if (order.quantity != 0)
        park(order, ++m_places, true);
}

} // namespace rialto::matching
