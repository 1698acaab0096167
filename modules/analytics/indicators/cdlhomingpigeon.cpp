// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int homingPigeon(const Candles& c, double)
{
    return c.black(1) && c.black(0) && c.longBody(1) && c.body(0) <= c.meanBody(0) && c[0].open < c[1].open && c[0].close > c[1].close ? 100 : 0;
}
} // namespace

Indicator cdlhomingpigeonIndicator()
{
    return candlePattern<homingPigeon, 11>("cdlhomingpigeon", "Homing pigeon",
        "Long black, then a short black inside it.", {"HomingPigeon"});
}

} // namespace rialto::analytics
