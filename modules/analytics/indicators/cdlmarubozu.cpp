// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int marubozu(const Candles& c, double)
{
    return c.longBody(0) && c.tinyUpper(0) && c.tinyLower(0) ? c.colour(0) : 0;
}
} // namespace

Indicator cdlmarubozuIndicator()
{
    return candlePattern<marubozu, 10>("cdlmarubozu", "Marubozu",
        "Long body, very short shadows.", {"Marubozu"});
}

} // namespace rialto::analytics
