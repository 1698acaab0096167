// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int darkCloudCover(const Candles& c, double penetration)
{
    return c.white(1) && c.longBody(1) && c.black(0) && c[0].open > c[1].high && c[0].close > c[1].open && c[0].close < c[1].close - c.body(1) * penetration ? -100 : 0;
}
} // namespace

Indicator cdldarkcloudcoverIndicator()
{
    return candlePattern<darkCloudCover, 11>("cdldarkcloudcover", "Dark cloud cover",
        "Long white, then black that opens above its high and closes in its body.", {"DarkCloudCover"}, 0.5);
}

} // namespace rialto::analytics
