// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int breakaway(const Candles& c, double)
{
    return c.longBody(4) && c.white(4) == c.white(3) && c.white(3) == c.white(1) && c.opposite(1, 0)
            && (c.black(4) ? c.gapDown(3, 4) && c[2].high < c[3].high && c[2].low < c[3].low && c[1].high < c[2].high && c[1].low < c[2].low && c[0].close > c[3].open && c[0].close < c[4].close
                           : c.gapUp(3, 4) && c[2].high > c[3].high && c[2].low > c[3].low && c[1].high > c[2].high && c[1].low > c[2].low && c[0].close < c[3].open && c[0].close > c[4].close) ? c.colour(0) : 0;
}
} // namespace

Indicator cdlbreakawayIndicator()
{
    return candlePattern<breakaway, 14>("cdlbreakaway", "Breakaway",
        "Long, a gap, two further on, then one of other colour that closes in the gap.", {"Breakaway"});
}

} // namespace rialto::analytics
