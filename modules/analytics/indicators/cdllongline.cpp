// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int longLineCandle(const Candles& c, double)
{
    return c.longBody(0) && c.upper(0) < c.shortShadow(0) && c.lower(0) < c.shortShadow(0) ? c.colour(0) : 0;
}
} // namespace

Indicator cdllonglineIndicator()
{
    return candlePattern<longLineCandle, 10>("cdllongline", "Long line candle",
        "Long body, short shadows.", {"LongLineCandle"});
}

} // namespace rialto::analytics
