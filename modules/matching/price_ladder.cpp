// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/price_ladder.h"

#include "base/check.h"

#include <algorithm>
#include <map>
#include <memory_resource>
#include <numeric>
#include <vector>

namespace rialto::matching {

namespace {
constexpr std::uint32_t kFirstWindow = 1024;          // 16 KiB of levels
constexpr std::uint32_t kOrdinaryWindow = 4096;       // what any book may take
constexpr std::uint32_t kLargestWindow = 1U << 23U;   // 128 MiB
constexpr std::uint32_t kWindowTicksPerOrder = 8;     // so that levels cost at most 128 bytes an order
/// Words of a bitmap level in which one bit stands for 2^(shift - 6) ticks.
constexpr std::size_t words(std::size_t ticks, unsigned shift)
{
    return std::max<std::size_t>(ticks >> shift, 1);
}
constexpr std::int64_t kLowestPrice = std::numeric_limits<Ticks>::min();
constexpr std::int64_t kHighestPrice = std::numeric_limits<Ticks>::max();
}

struct PriceLadder::FarLevels {
    std::pmr::unsynchronized_pool_resource memory; // reuses the nodes of levels that came and went
    std::pmr::map<Ticks, Level> byPrice{&memory};
};

PriceLadder::PriceLadder() = default;
PriceLadder::~PriceLadder() = default;
PriceLadder::PriceLadder(PriceLadder&&) noexcept = default;
PriceLadder& PriceLadder::operator=(PriceLadder&&) noexcept = default;

const Level* PriceLadder::find(Ticks price) const
{
    const std::uint32_t slot = slotOf(price);
    if (slot < m_size)
        return m_levels[slot].head != kNoOrder ? &m_levels[slot] : nullptr;
    if (m_farLevels == 0)
        return nullptr;
    const auto found = m_far->byPrice.find(price);
    return found != m_far->byPrice.end() && found->second.head != kNoOrder ? &found->second : nullptr;
}

Level& PriceLadder::farLevel(Ticks price)
{
    if (!m_far)
        m_far = std::make_unique<FarLevels>();
    Level& level = m_far->byPrice.try_emplace(price, Level{}).first->second;
    m_farLevels = static_cast<std::uint32_t>(m_far->byPrice.size());
    return level;
}

void PriceLadder::clearUpper(unsigned s, std::uint32_t bit)
{
    std::uint64_t& middle = m_bits1[s][bit >> 12U];
    middle &= ~(std::uint64_t{1} << ((bit >> 6U) & 63U));
    if (middle == 0)
        m_bits2[s][bit >> 18U] &= ~(std::uint64_t{1} << ((bit >> 12U) & 63U));
}

Rank PriceLadder::nextRank(Side side, std::uint32_t bit) const
{
    const unsigned s = static_cast<unsigned>(side);
    const auto firstAfter = [](std::uint64_t word, std::uint32_t position) {
        return position == 63 ? 0 : word & (~std::uint64_t{0} << (position + 1U));
    };
    const auto lowest = [](std::uint64_t word) { return static_cast<std::uint32_t>(std::countr_zero(word)); };

    std::uint32_t index = bit >> 6U;
    if (const std::uint64_t word = firstAfter(m_bits0[s][index], bit & 63U))
        return rankOfBit(side, index * 64 + lowest(word));
    std::uint32_t upper = index >> 6U;
    std::uint64_t word = firstAfter(m_bits1[s][upper], index & 63U);
    if (word == 0) {
        std::uint32_t top = upper >> 6U;
        std::uint64_t topWord = firstAfter(m_bits2[s][top], upper & 63U);
        const std::uint32_t tops = (m_size + (1U << 18U) - 1U) >> 18U;
        while (topWord == 0) {
            if (++top >= tops)
                return kNoRank;
            topWord = m_bits2[s][top];
        }
        upper = top * 64 + lowest(topWord);
        word = m_bits1[s][upper];
    }
    index = upper * 64 + lowest(word);
    return rankOfBit(side, index * 64 + lowest(m_bits0[s][index]));
}

Rank PriceLadder::nextFarRank(Side side, Rank rank) const
{
    if (m_farLevels == 0)
        return kNoRank;
    const Ticks price = restingRank(side, rank);
    const auto& far = m_far->byPrice;
    if (side == Side::Sell) {
        const auto above = far.upper_bound(price);
        return above == far.end() ? kNoRank : restingRank(side, above->first);
    }
    const auto below = far.lower_bound(price);
    return below == far.begin() ? kNoRank : restingRank(side, std::prev(below)->first);
}

Rank PriceLadder::rankAfter(Side side, Rank rank) const
{
    if (rank == kNoRank)
        return kNoRank;
    const Rank far = nextFarRank(side, rank);
    const std::uint32_t slot = slotOf(restingRank(side, rank));
    if (slot < m_size)
        return std::min(far, nextRank(side, mirrored(side, slot)));
    if (m_size == 0)
        return far;
    // Not one of the window's prices: before it, behind it, or between two of them.
    const std::int64_t behindEdge = std::int64_t{rank} - rankOfBit(side, 0);
    if (behindEdge < 0) {
        const Rank first = (m_bits0[static_cast<unsigned>(side)][0] & 1U) != 0 ? rankOfBit(side, 0) : nextRank(side, 0);
        return std::min(far, first);
    }
    const std::int64_t bit = behindEdge / m_step;
    return bit >= m_size ? far : std::min(far, nextRank(side, static_cast<std::uint32_t>(bit)));
}

void PriceLadder::vacateFar(Side side, Ticks price)
{
    const unsigned s = static_cast<unsigned>(side);
    const Rank rank = restingRank(side, price);
    const std::uint32_t slot = slotOf(price);
    if (slot < m_size) {
        const std::uint32_t bit = mirrored(side, slot);
        std::uint64_t& word = m_bits0[s][bit >> 6U];
        word &= ~(std::uint64_t{1} << (bit & 63U));
        if (word == 0)
            clearUpper(s, bit);
    } else {
        m_far->byPrice.erase(price);
        m_farLevels = static_cast<std::uint32_t>(m_far->byPrice.size());
    }
    if (rank == m_best[s])
        m_best[s] = rankAfter(side, rank);
}

void PriceLadder::openWindow(std::uint32_t size, Ticks base, std::uint32_t step, WindowArena& arena)
{
    const auto bytes = [](std::size_t ticks) {
        return ticks * sizeof(Level) + 2 * (words(ticks, 6) + words(ticks, 12) + words(ticks, 18)) * sizeof(std::uint64_t);
    };
    arena.giveBack(m_levels, bytes(m_size));
    m_levels = static_cast<Level*>(arena.take(bytes(size)));
    auto* next = static_cast<std::uint64_t*>(static_cast<void*>(m_levels + size));
    for (unsigned s = 0; s < 2; ++s) {
        m_bits0[s] = next;
        m_bits1[s] = m_bits0[s] + words(size, 6);
        m_bits2[s] = m_bits1[s] + words(size, 12);
        next = m_bits2[s] + words(size, 18);
    }
    m_size = size;
    m_base = base;
    m_step = step;
    m_stepShift = static_cast<std::uint32_t>(std::countr_zero(step));
    const std::uint32_t odd = step >> m_stepShift;
    m_inverse = odd; // right modulo 8; each round of Newton's iteration doubles the number of right bits
    for (int round = 0; round < 4; ++round)
        m_inverse *= 2 - odd * m_inverse;
}

void PriceLadder::welcomeFarPrice(Ticks price, std::uint32_t ordersInBook, WindowArena& arena)
{
    if (m_size == 0) {
        const std::int64_t base = std::clamp<std::int64_t>(std::int64_t{price} - kFirstWindow / 2, kLowestPrice,
                                                           kHighestPrice - kFirstWindow);
        return openWindow(kFirstWindow, static_cast<Ticks>(base), 1, arena);
    }
    // A move costs about as much as this many visits to the map: so the window follows the trade, not single outliers.
    if (++m_farVisits > std::max<std::uint32_t>(64, m_size / 64)) {
        m_farVisits = 0;
        moveWindow(price, ordersInBook, arena);
    }
}

void PriceLadder::moveWindow(Ticks price, std::uint32_t ordersInBook, WindowArena& arena)
{
    struct Occupied {
        Side side;
        Ticks price;
        Level level;
    };
    std::vector<Occupied> occupied;
    std::int64_t lowest = price;
    std::int64_t highest = price;
    for (const Side side : {Side::Buy, Side::Sell}) {
        for (Rank rank = bestRank(side); rank != kNoRank; rank = rankAfter(side, rank)) {
            const Ticks at = restingRank(side, rank);
            occupied.push_back({side, at, *find(at)});
            lowest = std::min<std::int64_t>(lowest, at);
            highest = std::max<std::int64_t>(highest, at);
        }
    }
    std::int64_t step = highest - price;
    for (const Occupied& entry : occupied)
        step = std::gcd(step, std::int64_t{entry.price} - price);
    if (step == 0 || step > kHighestPrice / kFirstWindow) // too few prices to tell
        step = 1;

    const std::int64_t slots = (highest - lowest) / step + 1;
    std::int64_t budget = std::clamp<std::int64_t>(std::int64_t{ordersInBook} * kWindowTicksPerOrder, kOrdinaryWindow,
                                                   kLargestWindow);
    budget = std::min(budget, (kHighestPrice + 1) / step);
    const auto largest = std::bit_floor(static_cast<std::uint32_t>(budget));
    const std::uint32_t size =
        slots > largest ? largest : std::max(std::bit_ceil(static_cast<std::uint32_t>(slots)), std::min(kFirstWindow, largest));
    std::int64_t middle = (lowest + highest) / 2;
    if (slots > size) {
        const std::int64_t buy = empty(Side::Buy) ? price : restingRank(Side::Buy, bestRank(Side::Buy));
        const std::int64_t sell = empty(Side::Sell) ? price : restingRank(Side::Sell, bestRank(Side::Sell));
        middle = (buy + sell) / 2;
    }
    // No valid price may be taken for one inside by wrapping around, so the window ends within the price range.
    const std::int64_t width = size * step;
    std::int64_t base = std::min(std::max(middle - width / 2, kLowestPrice + step), kHighestPrice - width);
    base -= ((base - price) % step + step) % step; // on the grid
    if (size <= m_size && step == m_step && std::abs(base - m_base) < width / 4)
        return;

    openWindow(size, static_cast<Ticks>(base), static_cast<std::uint32_t>(step), arena);
    m_far.reset();
    m_farLevels = 0;
    for (const Occupied& entry : occupied) {
        level(entry.price) = entry.level;
        occupy(entry.side, entry.price);
    }
}

} // namespace rialto::matching
