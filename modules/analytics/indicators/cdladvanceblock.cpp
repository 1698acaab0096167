// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int advanceBlock(const Candles& c, double)
{
    const bool weaker = (c.body(1) < c.body(2) - c.far(2) && c.body(0) < c.body(1) + c.near(1)) || c.body(0) < c.body(1) - c.far(1)
        || (c.body(0) < c.body(1) && c.body(1) < c.body(2) && (c.upper(0) > c.shortShadow(0) || c.upper(1) > c.shortShadow(1)))
        || (c.body(0) < c.body(1) && c.longUpper(0));
    return c.white(2) && c.white(1) && c.white(0) && c[0].close > c[1].close && c[1].close > c[2].close && c[1].open > c[2].open && c[1].open <= c[2].close + c.near(2)
            && c[0].open > c[1].open && c[0].open <= c[1].close + c.near(1) && c.longBody(2) && c.upper(2) < c.shortShadow(2) && weaker ? -100 : 0;
}
} // namespace

Indicator cdladvanceblockIndicator()
{
    return candlePattern<advanceBlock, 12>("cdladvanceblock", "Advance block",
        "Three white candles with higher closes whose advance weakens: smaller bodies or longer upper shadows.", {"AdvanceBlock"});
}

} // namespace rialto::analytics
