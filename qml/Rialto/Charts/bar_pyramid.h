// SPDX-License-Identifier: GPL-3.0-or-later
// BarPyramid: bars for drawing, with the high, low, first, last and volume of every block of 8, 64, 512, ... bars beside them,
// so that any stretch of any series is summed up in a few dozen steps. Doubles, since nothing but pixels comes of them. Not
// thread-safe. Appending or changing the last bar touches one block a level; building is linear.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rialto::charts {

struct ChartBar {
    std::int64_t timeMs = 0; ///< start of the bar, milliseconds since 1970 in UTC
    double open = 0, high = 0, low = 0, close = 0, volume = 0;
};

struct BarSpan {
    double open = 0, high = 0, low = 0, close = 0, volume = 0, maxVolume = 0;
};

class BarPyramid
{
public:
    void assign(std::vector<ChartBar> bars);
    void append(const ChartBar& bar);
    /// The pyramid must not be empty.
    void replaceLast(const ChartBar& bar);
    void clear();

    std::size_t size() const { return m_bars.size(); }
    bool empty() const { return m_bars.empty(); }
    const ChartBar& at(std::size_t index) const { return m_bars[index]; }
    const std::vector<ChartBar>& bars() const { return m_bars; }
    /// The bars [from, to) as one; from < to <= size().
    BarSpan span(std::size_t from, std::size_t to) const;
    /// The first bar that starts at or after `timeMs`; size() when none does.
    std::size_t firstAtOrAfter(std::int64_t timeMs) const;

private:
    struct Block {
        double high, low, volume, maxVolume;
    };
    static constexpr std::size_t fan = 8;

    Block blockOf(std::size_t level, std::size_t index) const;
    void refreshTail();

    std::vector<ChartBar> m_bars;
    std::vector<std::vector<Block>> m_levels;
};

} // namespace rialto::charts
