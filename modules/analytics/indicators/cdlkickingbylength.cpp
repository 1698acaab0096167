// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int kickingByLength(const Candles& c, double)
{
    return c.opposite(1, 0) && c.longBody(1) && c.tinyUpper(1) && c.tinyLower(1) && c.longBody(0) && c.tinyUpper(0) && c.tinyLower(0)
            && (c.black(1) ? c.fullGapUp(0, 1) : c.fullGapDown(0, 1)) ? c.colour(c.body(0) > c.body(1) ? 0 : 1) : 0;
}
} // namespace

Indicator cdlkickingbylengthIndicator()
{
    return candlePattern<kickingByLength, 11>("cdlkickingbylength", "Kicking by length",
        "Kicking whose sign is that of the longer marubozu.", {"KickingByLength"});
}

} // namespace rialto::analytics
