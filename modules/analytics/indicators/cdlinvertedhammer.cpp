// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int invertedHammer(const Candles& c, double)
{
    return c.shortBody(0) && c.longUpper(0) && c.tinyLower(0) && c.gapDown(0, 1) ? 100 : 0;
}
} // namespace

Indicator cdlinvertedhammerIndicator()
{
    return candlePattern<invertedHammer, 11>("cdlinvertedhammer", "Inverted hammer",
        "Small body with a long upper and very short lower shadow, gapping down.", {"InvertedHammer"});
}

} // namespace rialto::analytics
