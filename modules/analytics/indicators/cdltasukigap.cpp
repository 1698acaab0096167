// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int tasukiGap(const Candles& c, double)
{
    return c.opposite(1, 0) && std::fabs(c.body(1) - c.body(0)) < c.near(1)
            && (c.white(1) ? c.gapUp(1, 2) && c[0].open < c[1].close && c[0].open > c[1].open && c[0].close < c[1].open && c[0].close > c.top(2)
                           : c.gapDown(1, 2) && c[0].open < c[1].open && c[0].open > c[1].close && c[0].close > c[1].open && c[0].close < c.bottom(2)) ? c.colour(1) : 0;
}
} // namespace

Indicator cdltasukigapIndicator()
{
    return candlePattern<tasukiGap, 7>("cdltasukigap", "Tasuki gap",
        "A gap, then one of other colour and like size that opens in the body before and closes in the gap.", {"TasukiGap"});
}

} // namespace rialto::analytics
