// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int threeInside(const Candles& c, double)
{
    return c.longBody(2) && c.body(1) <= c.meanBody(1) && c.top(1) < c.top(2) && c.bottom(1) > c.bottom(2)
            && (c.white(2) ? c.black(0) && c[0].close < c[2].open : c.white(0) && c[0].close > c[2].open) ? -c.colour(2) : 0;
}
} // namespace

Indicator cdl3insideIndicator()
{
    return candlePattern<threeInside, 12>("cdl3inside", "Three inside up or down",
        "Long, short inside its body, then one of other colour that closes beyond the first open.", {"ThreeInside"});
}

} // namespace rialto::analytics
