// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int closingMarubozu(const Candles& c, double)
{
    return c.longBody(0) && (c.white(0) ? c.tinyUpper(0) : c.tinyLower(0)) ? c.colour(0) : 0;
}
} // namespace

Indicator cdlclosingmarubozuIndicator()
{
    return candlePattern<closingMarubozu, 10>("cdlclosingmarubozu", "Closing marubozu",
        "Long, with a very short shadow at its close.", {"ClosingMarubozu"});
}

} // namespace rialto::analytics
