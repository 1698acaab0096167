// SPDX-License-Identifier: GPL-3.0-or-later
// What indicators read: one bar (Tick) or the columns of many (Series). Prices and volumes are doubles here: ratios and
// statistics, never money. `value` is the chosen source (close unless said otherwise), `second` the other series of
// two-series functions (beta, correlation). Time is milliseconds since 1970 UTC, 0 when unknown. Columns that an indicator
// does not name in its inputs may be empty; those that it names are of equal length and finite. Pure; any thread.
#pragma once

#include <cstdint>
#include <limits>
#include <span>

namespace rialto::analytics {

inline constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

struct Tick {
    double open = 0, high = 0, low = 0, close = 0, volume = 0, value = 0, second = 0;
    std::int64_t time = 0;
};

struct Series {
    std::span<const double> open, high, low, close, volume, value, second;
    std::span<const std::int64_t> time;
    std::size_t size = 0;

    Tick tick(std::size_t i) const
    {
        const auto at = [i](std::span<const double> column) { return i < column.size() ? column[i] : 0.0; };
        return {at(open), at(high), at(low), at(close), at(volume), at(value), at(second), i < time.size() ? time[i] : 0};
    }
};

} // namespace rialto::analytics
