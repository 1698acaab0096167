// SPDX-License-Identifier: GPL-3.0-or-later
// ValuePyramid: one value a bar for drawing, with the lowest and highest of blocks of 8, 64, 512, ... beside them, as BarPyramid
// keeps bars. NaN stands for "no value" and is passed over. Not thread-safe; it may be built on one thread and moved to another.
#pragma once

#include <cstddef>
#include <vector>

namespace rialto::charts {

struct ValueSpan {
    double low = 0, high = 0;
    bool any = false;
};

class ValuePyramid
{
public:
    void assign(std::vector<double> values);
    void append(double value);
    /// The pyramid must not be empty.
    void replaceLast(double value);

    std::size_t size() const { return m_values.size(); }
    double at(std::size_t index) const { return m_values[index]; }
    /// The values [from, to); to <= size().
    ValueSpan span(std::size_t from, std::size_t to) const;

private:
    static constexpr std::size_t fan = 8;
    ValueSpan blockOf(std::size_t level, std::size_t index) const;
    void refreshTail();

    std::vector<double> m_values;
    std::vector<std::vector<ValueSpan>> m_levels;
};

} // namespace rialto::charts
