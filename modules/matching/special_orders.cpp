// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matching_engine.h"

namespace rialto::matching {

void MatchingEngine::restIceberg(Book& book, const NewOrder& order, Lots open)
{
    const OrderIndex index = rest(book, order, order.display);
    m_pool[index].meta |= OrderNode::kRare;
    m_icebergs.emplace(order.id, Iceberg{order.display, open - order.display});
}

Lots MatchingEngine::reserveOf(const OrderNode& node) const
{
    return m_icebergs.at(node.id).reserve;
}

bool MatchingEngine::refill(Level& level, OrderIndex index)
{
    OrderNode& node = m_pool[index];
    Iceberg& iceberg = m_icebergs.at(node.id);
    const Lots shown = iceberg.reserve < iceberg.display ? iceberg.reserve : iceberg.display;
    if (shown == 0) {
        m_icebergs.erase(node.id);
        return false;
    }
    iceberg.reserve -= shown;
    node.open = shown;
    level.quantity += shown;
    if (level.tail == index) // alone at its price: it is the end of the queue already
        return true;
    level.head = node.next;
    m_pool[level.head].previous = kNoOrder;
    node.previous = level.tail;
    node.next = kNoOrder;
    m_pool[level.tail].next = index;
    level.tail = index;
    return true;
}

/// Takes from the reserve first, so that what is shown keeps its place. Less than all that is open.
void MatchingEngine::reduceIceberg(OrderIndex index, Level& level, Lots quantity)
{
    OrderNode& node = m_pool[index];
    Iceberg& iceberg = m_icebergs.at(node.id);
    const Lots hidden = quantity < iceberg.reserve ? quantity : iceberg.reserve;
    iceberg.reserve -= hidden;
    node.open -= quantity - hidden;
    level.quantity -= quantity - hidden;
}

std::vector<OrderId> MatchingEngine::ordersOf(BookId book, OwnerId owner) const
{
    std::vector<OrderId> ids;
    const PriceLadder& ladder = m_books[book].ladder;
    for (const Side side : {Side::Buy, Side::Sell})
        for (Rank rank = ladder.bestRank(side); rank != kNoRank; rank = ladder.rankAfter(side, rank))
            for (OrderIndex at = ladder.find(restingRank(side, rank))->head; at != kNoOrder; at = m_pool[at].next)
                if (m_pool.owner(at) == owner)
                    ids.push_back(m_pool[at].id);
    return ids;
}

std::vector<OrderId> MatchingEngine::dayOrders(BookId book) const
{
    std::vector<OrderId> ids;
    const PriceLadder& ladder = m_books[book].ladder;
    for (const Side side : {Side::Buy, Side::Sell})
        for (Rank rank = ladder.bestRank(side); rank != kNoRank; rank = ladder.rankAfter(side, rank))
            for (OrderIndex at = ladder.find(restingRank(side, rank))->head; at != kNoOrder; at = m_pool[at].next)
                if ((m_pool[at].meta & OrderNode::kDay) != 0)
                    ids.push_back(m_pool[at].id);
    return ids;
}

} // namespace rialto::matching
