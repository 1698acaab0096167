// SPDX-License-Identifier: GPL-3.0-or-later
// Calls and auctions of MatchingEngine. Included at the end of matching_engine.h, never by itself.
#pragma once

#include "matching/matching_engine.h"

#include <algorithm>

namespace rialto::matching {

template <class Handler>
AuctionResult MatchingEngine::uncross(BookId bookId, const UncrossOptions& options, Handler& handler)
{
    Book& book = m_books[bookId];
    const AuctionResult result = indicative(bookId, options);
    std::vector<OrderId> traded;
    if (result.price) {
        const auto buys = auctionQueue(book, Side::Buy);
        const auto sells = auctionQueue(book, Side::Sell);
        std::size_t buy = 0;
        std::size_t sell = 0;
        book.lastPrice = *result.price;
        noteAuctionPrice(bookId, *result.price);
        Lots buyLeft = buys.empty() ? 0 : openOf(m_pool[buys[0]]);
        Lots sellLeft = sells.empty() ? 0 : openOf(m_pool[sells[0]]);
        for (std::uint64_t left = result.volume; left != 0;) {
            const auto piece = static_cast<Lots>(std::min<std::uint64_t>({buyLeft, sellLeft, left}));
            left -= piece;
            buyLeft -= piece;
            sellLeft -= piece;
            const OrderId buyer = m_pool[buys[buy]].id;
            const OrderId seller = m_pool[sells[sell]].id;
            handler.onTrade({buyer, seller, *result.price, piece, buyLeft + m_groups.heldOf(buyer), sellLeft + m_groups.heldOf(seller),
                             bookId, Side::Sell});
            tellGroup(buyer, piece, handler);
            tellGroup(seller, piece, handler);
            // An order leaves its queue once, when it is done or the auction is.
            const auto leave = [&](const std::vector<OrderIndex>& queue, std::size_t& at, Lots& open) {
                if (open != 0 && left != 0)
                    return;
                const OrderIndex index = queue[at];
                if (open == 0) {
                    withdraw(book, index);
                    if (++at < queue.size())
                        open = openOf(m_pool[queue[at]]);
                    return;
                }
                traded.push_back(m_pool[index].id);
                takeOffShownLast(book, index, openOf(m_pool[index]) - open, handler);
            };
            leave(buys, buy, buyLeft);
            leave(sells, sell, sellLeft);
        }
    }

    const auto rests = [&](OrderIndex at) { return m_pool[at].isRare() && !m_pool[at].has(OrderNode::kWaiting); };
    for (const OrderId id : ordersWith(bookId, rests)) {
        const OrderIndex index = m_pool.find(id);
        NewOrder order = m_special.at(id).order;
        const Lots open = openOf(m_pool[index]);
        const bool thisAuctionOnly = order.timeInForce == TimeInForce::AtOpen || order.timeInForce == TimeInForce::AtClose;
        if (thisAuctionOnly || (order.kind == OrderKind::Market && !order.rests)) {
            handler.onCancelled({id, m_pool[index].price, open, bookId, order.side, CancelReason::AuctionOver});
            withdraw(book, index);
            continue;
        }
        const bool partly = std::find(traded.begin(), traded.end(), id) != traded.end();
        if (order.kind == OrderKind::MarketToLimit && result.price && (partly || options.pricesMarketToLimit)) {
            withdraw(book, index);
            order.kind = OrderKind::Limit;
            order.price = *result.price;
            handler.onRepriced({id, order.price, open, bookId, order.side});
            restRare(book, order, order.price, open);
        }
    }
    settleGroups(handler);
    return result;
}

template <class Handler>
void MatchingEngine::endCall(BookId bookId, Handler& handler)
{
    SpecialBook& beside = openSpecialBook(bookId);
    if (beside.phase != Phase::Call) // a call of no particular kind is no phase of a session: nobody is told
        return inCall(bookId) ? setPhase(bookId, Phase::Continuous, {}, handler) : void();
    beside.phase = Phase::Continuous;
    afterwards(bookId, handler);
}

/// The quantity traded in an auction comes off what is hidden first; an iceberg whose shown piece is touched shows a new one.
template <class Handler>
void MatchingEngine::takeOffShownLast(Book& book, OrderIndex index, Lots quantity, Handler& handler)
{
    const Lots shown = m_pool[index].open;
    takeOff(book, index, quantity);
    const OrderNode& node = m_pool[index];
    if (node.open != shown && node.isRare() && m_special.at(node.id).order.display != 0)
        handler.onRefreshed({node.id, node.price, node.open, node.book(), node.side()});
}

} // namespace rialto::matching
