// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int abandonedBaby(const Candles& c, double penetration)
{
    return c.longBody(2) && c.doji(1) && c.longBody(0) && c.opposite(2, 0)
            && (c.white(2) ? c[0].close < c[2].close - c.body(2) * penetration && c.fullGapUp(1, 2) && c.fullGapDown(0, 1)
                           : c[0].close > c[2].close + c.body(2) * penetration && c.fullGapDown(1, 2) && c.fullGapUp(0, 1)) ? c.colour(0) : 0;
}
} // namespace

Indicator cdlabandonedbabyIndicator()
{
    return candlePattern<abandonedBaby, 12>("cdlabandonedbaby", "Abandoned baby",
        "Long, a doji with whole-bar gaps on both sides, then a long one of other colour into the first body.", {"AbandonedBaby"}, 0.3);
}

} // namespace rialto::analytics
