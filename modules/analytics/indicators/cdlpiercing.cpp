// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int piercing(const Candles& c, double)
{
    return c.black(1) && c.longBody(1) && c.white(0) && c.longBody(0) && c[0].open < c[1].low && c[0].close < c[1].open && c[0].close > c[1].close + c.body(1) / 2 ? 100 : 0;
}
} // namespace

Indicator cdlpiercingIndicator()
{
    return candlePattern<piercing, 11>("cdlpiercing", "Piercing pattern",
        "Long black, then long white from below its low to above its middle.", {"Piercing"});
}

} // namespace rialto::analytics
