// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int upDownGapThreeMethods(const Candles& c, double)
{
    return c.white(2) == c.white(1) && c.opposite(1, 0) && c[0].open < c.top(1) && c[0].open > c.bottom(1) && c[0].close < c.top(2) && c[0].close > c.bottom(2)
            && (c.white(2) ? c.gapUp(1, 2) : c.gapDown(1, 2)) ? c.colour(2) : 0;
}
} // namespace

Indicator cdlxsidegap3methodsIndicator()
{
    return candlePattern<upDownGapThreeMethods, 2>("cdlxsidegap3methods", "Upside or downside gap three methods",
        "Two of one colour with a gap, then one of other colour that closes it.", {"UpDownGapThreeMethods"});
}

} // namespace rialto::analytics
