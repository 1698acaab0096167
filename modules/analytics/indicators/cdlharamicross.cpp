// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int haramiCross(const Candles& c, double)
{
    return c.longBody(1) && c.doji(0) && c.top(0) < c.top(1) && c.bottom(0) > c.bottom(1) ? -c.colour(1) : 0;
}
} // namespace

Indicator cdlharamicrossIndicator()
{
    return candlePattern<haramiCross, 11>("cdlharamicross", "Harami cross",
        "Long, then a doji inside it.", {"HaramiCross"});
}

} // namespace rialto::analytics
