// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/order_pool.h"

#include "base/check.h"

#include <algorithm>
#include <bit>

namespace rialto::matching {

namespace {
constexpr std::uint32_t kBucketsPerOrder = 2; // short chains: most lookups touch one node
}

OrderPool::OrderPool(std::uint32_t expectedOrders)
{
    m_nodes.resize(1);
    m_owners.resize(1);
    growTo(std::bit_ceil(std::max<std::size_t>(std::size_t{expectedOrders} + 1, 1024)));
}

void OrderPool::rename(OrderIndex index, OrderId id)
{
    unlink(index);
    m_nodes[index].id = id;
    OrderIndex& bucket = m_buckets[bucketOf(id)];
    m_nodes[index].chain = bucket;
    bucket = index;
}

void OrderPool::grow()
{
    growTo(m_nodes.size() * 2);
}

void OrderPool::growTo(std::size_t capacity)
{
    RIALTO_CHECK(capacity <= (std::size_t{1} << 30U), "more than a thousand million live orders");
    const std::size_t old = m_nodes.size();
    m_nodes.resize(capacity);
    m_owners.resize(capacity);
    for (std::size_t index = capacity; index-- > old;) {
        m_nodes[index].next = m_free;
        m_free = static_cast<OrderIndex>(index);
    }
    const std::size_t buckets = capacity * kBucketsPerOrder;
    m_buckets.assign(buckets, kNoOrder);
    m_shift = static_cast<std::uint32_t>(64 - std::countr_zero(buckets));
    for (OrderIndex index = 1; index < old; ++index) { // called only when no node is free, so all of these are live
        OrderIndex& bucket = m_buckets[bucketOf(m_nodes[index].id)];
        m_nodes[index].chain = bucket;
        bucket = index;
    }
}

} // namespace rialto::matching
