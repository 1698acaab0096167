// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int twoCrows(const Candles& c, double)
{
    return c.white(2) && c.longBody(2) && c.black(1) && c.gapUp(1, 2) && c.black(0) && c[0].open < c[1].open && c[0].open > c[1].close && c[0].close > c[2].open
            && c[0].close < c[2].close ? -100 : 0;
}
} // namespace

Indicator cdl2crowsIndicator()
{
    return candlePattern<twoCrows, 12>("cdl2crows", "Two crows",
        "Long white, black gapping up, black that opens in the second body and closes in the first.", {"TwoCrows"});
}

} // namespace rialto::analytics
