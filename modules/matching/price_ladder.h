// SPDX-License-Identifier: GPL-3.0-or-later
// PriceLadder: the price levels of one book. A window of consecutive ticks is a flat array shared by both sides, with an
// occupancy bitmap of three levels a side; prices outside the window live in a sorted map. Internal to the matching module.
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

/// One price: its orders form a circle, oldest first, so that appending and removing need no special case for the ends.
struct Level {
    OrderIndex head;
    std::uint32_t orders;
    std::uint64_t quantity;
};
static_assert(sizeof(Level) == 16);

class PriceLadder {
public:
    PriceLadder();
    ~PriceLadder();
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

    /// Marks a level that has just received its first order.
    void occupy(Side side, Ticks price)
    {
        const unsigned s = static_cast<unsigned>(side);
        const Rank rank = restingRank(side, price);
        m_best[s] = rank < m_best[s] ? rank : m_best[s];
        const std::uint32_t slot = slotOf(price);
        if (slot >= m_size) [[unlikely]]
            return;
        const std::uint32_t bit = mirrored(side, slot);
        m_bits0[s][bit >> 6U] |= std::uint64_t{1} << (bit & 63U);
        m_bits1[s][bit >> 12U] |= std::uint64_t{1} << ((bit >> 6U) & 63U);
        m_bits2[s][bit >> 18U] |= std::uint64_t{1} << ((bit >> 12U) & 63U);
    }

    /// Unmarks a level that has just lost its last order and finds the next best price when it was the best.
    void vacate(Side side, Ticks price)
    {
        const unsigned s = static_cast<unsigned>(side);
        const std::uint32_t slot = slotOf(price);
        if (slot >= m_size || m_farLevels != 0) [[unlikely]]
            return vacateFar(side, price);
        const std::uint32_t bit = mirrored(side, slot);
        const std::uint64_t word = m_bits0[s][bit >> 6U] &= ~(std::uint64_t{1} << (bit & 63U));
        if (restingRank(side, price) == m_best[s]) {
            // No better price exists, so anything left in this word is the next best: the usual case near the touch.
            if (word != 0) [[likely]] {
                const std::uint32_t found = (bit & ~63U) + static_cast<std::uint32_t>(std::countr_zero(word));
                m_best[s] = rankOfBit(side, found);
                return;
            }
            clearUpper(s, bit);
            m_best[s] = nextRank(side, bit);
        } else if (word == 0) {
            clearUpper(s, bit);
        }
    }

    /// The level of an occupied price, or nullptr.
    const Level* find(Ticks price) const;
    /// The best occupied rank after `rank` (which may be vacant), or kNoRank.
    Rank rankAfter(Side side, Rank rank) const;

    /// Called before an order is entered at a price outside the window: moves or widens the window when it pays.
    void welcomeFarPrice(Ticks price, std::uint32_t ordersInBook);
    bool inWindow(Ticks price) const { return slotOf(price) < m_size; }
    /// Occupied levels outside the window.
    std::uint32_t farLevels() const { return m_farLevels; }

private:
    struct FarLevels;
    struct FreeMemory {
        void operator()(void* memory) const;
    };

    std::uint32_t slotOf(Ticks price) const
    {
        return static_cast<std::uint32_t>(price) - static_cast<std::uint32_t>(m_base);
    }
    /// Bits count away from the best price on either side.
    std::uint32_t mirrored(Side side, std::uint32_t slot) const
    {
        return slot ^ ((static_cast<std::uint32_t>(side) - 1U) & (m_size - 1U));
    }
    Rank rankOfBit(Side side, std::uint32_t bit) const
    {
        return restingRank(side, static_cast<Ticks>(static_cast<std::uint32_t>(m_base) + mirrored(side, bit)));
    }
    void clearUpper(unsigned s, std::uint32_t bit);
    Rank nextRank(Side side, std::uint32_t bit) const;
    Level& farLevel(Ticks price);
    void vacateFar(Side side, Ticks price);
    Rank nextFarRank(Side side, Rank rank) const;
    void openWindow(std::uint32_t size, Ticks base);
    void moveWindow(Ticks price, std::uint32_t ordersInBook);

    Level* m_levels = nullptr;
    std::uint64_t* m_bits0[2] = {};
    std::uint64_t* m_bits1[2] = {};
    std::uint64_t* m_bits2[2] = {};
    Rank m_best[2] = {kNoRank, kNoRank};
    Ticks m_base = 0;
    std::uint32_t m_size = 0; // a power of two, or 0 before the first order
    std::uint32_t m_farLevels = 0;
    std::uint32_t m_farVisits = 0;
    std::unique_ptr<FarLevels> m_far;
    std::unique_ptr<void, FreeMemory> m_memory; // levels and bitmaps, zeroed lazily by the system
};

} // namespace rialto::matching
