// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/price_ladder.h"

#include "base/check.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory_resource>
#include <vector>

namespace rialto::matching {

namespace {
constexpr std::uint32_t kFirstWindow = 4096;          // 64 KiB of levels
constexpr std::uint32_t kLargestWindow = 1U << 23U;   // 128 MiB
constexpr std::uint32_t kWindowTicksPerOrder = 8;     // so that levels cost at most 128 bytes an order
constexpr std::int64_t kLowestPrice = std::numeric_limits<Ticks>::min();
constexpr std::int64_t kHighestPrice = std::numeric_limits<Ticks>::max();
}

struct PriceLadder::FarLevels {
    std::pmr::unsynchronized_pool_resource memory; // reuses the nodes of levels that came and went
    std::pmr::map<Ticks, Level> byPrice{&memory};
};

void PriceLadder::FreeMemory::operator()(void* memory) const
{
    std::free(memory);
}

PriceLadder::PriceLadder() = default;
PriceLadder::~PriceLadder() = default;
PriceLadder::PriceLadder(PriceLadder&&) noexcept = default;
PriceLadder& PriceLadder::operator=(PriceLadder&&) noexcept = default;

const Level* PriceLadder::find(Ticks price) const
{
    const std::uint32_t slot = slotOf(price);
    if (slot < m_size)
        return m_levels[slot].orders != 0 ? &m_levels[slot] : nullptr;
    if (m_farLevels == 0)
        return nullptr;
    const auto found = m_far->byPrice.find(price);
    return found != m_far->byPrice.end() && found->second.orders != 0 ? &found->second : nullptr;
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
    // Outside the window: its best level counts only if `rank` lies on the better side of it.
    const Rank edge = rankOfBit(side, 0);
    if (edge < rank)
        return far;
    return std::min(far, (m_bits0[static_cast<unsigned>(side)][0] & 1U) != 0 ? edge : nextRank(side, 0));
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

void PriceLadder::openWindow(std::uint32_t size, Ticks base)
{
    const std::size_t words0 = std::max<std::size_t>(size >> 6U, 1);
    const std::size_t words1 = std::max<std::size_t>(size >> 12U, 1);
    const std::size_t words2 = std::max<std::size_t>(size >> 18U, 1);
    const std::size_t levelBytes = size * sizeof(Level);
    const std::size_t bitmapBytes = 2 * (words0 + words1 + words2) * sizeof(std::uint64_t);
    m_memory.reset(std::calloc(1, levelBytes + bitmapBytes));
    RIALTO_CHECK(m_memory != nullptr, "no memory for the price levels of a book");
    m_levels = static_cast<Level*>(m_memory.get());
    auto* words = static_cast<std::uint64_t*>(static_cast<void*>(m_levels + size));
    for (unsigned s = 0; s < 2; ++s) {
        m_bits0[s] = words;
        m_bits1[s] = words + words0;
        m_bits2[s] = words + words0 + words1;
        words += words0 + words1 + words2;
    }
    m_size = size;
    m_base = base;
}

void PriceLadder::welcomeFarPrice(Ticks price, std::uint32_t ordersInBook)
{
    if (m_size == 0) {
        const std::int64_t base = std::clamp<std::int64_t>(std::int64_t{price} - kFirstWindow / 2, kLowestPrice,
                                                           kHighestPrice - kFirstWindow);
        return openWindow(kFirstWindow, static_cast<Ticks>(base));
    }
    // A move costs about as much as this many visits to the map: so the window follows the trade, not single outliers.
    if (++m_farVisits > std::max<std::uint32_t>(64, m_size / 64)) {
        m_farVisits = 0;
        moveWindow(price, ordersInBook);
    }
}

void PriceLadder::moveWindow(Ticks price, std::uint32_t ordersInBook)
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
    const std::int64_t span = highest - lowest + 1;
    const std::int64_t budget = std::clamp<std::int64_t>(std::int64_t{ordersInBook} * kWindowTicksPerOrder, kFirstWindow,
                                                         kLargestWindow);
    const auto largest = std::bit_floor(static_cast<std::uint32_t>(budget));
    const auto size = std::max(kFirstWindow, span > largest ? largest : std::bit_ceil(static_cast<std::uint32_t>(span)));
    std::int64_t base = lowest - (size - span) / 2;
    if (span > size) {
        const std::int64_t buy = empty(Side::Buy) ? price : restingRank(Side::Buy, bestRank(Side::Buy));
        const std::int64_t sell = empty(Side::Sell) ? price : restingRank(Side::Sell, bestRank(Side::Sell));
        base = (buy + sell) / 2 - size / 2;
    }
    base = std::clamp<std::int64_t>(base, kLowestPrice, kHighestPrice - size);
    if (size <= m_size && std::abs(base - m_base) < size / 4)
        return;

    openWindow(size, static_cast<Ticks>(base));
    m_far.reset();
    m_farLevels = 0;
    for (const Occupied& entry : occupied) {
        level(entry.price) = entry.level;
        occupy(entry.side, entry.price);
    }
}

} // namespace rialto::matching
