// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int rickshawMan(const Candles& c, double)
{
    const double middle = c[0].low + c.range(0) / 2;
    return c.doji(0) && c.longLower(0) && c.longUpper(0) && c.bottom(0) <= middle + c.near(0) && c.top(0) >= middle - c.near(0) ? 100 : 0;
}
} // namespace

Indicator cdlrickshawmanIndicator()
{
    return candlePattern<rickshawMan, 10>("cdlrickshawman", "Rickshaw man",
        "Doji near the middle of two long shadows.", {"RickshawMan"});
}

} // namespace rialto::analytics
