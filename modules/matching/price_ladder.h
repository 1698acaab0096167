// SPDX-License-Identifier: GPL-3.0-or-later
// PriceLadder: the price levels of one book. A window of consecutive ticks is a flat array shared by both sides, with an
// occupancy bitmap of three levels a side; prices outside the window live in a sorted map. Where prices keep to a coarser
// grid than the tick, the window adopts that step. Internal to the matching module.
//
// Prices are compared in "rank": for sell levels the price, for buy levels its bitwise complement, so that on either side
// the smallest rank is the best price and no comparison branches on the side. kNoRank stands for an empty side.
#pragma once

#include "matching/order_pool.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>

namespace rialto::matching {

using Rank = std::int32_t;
inline constexpr Rank kNoRank = std::numeric_limits<Rank>::max();
/// A limit that crosses every price there is, and no empty side.
inline constexpr Rank kAnyRank = kNoRank - 1;

/// The rank of a price among the resting orders of `side`; its own inverse.
constexpr Rank restingRank(Side side, Ticks price)
{
    return price ^ (static_cast<Ticks>(side) - 1);
}
/// The rank up to which an incoming order of `side` may take from the other side.
constexpr Rank takingRank(Side side, Ticks price)
{
    return price ^ -static_cast<Ticks>(side);
}

/// One price: a queue of orders, oldest first. Both ends are kept, so that appending reads no order, it only writes.
struct Level {
    OrderIndex head;
    OrderIndex tail;
    std::uint64_t quantity;
};
static_assert(sizeof(Level) == 16);

class PriceLadder {
public:
    PriceLadder();
    ~PriceLadder(); // the window's memory stays with the arena, which lives as long as all ladders
    PriceLadder(PriceLadder&&) noexcept;
    PriceLadder& operator=(PriceLadder&&) noexcept;

    Rank bestRank(Side side) const { return m_best[static_cast<unsigned>(side)]; }
    bool empty(Side side) const { return bestRank(side) == kNoRank; }

    /// The level of a price, occupied or not. Growing the window moves levels: references die with the next call.
    Level& level(Ticks price)
    {
        const std::uint32_t slot = slotOf(price);
        if (slot < m_size) [[likely]]
            return m_levels[slot];
        return farLevel(price);
    }

    void prefetchLevel(Ticks price) const
    {
        const std::uint32_t slot = slotOf(price);
        if (slot < m_size)
            OrderPool::prefetch(&m_levels[slot]);
    }

    /// Marks the level of a price, which has at least one order. Marking again is cheaper than asking whether to.
    void occupy(Side side, Ticks price)
    {
        const unsigned s = static_cast<unsigned>(side);
        const Rank rank = restingRank(side, price);
        m_best[s] = rank < m_best[s] ? rank : m_best[s];
        const std::uint32_t slot = slotOf(price);
        if (slot >= m_size) [[unlikely]]
            return;
        const std::uint32_t bit = mirrored(side, slot);
        std::uint64_t& word = m_bits0[s][bit >> 6U];
        if (word == 0) {
            m_bits1[s][bit >> 12U] |= std::uint64_t{1} << ((bit >> 6U) & 63U);
            m_bits2[s][bit >> 18U] |= std::uint64_t{1} << ((bit >> 12U) & 63U);
        }
        word |= std::uint64_t{1} << (bit & 63U);
    }

    /// Called after an order left the level of a price, with `empty` telling whether it was the last one: then the level is
    /// unmarked, and the next best price found if it was the best. Written without a branch on `empty`, a coin flip.
    void leave(Side side, Ticks price, bool empty)
    {
        const unsigned s = static_cast<unsigned>(side);
        const std::uint32_t slot = slotOf(price);
        if (slot >= m_size || m_farLevels != 0) [[unlikely]]
            return empty ? vacateFar(side, price) : static_cast<void>(0);
        const std::uint32_t bit = mirrored(side, slot);
        std::uint64_t& word = m_bits0[s][bit >> 6U];
        const std::uint64_t left = word & ~(std::uint64_t{empty} << (bit & 63U));
        word = left;
        if (left == 0) [[unlikely]]
            clearUpper(s, bit);
        if (empty & (restingRank(side, price) == m_best[s])) {
            // No better price exists, so anything left in this word is the next best: the usual case near the touch.
            m_best[s] = left != 0 ? rankOfBit(side, (bit & ~63U) + static_cast<std::uint32_t>(std::countr_zero(left)))
                                  : nextRank(side, bit);
        }
    }

    /// The level of an occupied price, or nullptr.
    const Level* find(Ticks price) const;
    /// The best occupied rank after `rank` (which may be vacant), or kNoRank.
    Rank rankAfter(Side side, Rank rank) const;

    /// Called before an order is entered at a price outside the window: moves or widens the window when it pays.
    void welcomeFarPrice(Ticks price, std::uint32_t ordersInBook, WindowArena& arena);
    bool inWindow(Ticks price) const { return slotOf(price) < m_size; }
    /// Occupied levels outside the window.
    std::uint32_t farLevels() const { return m_farLevels; }

private:
    struct FarLevels;

    std::uint32_t slotOf(Ticks price) const
    {
        const std::uint32_t offset = static_cast<std::uint32_t>(price) - static_cast<std::uint32_t>(m_base);
        if (m_step == 1) [[likely]]
            return offset;
        // Exact division by an odd number is a multiplication by its inverse modulo 2^32, the factor of two a rotation; an
        // offset that is no multiple of the step comes out beyond every window and is looked up among the far prices.
        return std::rotr(offset * m_inverse, static_cast<int>(m_stepShift));
    }
    /// Bits count away from the best price on either side.
    std::uint32_t mirrored(Side side, std::uint32_t slot) const
    {
        return slot ^ ((static_cast<std::uint32_t>(side) - 1U) & (m_size - 1U));
    }
    Rank rankOfBit(Side side, std::uint32_t bit) const
    {
        return restingRank(side, static_cast<Ticks>(static_cast<std::uint32_t>(m_base) + mirrored(side, bit) * m_step));
    }
    void clearUpper(unsigned s, std::uint32_t bit);
    Rank nextRank(Side side, std::uint32_t bit) const;
    Level& farLevel(Ticks price);
    void vacateFar(Side side, Ticks price);
    Rank nextFarRank(Side side, Rank rank) const;
    void openWindow(std::uint32_t size, Ticks base, std::uint32_t step, WindowArena& arena);
    void moveWindow(Ticks price, std::uint32_t ordersInBook, WindowArena& arena);

    // What every command reads comes first: with the engine's own fields of a book it fills one cache line.
    Level* m_levels = nullptr;
    std::uint64_t* m_bits0[2] = {};
    Rank m_best[2] = {kNoRank, kNoRank};
    Ticks m_base = 0;
    std::uint32_t m_size = 0; // a power of two, or 0 before the first order
    std::uint32_t m_farLevels = 0;
    std::uint32_t m_step = 1; // ticks between neighbouring slots
    std::uint32_t m_inverse = 1;
    std::uint32_t m_stepShift = 0;
    std::uint32_t m_farVisits = 0;
    std::uint64_t* m_bits1[2] = {};
    std::uint64_t* m_bits2[2] = {};
    std::unique_ptr<FarLevels> m_far;
};

} // namespace rialto::matching
