// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int threeBlackCrows(const Candles& c, double)
{
    return c.white(3) && c.black(2) && c.tinyLower(2) && c.black(1) && c.tinyLower(1) && c.black(0) && c.tinyLower(0) && c[1].open < c[2].open && c[1].open > c[2].close
            && c[0].open < c[1].open && c[0].open > c[1].close && c[3].high > c[2].close && c[2].close > c[1].close && c[1].close > c[0].close ? -100 : 0;
}
} // namespace

Indicator cdl3blackcrowsIndicator()
{
    return candlePattern<threeBlackCrows, 13>("cdl3blackcrows", "Three black crows",
        "After a white one, three falling black candles with very short lower shadows that each open in the body before.", {"ThreeBlackCrows"});
}

} // namespace rialto::analytics
