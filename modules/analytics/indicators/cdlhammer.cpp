// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int hammer(const Candles& c, double)
{
    return c.shortBody(0) && c.longLower(0) && c.tinyUpper(0) && c.bottom(0) <= c[1].low + c.near(1) ? 100 : 0;
}
} // namespace

Indicator cdlhammerIndicator()
{
    return candlePattern<hammer, 11>("cdlhammer", "Hammer",
        "Small body, long lower and very short upper shadow, near the low before.", {"Hammer"});
}

} // namespace rialto::analytics
