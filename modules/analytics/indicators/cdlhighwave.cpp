// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int highWaveCandle(const Candles& c, double)
{
    return c.shortBody(0) && c.veryLongUpper(0) && c.veryLongLower(0) ? c.colour(0) : 0;
}
} // namespace

Indicator cdlhighwaveIndicator()
{
    return candlePattern<highWaveCandle, 10>("cdlhighwave", "High-wave candle",
        "Short body with two very long shadows.", {"HighWaveCandle"});
}

} // namespace rialto::analytics
