// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int uniqueThreeRiver(const Candles& c, double)
{
    return c.longBody(2) && c.black(2) && c.black(1) && c[1].close > c[2].close && c[1].open <= c[2].open && c[1].low < c[2].low && c.shortBody(0) && c.white(0) && c[0].open > c[1].low ? 100 : 0;
}
} // namespace

Indicator cdlunique3riverIndicator()
{
    return candlePattern<uniqueThreeRiver, 12>("cdlunique3river", "Unique three river",
        "Long black, a black in its body with a lower low, a short white above that low.", {"UniqueThreeRiver"});
}

} // namespace rialto::analytics
