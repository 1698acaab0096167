// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int tristar(const Candles& c, double)
{
    const bool falling = c.gapUp(1, 2) && c.top(0) < c.top(1);
    return c.body(2) <= c.dojiLimit(2) && c.body(1) <= c.dojiLimit(2) && c.body(0) <= c.dojiLimit(2) && (falling || (c.gapDown(1, 2) && c.bottom(0) > c.bottom(1))) ? (falling ? -100 : 100) : 0;
}
} // namespace

Indicator cdltristarIndicator()
{
    return candlePattern<tristar, 12>("cdltristar", "Tristar pattern",
        "Three doji, the middle one gapping away.", {"Tristar"});
}

} // namespace rialto::analytics
