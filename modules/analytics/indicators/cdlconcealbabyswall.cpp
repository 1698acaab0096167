// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int concealedBabySwallow(const Candles& c, double)
{
    return c.black(3) && c.black(2) && c.black(1) && c.black(0) && c.tinyLower(3) && c.tinyUpper(3) && c.tinyLower(2) && c.tinyUpper(2) && c.gapDown(1, 2)
            && c.upper(1) > c.tiny(1) && c[1].high > c[2].close && c[0].high > c[1].high && c[0].low < c[1].low ? 100 : 0;
}
} // namespace

Indicator cdlconcealbabyswallIndicator()
{
    return candlePattern<concealedBabySwallow, 13>("cdlconcealbabyswall", "Concealing baby swallow",
        "Two black marubozu, one gapping down with a shadow into the second, one that engulfs it.", {"ConcealedBabySwallow"});
}

} // namespace rialto::analytics
