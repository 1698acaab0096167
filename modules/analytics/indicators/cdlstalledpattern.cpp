// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int stalledPattern(const Candles& c, double)
{
    return c.white(2) && c.white(1) && c.white(0) && c[0].close > c[1].close && c[1].close > c[2].close && c.longBody(2) && c.longBody(1) && c.tinyUpper(1)
            && c[1].open > c[2].open && c[1].open <= c[2].close + c.near(2) && c.shortBody(0) && c[0].open >= c[1].close - c.body(0) - c.near(1) ? -100 : 0;
}
} // namespace

Indicator cdlstalledpatternIndicator()
{
    return candlePattern<stalledPattern, 12>("cdlstalledpattern", "Stalled pattern",
        "Two long white ones, then a small white on their shoulder.", {"StalledPattern"});
}

} // namespace rialto::analytics
