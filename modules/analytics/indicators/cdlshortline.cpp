// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int shortLineCandle(const Candles& c, double)
{
    return c.shortBody(0) && c.upper(0) < c.shortShadow(0) && c.lower(0) < c.shortShadow(0) ? c.colour(0) : 0;
}
} // namespace

Indicator cdlshortlineIndicator()
{
    return candlePattern<shortLineCandle, 10>("cdlshortline", "Short line candle",
        "Short body, short shadows.", {"ShortLineCandle"});
}

} // namespace rialto::analytics
