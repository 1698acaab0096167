// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int hangingMan(const Candles& c, double)
{
    return c.shortBody(0) && c.longLower(0) && c.tinyUpper(0) && c.bottom(0) >= c[1].high - c.near(1) ? -100 : 0;
}
} // namespace

Indicator cdlhangingmanIndicator()
{
    return candlePattern<hangingMan, 11>("cdlhangingman", "Hanging man",
        "Small body, long lower and very short upper shadow, near the high before.", {"HangingMan"});
}

} // namespace rialto::analytics
