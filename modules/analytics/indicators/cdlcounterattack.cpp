// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int counterattack(const Candles& c, double)
{
    return c.opposite(1, 0) && c.longBody(1) && c.longBody(0) && c.equalTo(c[0].close, c[1].close, 1) ? c.colour(0) : 0;
}
} // namespace

Indicator cdlcounterattackIndicator()
{
    return candlePattern<counterattack, 11>("cdlcounterattack", "Counterattack",
        "Two long ones of other colour with equal closes.", {"Counterattack"});
}

} // namespace rialto::analytics
