// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int identicalThreeCrows(const Candles& c, double)
{
    return c.black(2) && c.tinyLower(2) && c.black(1) && c.tinyLower(1) && c.black(0) && c.tinyLower(0) && c[2].close > c[1].close && c[1].close > c[0].close
            && c.equalTo(c[1].open, c[2].close, 2) && c.equalTo(c[0].open, c[1].close, 1) ? -100 : 0;
}
} // namespace

Indicator cdlidentical3crowsIndicator()
{
    return candlePattern<identicalThreeCrows, 12>("cdlidentical3crows", "Identical three crows",
        "Three falling black candles, each opening at the close before.", {"IdenticalThreeCrows"});
}

} // namespace rialto::analytics
