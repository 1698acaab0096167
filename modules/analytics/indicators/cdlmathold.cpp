// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int matHold(const Candles& c, double penetration)
{
    return c.longBody(4) && c.shortBody(3) && c.shortBody(2) && c.shortBody(1) && c.white(4) && c.black(3) && c.white(0) && c.gapUp(3, 4) && c.bottom(2) < c[4].close
            && c.bottom(1) < c[4].close && c.bottom(2) > c[4].close - c.body(4) * penetration && c.bottom(1) > c[4].close - c.body(4) * penetration && c.top(2) < c[3].open
            && c.top(1) < c.top(2) && c[0].open > c[1].close && c[0].close > std::max({c[3].high, c[2].high, c[1].high}) ? 100 : 0;
}
} // namespace

Indicator cdlmatholdIndicator()
{
    return candlePattern<matHold, 14>("cdlmathold", "Mat hold",
        "Long white, three small falling ones that hold its body, white above them all.", {"MatHold"}, 0.5);
}

} // namespace rialto::analytics
