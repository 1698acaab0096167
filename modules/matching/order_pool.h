// SPDX-License-Identifier: GPL-3.0-or-later
// OrderPool: all orders of an engine in one array, linked by 32-bit indices, with the map from order id to index threaded
// through them. Internal to the matching module; the engine's thread. Index 0 means "none".
// Node 0 takes the writes meant for the neighbour of the first and last order of a queue, which saves asking.
// Allocates only when more orders live at once than ever before.
#pragma once

#include "matching/order_types.h"
#include "matching/zeroed_memory.h"

#include <cstddef>

namespace rialto::matching {

using OrderIndex = std::uint32_t;
inline constexpr OrderIndex kNoOrder = 0;

/// 32 bytes, two to a cache line. `meta`: bit 0 side, bits 1-15 the flags below, bits 16-31 book.
struct OrderNode {
    OrderId id;
    Lots open;
    Ticks price;
    OrderIndex previous; // in the queue of its price
    OrderIndex next;
    OrderIndex chain; // next with the same hash
    std::uint32_t meta;

    static constexpr std::uint32_t kRare = 2; // has an entry among the special orders; set with all flags but kDay
    static constexpr std::uint32_t kDay = 4;
    static constexpr std::uint32_t kWaiting = 8; // for its trigger: in no queue
    static constexpr std::uint32_t kHidden = 16;
    static constexpr std::uint32_t kAllOrNone = 32;
    static constexpr std::uint32_t kUnpriced = 64; // a resting market or market-to-limit order
    static constexpr std::uint32_t kPegged = 128;
    static constexpr std::uint32_t kHeld = 256; // waits, but not for a price: for its group or its phase

    Side side() const { return static_cast<Side>(meta & 1U); }
    BookId book() const { return static_cast<BookId>(meta >> 16U); }
    bool isRare() const { return (meta & kRare) != 0; }
    bool has(std::uint32_t flag) const { return (meta & flag) != 0; }
};
static_assert(sizeof(OrderNode) == 32);

class OrderPool {
public:
    explicit OrderPool(std::uint32_t expectedOrders);

    OrderNode& operator[](OrderIndex index) { return m_nodes[index]; }
    const OrderNode& operator[](OrderIndex index) const { return m_nodes[index]; }
    OwnerId owner(OrderIndex index) const { return m_owners[index]; }
    std::uint32_t live() const { return m_live; }

    OrderIndex find(OrderId id) const
    {
        // The first node is compared before asking whether there is one (none is node 0): one guess less for the processor.
        OrderIndex index = m_buckets[bucketOf(id)];
        while (m_nodes[index].id != id && index != kNoOrder) [[unlikely]]
            index = m_nodes[index].chain;
        return index;
    }
    bool has(OrderId id) const
    {
        const OrderNode& first = m_nodes[m_buckets[bucketOf(id)]];
        return ((first.id == id) | (first.chain != kNoOrder)) && find(id) != kNoOrder;
    }

    /// Takes a node and enters it in the map. The caller has checked that the id is not live. Invalidates references.
    OrderIndex add(OrderId id, OwnerId owner)
    {
        if (m_free == kNoOrder) [[unlikely]]
            grow();
        const OrderIndex index = m_free; // last in, first out: the node is still in the cache
        OrderNode& node = m_nodes[index];
        m_free = node.next;
        node.id = id;
        OrderIndex& bucket = m_buckets[bucketOf(id)];
        node.chain = bucket;
        bucket = index;
        m_owners[index] = owner;
        ++m_live;
        return index;
    }

    /// Takes the order out of the map and gives the node back.
    void remove(OrderIndex index)
    {
        unlink(index);
        OrderNode& node = m_nodes[index];
        node.next = m_free;
        m_free = index;
        --m_live;
    }

    /// Gives a live order another id; the caller has checked that it is not live.
    void rename(OrderIndex index, OrderId id);

    void prefetchBucket(OrderId id) const { prefetch(&m_buckets[bucketOf(id)]); }
    void prefetchNode(OrderId id) const { prefetch(&m_nodes[m_buckets[bucketOf(id)]]); }
    static void prefetch(const void* address)
    {
#if defined(__GNUC__)
        __builtin_prefetch(address, 1);
#else
        static_cast<void>(address);
#endif
    }

    /// Ids are mostly counters: each run of 1024 keeps its order, so that new and recent orders share few cache lines; the
    /// runs are spread by the golden ratio, which also takes care of ids that are not counters at all.
    std::uint32_t bucketOf(OrderId id) const
    {
        return static_cast<std::uint32_t>(id ^ (((id >> 10U) * 0x9E3779B97F4A7C15ULL) >> m_shift)) & m_mask;
    }

private:
    void unlink(OrderIndex index)
    {
        const OrderNode& node = m_nodes[index];
        OrderIndex* link = &m_buckets[bucketOf(node.id)];
        while (*link != index)
            link = &m_nodes[*link].chain;
        *link = node.chain;
    }
    void grow();
    void growTo(std::size_t capacity);

    ZeroedMemory m_memory; // nodes, then owners, then buckets
    std::uint32_t m_capacity = 0;
    OrderNode* m_nodes = nullptr;
    OwnerId* m_owners = nullptr; // apart from the nodes: read only when self trades are prevented
    OrderIndex* m_buckets = nullptr;
    std::uint32_t m_shift = 0;
    std::uint32_t m_mask = 0;
    OrderIndex m_free = kNoOrder;
    std::uint32_t m_live = 0;
};

} // namespace rialto::matching
