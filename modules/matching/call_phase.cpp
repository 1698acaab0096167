// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine needs where buys and sells of one book may cross: calls, auctions, all-or-none and unpriced orders.
#include "matching/matching_engine.h"

#include <algorithm>
#include <set>
#include <utility>

namespace rialto::matching {

std::vector<SidePiece> MatchingEngine::piecesUpTo(const Book& book, Side side, Rank last) const
{
    const PriceLadder& ladder = sideOf(book, side);
    std::vector<SidePiece> pieces;
    GroupRegistry::Taken taken;
    for (Rank rank = ladder.bestRank(side); rank <= last && rank != kNoRank; rank = ladder.rankAfter(side, rank)) {
        const Ticks price = restingRank(side, rank);
        std::uint64_t reserves = 0; // icebergs refresh behind all that is shown, before hidden orders and the next price
        const auto giveReserves = [&] {
            if (reserves != 0)
                pieces.push_back({price, std::exchange(reserves, 0), false});
        };
        for (OrderIndex at = ladder.find(price)->head; at != kNoOrder; at = m_pool[at].next) {
            const OrderNode& node = m_pool[at];
            if (node.has(OrderNode::kHidden))
                giveReserves();
            if (const Lots open = m_groups.offered(node.id, node.open, taken))
                pieces.push_back({price, open, node.has(OrderNode::kAllOrNone)});
            if (node.isRare())
                reserves += reserveOf(node);
        }
        giveReserves();
    }
    return pieces;
}

std::optional<MatchingChain> MatchingEngine::matchingChain(const Book& book) const
{
    const OrderIndex buyIndex = frontOf(book, Side::Buy);
    const OrderIndex sellIndex = frontOf(book, Side::Sell);
    if (buyIndex == kNoOrder || sellIndex == kNoOrder)
        return std::nullopt;
    const OrderNode& buy = m_pool[buyIndex];
    const OrderNode& sell = m_pool[sellIndex];
    const Ticks bid = buy.price;
    const Ticks ask = sell.price;
    if (bid < ask)
        return std::nullopt;
    if (!buy.has(OrderNode::kAllOrNone) && !sell.has(OrderNode::kAllOrNone)) {
        const Lots quantity = std::min(buy.open, sell.open);
        if (!buy.has(OrderNode::kUnpriced) && !sell.has(OrderNode::kUnpriced))
            return MatchingChain{quantity, buy.open <= sell.open ? bid : ask};
        NewOrder other{.price = buy.has(OrderNode::kUnpriced) ? ask : bid, .side = buy.has(OrderNode::kUnpriced) ? Side::Sell : Side::Buy};
        if (buy.has(OrderNode::kUnpriced) && sell.has(OrderNode::kUnpriced))
            other.kind = OrderKind::Market;
        const auto price = priceOfUnpriced(book, other);
        return price ? std::optional(MatchingChain{quantity, *price}) : std::nullopt;
    }
    // What a side can give from its front without splitting anything is a union of ranges (from, to]: whole all-or-none orders
    // are single points. Both lists ascend; the first quantity in both is the answer.
    const auto buys = piecesUpTo(book, Side::Buy, restingRank(Side::Buy, ask));
    const auto sells = piecesUpTo(book, Side::Sell, restingRank(Side::Sell, bid));
    std::uint64_t bought = 0;
    std::uint64_t sold = 0;
    for (std::size_t b = 0, s = 0; b < buys.size() && s < sells.size();) {
        const SidePiece& to = buys[b];
        const SidePiece& from = sells[s];
        if (to.price < from.price)
            return std::nullopt;
        const std::uint64_t buyLast = bought + to.open;
        const std::uint64_t sellLast = sold + from.open;
        const std::uint64_t buyFirst = to.whole ? buyLast : bought + 1;
        const std::uint64_t sellFirst = from.whole ? sellLast : sold + 1;
        const std::uint64_t quantity = std::max(buyFirst, sellFirst);
        if (quantity <= std::min(buyLast, sellLast)) {
            if (quantity > std::numeric_limits<Lots>::max())
                return std::nullopt;
            return MatchingChain{static_cast<Lots>(quantity), std::clamp(buy.has(OrderNode::kAllOrNone) ? bid : ask, from.price, to.price)};
        }
        if (buyLast <= sellLast) {
            bought = buyLast;
            ++b;
        } else {
            sold = sellLast;
            ++s;
        }
    }
    return std::nullopt;
}

void MatchingEngine::startCall(BookId book)
{
    openSpecialBook(book).phase = Phase::Call;
    splitSides(book);
}

PriceLadder& MatchingEngine::sideOf(Book& book, Side side)
{
    if (side == Side::Buy || (book.rare & kSplit) == 0)
        return book.ladder;
    return *openSpecialBook(static_cast<BookId>(&book - m_books.data())).sells;
}

const PriceLadder& MatchingEngine::sideOf(const Book& book, Side side) const
{
    if (side == Side::Buy || (book.rare & kSplit) == 0)
        return book.ladder;
    return *specialBook(static_cast<BookId>(&book - m_books.data())).sells;
}

OrderIndex MatchingEngine::frontOf(const Book& book, Side side) const
{
    const PriceLadder& ladder = sideOf(book, side);
    return ladder.empty(side) ? kNoOrder : ladder.find(restingRank(side, ladder.bestRank(side)))->head;
}

void MatchingEngine::moveSells(PriceLadder& from, PriceLadder& to, std::uint32_t orders)
{
    while (!from.empty(Side::Sell)) {
        const Ticks price = from.bestRank(Side::Sell);
        if (!to.inWindow(price))
            to.welcomeFarPrice(price, std::max(orders, m_expectedOrders / m_bookCount), *m_arena);
        Level& level = from.level(price);
        to.level(price) = std::exchange(level, {});
        to.occupy(Side::Sell, price);
        from.leave(Side::Sell, price, true);
    }
}

/// One ladder serves both sides only as long as every buy is below every sell: it tells far levels apart by that alone. So
/// while a book may cross, or has unpriced orders, which rest at the far end of the other side, its sells have their own.
void MatchingEngine::splitSides(BookId bookId)
{
    Book& book = m_books[bookId];
    if ((book.rare & kSplit) == 0) {
        SpecialBook& beside = openSpecialBook(bookId);
        if (!beside.sells)
            beside.sells = std::make_unique<PriceLadder>();
        moveSells(book.ladder, *beside.sells, book.orders);
        book.rare |= kSplit;
    }
    updateRare(bookId);
}

void MatchingEngine::joinSides(BookId bookId)
{
    Book& book = m_books[bookId];
    if ((book.rare & kSplit) == 0)
        return;
    SpecialBook& beside = openSpecialBook(bookId);
    if (beside.collects() || beside.allOrNone + beside.unpriced != 0)
        return;
    const OrderIndex buy = frontOf(book, Side::Buy);
    const OrderIndex sell = frontOf(book, Side::Sell);
    if (buy != kNoOrder && sell != kNoOrder && m_pool[buy].price >= m_pool[sell].price)
        return; // held by a price range
    book.rare &= ~kSplit;
    moveSells(*beside.sells, book.ladder, book.orders);
    updateRare(bookId);
}

std::vector<OrderIndex> MatchingEngine::auctionQueue(const Book& book, Side side) const
{
    std::vector<OrderIndex> orders;
    std::set<std::uint64_t> seen; // of linked orders only the first takes part: together they may not trade more than one
    forEachResting(book, side, [&](OrderIndex at) {
        const auto group = m_groups.empty() ? std::nullopt : m_groups.linkedGroupOf(m_pool[at].id);
        if (!m_pool[at].has(OrderNode::kAllOrNone) && (!group || seen.insert(*group).second))
            orders.push_back(at);
    });
    return orders;
}

AuctionResult MatchingEngine::indicative(BookId bookId, const UncrossOptions& options) const
{
    const Book& book = m_books[bookId];
    std::vector<AuctionOrder> orders;
    for (const Side side : {Side::Buy, Side::Sell})
        for (const OrderIndex at : auctionQueue(book, side)) {
            const OrderNode& node = m_pool[at];
            orders.push_back({side, node.has(OrderNode::kUnpriced) ? std::nullopt : std::optional(node.price), openOf(node)});
        }
    return matching::uncross(orders, options.rule, options.reference ? options.reference : lastPrice(bookId));
}

std::vector<OrderId> MatchingEngine::queue(BookId book, Side side) const
{
    std::vector<OrderId> ids;
    forEachResting(m_books[book], side, [&](OrderIndex at) { ids.push_back(m_pool[at].id); });
    return ids;
}

std::vector<OrderId> MatchingEngine::waitingOrders(BookId book) const
{
    std::vector<OrderId> ids;
    for (const auto& [place, id] : specialBook(book).waiting)
        ids.push_back(id);
    return ids;
}

} // namespace rialto::matching
