// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int gravestoneDoji(const Candles& c, double)
{
    return c.doji(0) && c.tinyLower(0) && c.upper(0) > c.tiny(0) ? 100 : 0;
}
} // namespace

Indicator cdlgravestonedojiIndicator()
{
    return candlePattern<gravestoneDoji, 10>("cdlgravestonedoji", "Gravestone doji",
        "Doji with an upper shadow and hardly a lower one.", {"GravestoneDoji"});
}

} // namespace rialto::analytics
