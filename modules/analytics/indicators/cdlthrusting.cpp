// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int thrusting(const Candles& c, double)
{
    return c.black(1) && c.longBody(1) && c.white(0) && c[0].open < c[1].low && c[0].close > c[1].close + c.equal(1) && c[0].close <= c[1].close + c.body(1) / 2 ? -100 : 0;
}
} // namespace

Indicator cdlthrustingIndicator()
{
    return candlePattern<thrusting, 11>("cdlthrusting", "Thrusting pattern",
        "Long black, then white from below its low into, but not beyond the middle of, its body.", {"Thrusting"});
}

} // namespace rialto::analytics
