// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int separatingLines(const Candles& c, double)
{
    return c.opposite(1, 0) && c.equalTo(c[0].open, c[1].open, 1) && c.longBody(0) && (c.white(0) ? c.tinyLower(0) : c.tinyUpper(0)) ? c.colour(0) : 0;
}
} // namespace

Indicator cdlseparatinglinesIndicator()
{
    return candlePattern<separatingLines, 11>("cdlseparatinglines", "Separating lines",
        "Two of other colour with equal opens, the second a belt hold.", {"SeparatingLines"});
}

} // namespace rialto::analytics
