// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int eveningStar(const Candles& c, double penetration)
{
    return c.longBody(2) && c.white(2) && c.body(1) <= c.meanBody(1) && c.gapUp(1, 2) && c.longBody(0) && c.black(0) && c[0].close < c[2].close - c.body(2) * penetration ? -100 : 0;
}
} // namespace

Indicator cdleveningstarIndicator()
{
    return candlePattern<eveningStar, 12>("cdleveningstar", "Evening star",
        "Long white, short body gapping up, black well into the first body.", {"EveningStar"}, 0.3);
}

} // namespace rialto::analytics
