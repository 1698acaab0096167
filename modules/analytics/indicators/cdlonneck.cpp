// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int onNeck(const Candles& c, double)
{
    return c.black(1) && c.longBody(1) && c.white(0) && c[0].open < c[1].low && c.equalTo(c[0].close, c[1].low, 1) ? -100 : 0;
}
} // namespace

Indicator cdlonneckIndicator()
{
    return candlePattern<onNeck, 11>("cdlonneck", "On-neck pattern",
        "Long black, then white from below its low that closes at its low.", {"OnNeck"});
}

} // namespace rialto::analytics
