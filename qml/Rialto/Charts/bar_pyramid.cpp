// SPDX-License-Identifier: GPL-3.0-or-later
#include "bar_pyramid.h"

#include <algorithm>
#include <limits>

namespace rialto::charts {

void BarPyramid::assign(std::vector<ChartBar> bars)
{
    m_bars = std::move(bars);
    m_levels.clear();
    std::size_t below = m_bars.size();
    for (std::size_t level = 0; below > fan; ++level) {
        const std::size_t count = (below + fan - 1) / fan;
        m_levels.emplace_back();
        m_levels.back().reserve(count + count / 4);
        for (std::size_t i = 0; i < count; ++i)
            m_levels.back().push_back(blockOf(level, i));
        below = count;
    }
}

void BarPyramid::append(const ChartBar& bar)
{
    m_bars.push_back(bar);
    refreshTail();
}

void BarPyramid::replaceLast(const ChartBar& bar)
{
    m_bars.back() = bar;
    refreshTail();
}

void BarPyramid::clear()
{
    m_bars.clear();
    m_levels.clear();
}

BarPyramid::Block BarPyramid::blockOf(std::size_t level, std::size_t index) const
{
    Block block{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(), 0.0, 0.0};
    const std::size_t from = index * fan;
    if (level == 0) {
        const std::size_t to = std::min(from + fan, m_bars.size());
        for (std::size_t i = from; i < to; ++i) {
            block.high = std::max(block.high, m_bars[i].high);
            block.low = std::min(block.low, m_bars[i].low);
            block.volume += m_bars[i].volume;
            block.maxVolume = std::max(block.maxVolume, m_bars[i].volume);
        }
        return block;
    }
    const std::vector<Block>& below = m_levels[level - 1];
    const std::size_t to = std::min(from + fan, below.size());
    for (std::size_t i = from; i < to; ++i) {
        block.high = std::max(block.high, below[i].high);
        block.low = std::min(block.low, below[i].low);
        block.volume += below[i].volume;
        block.maxVolume = std::max(block.maxVolume, below[i].maxVolume);
    }
    return block;
}

void BarPyramid::refreshTail()
{
    std::size_t below = m_bars.size();
    for (std::size_t level = 0; below > fan; ++level) {
        const std::size_t count = (below + fan - 1) / fan;
        if (level == m_levels.size())
            m_levels.emplace_back();
        std::vector<Block>& blocks = m_levels[level];
        // A new level starts with blocks that were complete before it was needed.
        while (blocks.size() + 1 < count)
            blocks.push_back(blockOf(level, blocks.size()));
        if (blocks.size() < count)
            blocks.push_back(blockOf(level, count - 1));
        else
            blocks[count - 1] = blockOf(level, count - 1);
        below = count;
    }
}

BarSpan BarPyramid::span(std::size_t from, std::size_t to) const
{
    BarSpan result{m_bars[from].open, -std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(), m_bars[to - 1].close, 0.0, 0.0};
    const auto take = [&result](double high, double low, double volume, double maxVolume) {
        result.high = std::max(result.high, high);
        result.low = std::min(result.low, low);
        result.volume += volume;
        result.maxVolume = std::max(result.maxVolume, maxVolume);
    };
    const auto takeUnits = [&](std::size_t level, std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            if (level == 0)
                take(m_bars[i].high, m_bars[i].low, m_bars[i].volume, m_bars[i].volume);
            else
                take(m_levels[level - 1][i].high, m_levels[level - 1][i].low, m_levels[level - 1][i].volume, m_levels[level - 1][i].maxVolume);
        }
    };
    std::size_t level = 0;
    while (true) {
        const std::size_t firstWhole = (from + fan - 1) / fan;
        const std::size_t lastWhole = to / fan;
        if (level == m_levels.size() || firstWhole >= lastWhole) {
            takeUnits(level, from, to);
            return result;
        }
        takeUnits(level, from, firstWhole * fan);
        takeUnits(level, lastWhole * fan, to);
        from = firstWhole;
        to = lastWhole;
        ++level;
    }
}

std::size_t BarPyramid::firstAtOrAfter(std::int64_t timeMs) const
{
    const auto found = std::lower_bound(m_bars.begin(), m_bars.end(), timeMs, [](const ChartBar& bar, std::int64_t time) { return bar.timeMs < time; });
    return std::size_t(found - m_bars.begin());
}

} // namespace rialto::charts
