// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int harami(const Candles& c, double)
{
    return c.longBody(1) && c.body(0) <= c.meanBody(0) && c.top(0) < c.top(1) && c.bottom(0) > c.bottom(1) ? -c.colour(1) : 0;
}
} // namespace

Indicator cdlharamiIndicator()
{
    return candlePattern<harami, 11>("cdlharami", "Harami",
        "Long, then a short body inside it.", {"Harami"});
}

} // namespace rialto::analytics
