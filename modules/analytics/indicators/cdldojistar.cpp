// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int dojiStar(const Candles& c, double)
{
    return c.longBody(1) && c.doji(0) && (c.white(1) ? c.gapUp(0, 1) : c.gapDown(0, 1)) ? -c.colour(1) : 0;
}
} // namespace

Indicator cdldojistarIndicator()
{
    return candlePattern<dojiStar, 11>("cdldojistar", "Doji star",
        "Long, then a doji gapping on.", {"DojiStar"});
}

} // namespace rialto::analytics
