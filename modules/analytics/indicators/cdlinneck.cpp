// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int inNeck(const Candles& c, double)
{
    return c.black(1) && c.longBody(1) && c.white(0) && c[0].open < c[1].low && c[0].close <= c[1].close + c.equal(1) && c[0].close >= c[1].close ? -100 : 0;
}
} // namespace

Indicator cdlinneckIndicator()
{
    return candlePattern<inNeck, 11>("cdlinneck", "In-neck pattern",
        "Long black, then white from below its low that closes at its close.", {"InNeck"});
}

} // namespace rialto::analytics
