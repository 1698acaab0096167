// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matching_engine.h"

#include "base/check.h"
#include "base/hash.h"

#include <algorithm>

namespace rialto::matching {

BookId MatchingEngine::addBook(PriceBand band)
{
    RIALTO_CHECK(m_books.size() < 65535, "an engine holds at most 65,535 books");
    m_books.emplace_back();
    ++m_bookCount;
    const auto id = static_cast<BookId>(m_books.size() - 1);
    setPriceBand(id, band);
    return id;
}

void MatchingEngine::setPriceBand(BookId book, PriceBand band)
{
    const PriceBand all;
    RIALTO_CHECK(band.lowest >= all.lowest && band.lowest <= band.highest && band.highest <= all.highest,
                 "a price band is empty or touches the ends of the price range");
    m_books[book].lowest = band.lowest;
    m_books[book].bandWidth = static_cast<std::uint32_t>(band.highest) - static_cast<std::uint32_t>(band.lowest);
}

std::uint32_t MatchingEngine::expectedOrders(const Book& book) const
{
    return std::max(book.orders, m_expectedOrders / m_bookCount);
}

bool MatchingEngine::fillable(BookId bookId, const Book& book, Side side, Rank limit, Lots quantity) const
{
    const Side makers = opposite(side);
    std::uint64_t found = 0;
    for (Rank rank = book.ladder.bestRank(makers); rank <= limit; rank = book.ladder.rankAfter(makers, rank)) {
        found += book.ladder.find(restingRank(makers, rank))->quantity;
        if (found >= quantity)
            return true;
    }
    for (const auto& [id, special] : m_special) {
        const OrderNode& node = m_pool[m_pool.find(id)];
        if (node.book() == bookId && node.side() == makers && restingRank(makers, node.price) <= limit)
            found += special.reserve;
    }
    return found >= quantity;
}

std::optional<DepthLevel> MatchingEngine::best(BookId book, Side side) const
{
    DepthLevel level;
    if (depth(book, side, {&level, 1}) == 0)
        return std::nullopt;
    return level;
}

std::size_t MatchingEngine::depth(BookId book, Side side, std::span<DepthLevel> levels) const
{
    const PriceLadder& ladder = sideOf(m_books[book], side);
    std::size_t count = 0;
    Rank rank = ladder.bestRank(side);
    for (; count < levels.size() && rank != kNoRank; rank = ladder.rankAfter(side, rank)) {
        const Ticks price = restingRank(side, rank);
        const Level& level = *ladder.find(price);
        if (level.quantity == 0 || price == unpricedPrice(side)) // hidden, or no price to show
            continue;
        std::uint32_t orders = 0;
        for (OrderIndex index = level.head; index != kNoOrder && !m_pool[index].has(OrderNode::kHidden); index = m_pool[index].next)
            ++orders;
        levels[count++] = {price, orders, level.quantity};
    }
    return count;
}

std::vector<OrderView> MatchingEngine::ordersAt(BookId book, Ticks price) const
{
    std::vector<OrderView> views;
    const Book& at = m_books[book];
    for (const PriceLadder* ladder : {&at.ladder, &sideOf(at, Side::Sell)}) {
        const Level* level = ladder->find(price);
        for (OrderIndex index = level == nullptr ? kNoOrder : level->head; index != kNoOrder; index = m_pool[index].next)
            views.push_back(*find(m_pool[index].id));
        if ((at.rare & kSplit) == 0)
            break;
    }
    return views;
}

std::optional<OrderView> MatchingEngine::find(OrderId id) const
{
    const OrderIndex index = m_pool.find(id);
    if (index == kNoOrder)
        return std::nullopt;
    const OrderNode& node = m_pool[index];
    return OrderView{node.id, node.price, node.open, m_pool.owner(index), node.book(), node.side(), openOf(node) - node.open,
                     node.has(OrderNode::kWaiting), node.has(OrderNode::kUnpriced), m_groups.heldOf(id)};
}

std::uint64_t MatchingEngine::quantityAhead(OrderId id) const
{
    const OrderIndex index = m_pool.find(id);
    if (index == kNoOrder || m_pool[index].has(OrderNode::kWaiting))
        return 0;
    const OrderNode& node = m_pool[index];
    std::uint64_t ahead = 0;
    for (OrderIndex at = sideOf(m_books[node.book()], node.side()).find(node.price)->head; at != index; at = m_pool[at].next)
        ahead += m_pool[at].open;
    return ahead;
}

std::optional<Ticks> MatchingEngine::lastPrice(BookId book) const
{
    const Ticks price = m_books[book].lastPrice;
    return price == kNoRank ? std::nullopt : std::optional<Ticks>(price);
}

std::uint32_t MatchingEngine::levelCount(BookId book, Side side) const
{
    const PriceLadder& ladder = sideOf(m_books[book], side);
    std::uint32_t count = 0;
    for (Rank rank = ladder.bestRank(side); rank != kNoRank; rank = ladder.rankAfter(side, rank))
        ++count;
    return count;
}

std::uint64_t MatchingEngine::stateHash() const
{
    Hasher hasher;
    for (std::size_t b = 0; b < m_books.size(); ++b) {
        const Book& book = m_books[b];
        const SpecialBook& beside = specialBook(static_cast<BookId>(b));
        hasher.add(std::int64_t{book.lastPrice}).add(std::uint64_t{beside.proRata});
        for (const std::uint64_t word : packedSession(beside))
            hasher.add(word);
        const auto add = [&](OrderIndex index) {
            const OrderNode& node = m_pool[index];
            hasher.add(node.id).add(std::uint64_t{node.open} << 32U | node.meta).add(std::uint64_t{m_pool.owner(index)});
            if (!node.isRare())
                return;
            const SpecialOrder& special = m_special.at(node.id);
            hasher.add(std::uint64_t{special.reserve});
            for (const std::uint64_t word : packedTerms(special.order))
                hasher.add(word);
        };
        for (const Side side : {Side::Buy, Side::Sell}) {
            const PriceLadder& ladder = sideOf(book, side);
            for (Rank rank = ladder.bestRank(side); rank != kNoRank; rank = ladder.rankAfter(side, rank)) {
                hasher.add(std::int64_t{rank});
                for (OrderIndex index = ladder.find(restingRank(side, rank))->head; index != kNoOrder; index = m_pool[index].next)
                    add(index);
            }
        }
        for (const auto& [place, id] : beside.waiting)
            add(m_pool.find(id));
        for (const auto& [place, id] : beside.pegs)
            hasher.add(id);
    }
    for (const std::uint64_t word : m_groups.packed())
        hasher.add(word);
    return hasher.value();
}

} // namespace rialto::matching
