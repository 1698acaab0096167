// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int threeOutside(const Candles& c, double)
{
    return c.opposite(1, 2)
            && (c.white(1) ? c[1].close > c[2].open && c[1].open < c[2].close && c[0].close > c[1].close : c[1].open > c[2].close && c[1].close < c[2].open && c[0].close < c[1].close) ? c.colour(1) : 0;
}
} // namespace

Indicator cdl3outsideIndicator()
{
    return candlePattern<threeOutside, 3>("cdl3outside", "Three outside up or down",
        "Engulfing, then a close further on.", {"ThreeOutside"});
}

} // namespace rialto::analytics
