// SPDX-License-Identifier: GPL-3.0-or-later
#include "value_pyramid.h"

#include <algorithm>
#include <cmath>

namespace rialto::charts {
namespace {

void take(ValueSpan& into, double low, double high)
{
    into.low = into.any ? std::min(into.low, low) : low;
    into.high = into.any ? std::max(into.high, high) : high;
    into.any = true;
}

} // namespace

void ValuePyramid::assign(std::vector<double> values)
{
    m_values = std::move(values);
    m_levels.clear();
    std::size_t below = m_values.size();
    for (std::size_t level = 0; below > fan; ++level) {
        const std::size_t count = (below + fan - 1) / fan;
        m_levels.emplace_back();
        m_levels.back().reserve(count + count / 4);
        for (std::size_t i = 0; i < count; ++i)
            m_levels.back().push_back(blockOf(level, i));
        below = count;
    }
}

void ValuePyramid::append(double value)
{
    m_values.push_back(value);
    refreshTail();
}

void ValuePyramid::replaceLast(double value)
{
    m_values.back() = value;
    refreshTail();
}

ValueSpan ValuePyramid::blockOf(std::size_t level, std::size_t index) const
{
    ValueSpan block;
    const std::size_t from = index * fan;
    const std::size_t count = level == 0 ? m_values.size() : m_levels[level - 1].size();
    for (std::size_t i = from; i < std::min(from + fan, count); ++i) {
        if (level > 0) {
            const ValueSpan& below = m_levels[level - 1][i];
            if (below.any)
                take(block, below.low, below.high);
        } else if (std::isfinite(m_values[i])) {
            take(block, m_values[i], m_values[i]);
        }
    }
    return block;
}

void ValuePyramid::refreshTail()
{
    std::size_t below = m_values.size();
    for (std::size_t level = 0; below > fan; ++level) {
        const std::size_t count = (below + fan - 1) / fan;
        if (level == m_levels.size())
            m_levels.emplace_back();
        std::vector<ValueSpan>& blocks = m_levels[level];
        // A new level starts with blocks that were complete before it was needed.
        while (blocks.size() < count)
            blocks.push_back(blockOf(level, blocks.size()));
        blocks[count - 1] = blockOf(level, count - 1);
        below = count;
    }
}

ValueSpan ValuePyramid::span(std::size_t from, std::size_t to) const
{
    ValueSpan result;
    const auto takeUnits = [&](std::size_t level, std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            if (level > 0) {
                const ValueSpan& block = m_levels[level - 1][i];
                if (block.any)
                    take(result, block.low, block.high);
            } else if (std::isfinite(m_values[i])) {
                take(result, m_values[i], m_values[i]);
            }
        }
    };
    for (std::size_t level = 0;; ++level) {
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
    }
}

} // namespace rialto::charts
