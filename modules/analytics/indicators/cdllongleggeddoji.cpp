// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int longLeggedDoji(const Candles& c, double)
{
    return c.doji(0) && (c.longLower(0) || c.longUpper(0)) ? 100 : 0;
}
} // namespace

Indicator cdllongleggeddojiIndicator()
{
    return candlePattern<longLeggedDoji, 10>("cdllongleggeddoji", "Long-legged doji",
        "Doji with a long shadow.", {"LongLeggedDoji"});
}

} // namespace rialto::analytics
