// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int shootingStar(const Candles& c, double)
{
    return c.shortBody(0) && c.longUpper(0) && c.tinyLower(0) && c.gapUp(0, 1) ? -100 : 0;
}
} // namespace

Indicator cdlshootingstarIndicator()
{
    return candlePattern<shootingStar, 11>("cdlshootingstar", "Shooting star",
        "Small body with a long upper and very short lower shadow, gapping up.", {"ShootingStar"});
}

} // namespace rialto::analytics
