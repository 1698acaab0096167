// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int kicking(const Candles& c, double)
{
    return c.opposite(1, 0) && c.longBody(1) && c.tinyUpper(1) && c.tinyLower(1) && c.longBody(0) && c.tinyUpper(0) && c.tinyLower(0)
            && (c.black(1) ? c.fullGapUp(0, 1) : c.fullGapDown(0, 1)) ? c.colour(0) : 0;
}
} // namespace

Indicator cdlkickingIndicator()
{
    return candlePattern<kicking, 11>("cdlkicking", "Kicking",
        "Two marubozu of other colour with a gap between the bars.", {"Kicking"});
}

} // namespace rialto::analytics
