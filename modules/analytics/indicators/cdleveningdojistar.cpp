// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int eveningDojiStar(const Candles& c, double penetration)
{
    return c.longBody(2) && c.white(2) && c.doji(1) && c.gapUp(1, 2) && c.longBody(0) && c.black(0) && c[0].close < c[2].close - c.body(2) * penetration ? -100 : 0;
}
} // namespace

Indicator cdleveningdojistarIndicator()
{
    return candlePattern<eveningDojiStar, 12>("cdleveningdojistar", "Evening doji star",
        "Long white, doji gapping up, black well into the first body.", {"EveningDojiStar"}, 0.3);
}

} // namespace rialto::analytics
