// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int takuri(const Candles& c, double)
{
    return c.doji(0) && c.tinyUpper(0) && c.veryLongLower(0) ? 100 : 0;
}
} // namespace

Indicator cdltakuriIndicator()
{
    return candlePattern<takuri, 10>("cdltakuri", "Takuri line",
        "Dragonfly doji with a very long lower shadow.", {"Takuri"});
}

} // namespace rialto::analytics
