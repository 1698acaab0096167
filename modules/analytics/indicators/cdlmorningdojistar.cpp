// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int morningDojiStar(const Candles& c, double penetration)
{
    return c.longBody(2) && c.black(2) && c.doji(1) && c.gapDown(1, 2) && c.longBody(0) && c.white(0) && c[0].close > c[2].close + c.body(2) * penetration ? 100 : 0;
}
} // namespace

Indicator cdlmorningdojistarIndicator()
{
    return candlePattern<morningDojiStar, 12>("cdlmorningdojistar", "Morning doji star",
        "Long black, doji gapping down, white well into the first body.", {"MorningDojiStar"}, 0.3);
}

} // namespace rialto::analytics
