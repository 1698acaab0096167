// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int upsideGapTwoCrows(const Candles& c, double)
{
    return c.white(2) && c.longBody(2) && c.black(1) && c.body(1) <= c.meanBody(1) && c.gapUp(1, 2) && c.black(0) && c[0].open > c[1].open && c[0].close < c[1].close && c[0].close > c[2].close ? -100 : 0;
}
} // namespace

Indicator cdlupsidegap2crowsIndicator()
{
    return candlePattern<upsideGapTwoCrows, 12>("cdlupsidegap2crows", "Upside gap two crows",
        "Long white, a short black gapping up, a black that engulfs it above the first close.", {"UpsideGapTwoCrows"});
}

} // namespace rialto::analytics
