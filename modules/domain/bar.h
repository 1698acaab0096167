// SPDX-License-Identifier: GPL-3.0-or-later
// Bar: open, high, low, close and volume of one interval. `start` is the interval's first instant; a daily bar's is midnight
// UTC of its trading day (a label, not an instant of trading).
#pragma once

#include "base/clock.h"
#include "domain/price.h"
#include "domain/quantity.h"

#include <string_view>

namespace rialto {

enum class BarInterval { Minute = 60, Hour = 3600, Day = 86400 };
inline std::string_view name(BarInterval interval)
{
    return interval == BarInterval::Minute ? "1m" : interval == BarInterval::Hour ? "1h" : "1d";
}

struct Bar {
    Timestamp start;
    Price open;
    Price high;
    Price low;
    Price close;
    Quantity volume;
    friend bool operator==(const Bar&, const Bar&) = default;
};

} // namespace rialto
