// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int engulfing(const Candles& c, double)
{
    return c.opposite(0, 1) && (c.white(0) ? c[0].close > c[1].open && c[0].open < c[1].close : c[0].open > c[1].close && c[0].close < c[1].open) ? c.colour(0) : 0;
}
} // namespace

Indicator cdlengulfingIndicator()
{
    return candlePattern<engulfing, 2>("cdlengulfing", "Engulfing pattern",
        "A body that engulfs the one before, of other colour.", {"Engulfing"});
}

} // namespace rialto::analytics
