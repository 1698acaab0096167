// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int threeLineStrike(const Candles& c, double)
{
    const auto within = [](const Candles& all, std::size_t later, std::size_t earlier) {
        return all[later].open >= all.bottom(earlier) - all.near(earlier) && all[later].open <= all.top(earlier) + all.near(earlier);
    };
    return c.white(3) == c.white(2) && c.white(2) == c.white(1) && c.opposite(0, 1) && within(c, 2, 3) && within(c, 1, 2)
            && (c.white(1) ? c[1].close > c[2].close && c[2].close > c[3].close && c[0].open > c[1].close && c[0].close < c[3].open
                           : c[1].close < c[2].close && c[2].close < c[3].close && c[0].open < c[1].close && c[0].close > c[3].open) ? c.colour(1) : 0;
}
} // namespace

Indicator cdl3linestrikeIndicator()
{
    return candlePattern<threeLineStrike, 8>("cdl3linestrike", "Three-line strike",
        "Three of one colour advancing, the fourth opens beyond the third and closes beyond the first open.", {"ThreeLineStrike"});
}

} // namespace rialto::analytics
