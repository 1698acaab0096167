// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int riseFallThreeMethods(const Candles& c, double)
{
    const double sign = c.colour(4);
    const auto inside = [&c](std::size_t k) { return c.bottom(k) < c[4].high && c.top(k) > c[4].low; };
    return c.longBody(4) && c.shortBody(3) && c.shortBody(2) && c.shortBody(1) && c.longBody(0) && c.opposite(4, 3) && c.white(3) == c.white(2) && c.white(2) == c.white(1)
            && c.opposite(1, 0) && inside(3) && inside(2) && inside(1) && c[2].close * sign < c[3].close * sign && c[1].close * sign < c[2].close * sign && c[0].open * sign > c[1].close * sign
            && c[0].close * sign > c[4].close * sign ? c.colour(4) : 0;
}
} // namespace

Indicator cdlrisefall3methodsIndicator()
{
    return candlePattern<riseFallThreeMethods, 14>("cdlrisefall3methods", "Rising or falling three methods",
        "Long, three small against it within its range, long on.", {"RiseFallThreeMethods"});
}

} // namespace rialto::analytics
