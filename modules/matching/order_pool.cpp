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
    growTo(std::size_t{m_capacity} * 2);
}

void OrderPool::growTo(std::size_t capacity)
{
    RIALTO_CHECK(capacity <= (std::size_t{1} << 29U), "more than five hundred million live orders");
    const std::uint32_t old = m_capacity;
    const std::size_t buckets = capacity * kBucketsPerOrder;
    ZeroedMemory memory(capacity * (sizeof(OrderNode) + sizeof(OwnerId)) + buckets * sizeof(OrderIndex));
    auto* nodes = static_cast<OrderNode*>(memory.data());
    auto* owners = static_cast<OwnerId*>(static_cast<void*>(nodes + capacity));
    std::copy_n(m_nodes, old, nodes);
    std::copy_n(m_owners, old, owners);
    m_memory = std::move(memory);
    m_nodes = nodes;
    m_owners = owners;
    m_buckets = owners + capacity;
    m_capacity = static_cast<std::uint32_t>(capacity);
    m_shift = static_cast<std::uint32_t>(64 - std::countr_zero(buckets));
    m_mask = static_cast<std::uint32_t>(buckets - 1);

    const std::uint32_t first = std::max(old, 1U); // node 0 stands for none
    for (std::uint32_t index = m_capacity; index-- > first;) {
        m_nodes[index].next = m_free;
        m_free = index;
    }
    for (OrderIndex index = 1; index < old; ++index) { // called only when no node is free, so all of these are live
        OrderIndex& bucket = m_buckets[bucketOf(m_nodes[index].id)];
        m_nodes[index].chain = bucket;
        bucket = index;
    }
}

} // namespace rialto::matching
