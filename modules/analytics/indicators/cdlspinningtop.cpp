// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int spinningTop(const Candles& c, double)
{
    return c.shortBody(0) && c.longUpper(0) && c.longLower(0) ? c.colour(0) : 0;
}
} // namespace

Indicator cdlspinningtopIndicator()
{
    return candlePattern<spinningTop, 10>("cdlspinningtop", "Spinning top",
        "Short body, shadows longer than it.", {"SpinningTop"});
}

} // namespace rialto::analytics
