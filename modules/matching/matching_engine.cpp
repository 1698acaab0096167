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
    for (const auto& [id, iceberg] : m_icebergs) {
        const OrderNode& node = m_pool[m_pool.find(id)];
        if (node.book() == bookId && node.side() == makers && restingRank(makers, node.price) <= limit)
            found += iceberg.reserve;
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
    const PriceLadder& ladder = m_books[book].ladder;
    std::size_t count = 0;
    Rank rank = ladder.bestRank(side);
    for (; count < levels.size() && rank != kNoRank; rank = ladder.rankAfter(side, rank)) {
        const Ticks price = restingRank(side, rank);
        const Level& level = *ladder.find(price);
        std::uint32_t orders = 0;
        for (OrderIndex index = level.head; index != kNoOrder; index = m_pool[index].next)
            ++orders;
        levels[count++] = {price, orders, level.quantity};
    }
    return count;
}

std::vector<OrderView> MatchingEngine::ordersAt(BookId book, Ticks price) const
{
    std::vector<OrderView> views;
    const Level* level = m_books[book].ladder.find(price);
    if (level == nullptr)
        return views;
    for (OrderIndex index = level->head; index != kNoOrder; index = m_pool[index].next) {
        const OrderNode& node = m_pool[index];
        views.push_back({node.id, node.price, node.open, m_pool.owner(index), book, node.side()});
    }
    return views;
}

std::optional<OrderView> MatchingEngine::find(OrderId id) const
{
    const OrderIndex index = m_pool.find(id);
    if (index == kNoOrder)
        return std::nullopt;
    const OrderNode& node = m_pool[index];
    return OrderView{node.id, node.price, node.open, m_pool.owner(index), node.book(), node.side()};
}

std::uint64_t MatchingEngine::quantityAhead(OrderId id) const
{
    const OrderIndex index = m_pool.find(id);
    if (index == kNoOrder)
        return 0;
    const OrderNode& node = m_pool[index];
    std::uint64_t ahead = 0;
    for (OrderIndex at = m_books[node.book()].ladder.find(node.price)->head; at != index; at = m_pool[at].next)
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
    const PriceLadder& ladder = m_books[book].ladder;
    std::uint32_t count = 0;
    for (Rank rank = ladder.bestRank(side); rank != kNoRank; rank = ladder.rankAfter(side, rank))
        ++count;
    return count;
}

std::uint64_t MatchingEngine::stateHash() const
{
    Hasher hasher;
    for (const Book& book : m_books) {
        hasher.add(std::int64_t{book.lastPrice});
        for (const Side side : {Side::Buy, Side::Sell}) {
            for (Rank rank = book.ladder.bestRank(side); rank != kNoRank; rank = book.ladder.rankAfter(side, rank)) {
                const Level& level = *book.ladder.find(restingRank(side, rank));
                hasher.add(std::int64_t{rank});
                for (OrderIndex index = level.head; index != kNoOrder; index = m_pool[index].next) {
                    const OrderNode& node = m_pool[index];
                    hasher.add(node.id).add(std::uint64_t{node.open} << 32U | node.meta).add(std::uint64_t{m_pool.owner(index)});
                    if (node.isRare())
                        hasher.add(std::uint64_t{m_icebergs.at(node.id).display}).add(std::uint64_t{reserveOf(node)});
                }
            }
        }
    }
    return hasher.value();
}

} // namespace rialto::matching
