// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int stickSandwich(const Candles& c, double)
{
    return c.black(2) && c.white(1) && c.black(0) && c[1].low > c[2].close && c.equalTo(c[0].close, c[2].close, 2) ? 100 : 0;
}
} // namespace

Indicator cdlsticksandwichIndicator()
{
    return candlePattern<stickSandwich, 7>("cdlsticksandwich", "Stick sandwich",
        "Black, white above it, black with the close of the first.", {"StickSandwich"});
}

} // namespace rialto::analytics
