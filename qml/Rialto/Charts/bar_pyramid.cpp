// SPDX-License-Identifier: GPL-3.0-or-later
#include "bar_pyramid.h"

#include <algorithm>
#include <limits>

namespace rialto::charts {

void BarPyramid::assign(std::vector<ChartBar> bars)
{
    m_levels.clear();
    m_tail.clear();
    if (!bars.empty())
        m_tail.push_back(bars.back());
    m_historySize = bars.empty() ? 0 : bars.size() - 1;
    m_history = std::make_shared<const std::vector<ChartBar>>(std::move(bars));
    std::size_t below = size();
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
    m_tail.push_back(bar);
    refreshTail();
}

void BarPyramid::replaceLast(const ChartBar& bar)
{
    m_tail.back() = bar;
    refreshTail();
}

void BarPyramid::clear()
{
    assign({});
}

BarPyramid::Block BarPyramid::blockOf(std::size_t level, std::size_t index) const
{
    Block block{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(), 0.0, 0.0};
    const std::size_t from = index * fan;
    if (level == 0) {
        const std::size_t to = std::min(from + fan, size());
        for (std::size_t i = from; i < to; ++i) {
            const ChartBar& bar = at(i);
            block.high = std::max(block.high, bar.high);
            block.low = std::min(block.low, bar.low);
            block.volume += bar.volume;
            block.maxVolume = std::max(block.maxVolume, bar.volume);
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
    std::size_t below = size();
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
    BarSpan result{at(from).open, -std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(), at(to - 1).close, 0.0, 0.0};
    const auto take = [&result](double high, double low, double volume, double maxVolume) {
        result.high = std::max(result.high, high);
        result.low = std::min(result.low, low);
        result.volume += volume;
        result.maxVolume = std::max(result.maxVolume, maxVolume);
    };
    const auto takeUnits = [&](std::size_t level, std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            if (level == 0) {
                const ChartBar& bar = at(i);
                take(bar.high, bar.low, bar.volume, bar.volume);
            } else {
                take(m_levels[level - 1][i].high, m_levels[level - 1][i].low, m_levels[level - 1][i].volume, m_levels[level - 1][i].maxVolume);
            }
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
    std::size_t low = 0;
    std::size_t high = size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (at(middle).timeMs < timeMs)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace rialto::charts
