// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int threeStarsInSouth(const Candles& c, double)
{
    return c.black(2) && c.black(1) && c.black(0) && c.longBody(2) && c.longLower(2) && c.body(1) < c.body(2) && c[1].open > c[2].close && c[1].open <= c[2].high
            && c[1].low < c[2].close && c[1].low >= c[2].low && c.lower(1) > c.tiny(1) && c.shortBody(0) && c.tinyLower(0) && c.tinyUpper(0) && c[0].low > c[1].low && c[0].high < c[1].high ? 100 : 0;
}
} // namespace

Indicator cdl3starsinsouthIndicator()
{
    return candlePattern<threeStarsInSouth, 12>("cdl3starsinsouth", "Three stars in the south",
        "Long black with a long lower shadow, a smaller one above its low, a small marubozu inside that.", {"ThreeStarsInSouth"});
}

} // namespace rialto::analytics
