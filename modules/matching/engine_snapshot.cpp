// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matching_engine.h"

namespace rialto::matching {

namespace {

constexpr std::uint64_t kSnapshotVersion = 0x52494D4500000001ULL;
constexpr std::size_t kWordsPerBook = 3;
constexpr std::size_t kWordsPerOrder = 4;

std::uint64_t pair(std::uint32_t high, std::uint32_t low)
{
    return std::uint64_t{high} << 32U | low;
}
std::uint32_t high(std::uint64_t word)
{
    return static_cast<std::uint32_t>(word >> 32U);
}
std::uint32_t low(std::uint64_t word)
{
    return static_cast<std::uint32_t>(word);
}

} // namespace

/// Version and book count; then for each book its band, last price and order count, and its orders: each side from the best
/// price on, each queue from its head, so that entering them in turn rebuilds every queue.
std::vector<std::uint64_t> MatchingEngine::snapshot() const
{
    std::vector<std::uint64_t> words = {kSnapshotVersion, m_books.size(), m_expectedOrders};
    for (const Book& book : m_books) {
        words.push_back(pair(static_cast<std::uint32_t>(book.lowest), book.bandWidth));
        words.push_back(static_cast<std::uint32_t>(book.lastPrice));
        words.push_back(book.orders);
        for (const Side side : {Side::Buy, Side::Sell}) {
            for (Rank rank = book.ladder.bestRank(side); rank != kNoRank; rank = book.ladder.rankAfter(side, rank)) {
                for (OrderIndex at = book.ladder.find(restingRank(side, rank))->head; at != kNoOrder; at = m_pool[at].next) {
                    const OrderNode& node = m_pool[at];
                    const Iceberg iceberg = node.isRare() ? m_icebergs.at(node.id) : Iceberg{0, 0};
                    words.push_back(node.id);
                    words.push_back(pair(static_cast<std::uint32_t>(node.price), node.open));
                    words.push_back(pair(m_pool.owner(at), node.meta));
                    words.push_back(pair(iceberg.display, iceberg.reserve));
                }
            }
        }
    }
    return words;
}

std::optional<MatchingEngine> MatchingEngine::restored(std::span<const std::uint64_t> words)
{
    if (words.size() < 3 || words[0] != kSnapshotVersion || words[1] >= 65535)
        return std::nullopt;
    const std::uint64_t books = words[1];
    MatchingEngine engine(low(words[2]));
    words = words.subspan(3);
    for (std::uint64_t b = 0; b < books; ++b) {
        if (words.size() < kWordsPerBook || words.size() / kWordsPerOrder < words[2])
            return std::nullopt;
        const auto lowest = static_cast<Ticks>(high(words[0]));
        const auto highest = static_cast<Ticks>(high(words[0]) + low(words[0]));
        const PriceBand all;
        if (lowest < all.lowest || highest < lowest || highest > all.highest)
            return std::nullopt;
        const BookId id = engine.addBook({lowest, highest});
        Book& book = engine.m_books[id];
        book.lastPrice = static_cast<Ticks>(low(words[1]));
        const std::uint64_t orders = words[2];
        words = words.subspan(kWordsPerBook);
        for (std::uint64_t i = 0; i < orders; ++i, words = words.subspan(kWordsPerOrder)) {
            if (words.size() < kWordsPerOrder || low(words[1]) == 0 || engine.m_pool.has(words[0]))
                return std::nullopt;
            const std::uint32_t meta = low(words[2]);
            NewOrder order{.id = words[0], .price = static_cast<Ticks>(high(words[1])), .quantity = low(words[1]),
                           .owner = high(words[2]), .book = id, .side = static_cast<Side>(meta & 1U)};
            if ((meta & OrderNode::kDay) != 0)
                order.timeInForce = TimeInForce::Day;
            const OrderIndex index = engine.rest(book, order, order.quantity);
            if ((meta & OrderNode::kRare) != 0) {
                engine.m_pool[index].meta |= OrderNode::kRare;
                engine.m_icebergs.emplace(order.id, Iceberg{high(words[3]), low(words[3])});
            }
        }
    }
    if (!words.empty())
        return std::nullopt;
    return engine;
}

} // namespace rialto::matching
