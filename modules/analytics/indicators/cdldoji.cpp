// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int doji(const Candles& c, double)
{
    return c.doji(0) ? 100 : 0;
}
} // namespace

Indicator cdldojiIndicator()
{
    return candlePattern<doji, 10>("cdldoji", "Doji",
        "Open and close nearly equal.", {"Doji"});
}

} // namespace rialto::analytics
