// SPDX-License-Identifier: GPL-3.0-or-later
// BarPyramid: bars for drawing, with the high, low, first, last and volume of every block of 8, 64, 512, ... bars beside them,
// so that any stretch of any series is summed up in a few dozen steps. Doubles, since nothing but pixels comes of them. Not
// thread-safe, but for `history`: the bars as they were assigned, without the last one, are never changed and may be read on
// another thread while new bars arrive here. Appending or changing the last bar touches one block a level; building is linear.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace rialto::charts {

struct ChartBar {
    std::int64_t timeMs = 0; ///< start of the bar, milliseconds since 1970 in UTC
    double open = 0, high = 0, low = 0, close = 0, volume = 0;
};

using BarHistory = std::shared_ptr<const std::vector<ChartBar>>;

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

    std::size_t size() const { return m_historySize + m_tail.size(); }
    bool empty() const { return m_tail.empty(); }
    const ChartBar& at(std::size_t index) const { return index < m_historySize ? (*m_history)[index] : m_tail[index - m_historySize]; }
    /// The pyramid must not be empty.
    const ChartBar& back() const { return m_tail.back(); }
    /// Bars that no longer change; the first `historySize()` of the vector count. Never null.
    BarHistory history() const { return m_history; }
    std::size_t historySize() const { return m_historySize; }
    /// What came after the history, the last bar with it.
    const std::vector<ChartBar>& tail() const { return m_tail; }
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

    BarHistory m_history = std::make_shared<const std::vector<ChartBar>>();
    std::size_t m_historySize = 0;
    std::vector<ChartBar> m_tail;
    std::vector<std::vector<Block>> m_levels;
};

} // namespace rialto::charts
