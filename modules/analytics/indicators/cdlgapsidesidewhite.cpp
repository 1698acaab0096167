// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int gapSideBySideWhite(const Candles& c, double)
{
    const bool up = c.gapUp(1, 2) && c.gapUp(0, 2);
    return (up || (c.gapDown(1, 2) && c.gapDown(0, 2))) && c.white(1) && c.white(0) && c.body(0) >= c.body(1) - c.near(1) && c.body(0) <= c.body(1) + c.near(1)
            && c.equalTo(c[0].open, c[1].open, 1) ? (up ? 100 : -100) : 0;
}
} // namespace

Indicator cdlgapsidesidewhiteIndicator()
{
    return candlePattern<gapSideBySideWhite, 7>("cdlgapsidesidewhite", "Side-by-side white lines after a gap",
        "Two white candles of like size and open, both beyond a gap.", {"GapSideBySideWhite"});
}

} // namespace rialto::analytics
