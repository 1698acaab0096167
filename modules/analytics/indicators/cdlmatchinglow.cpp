// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int matchingLow(const Candles& c, double)
{
    return c.black(1) && c.black(0) && c.equalTo(c[0].close, c[1].close, 1) ? 100 : 0;
}
} // namespace

Indicator cdlmatchinglowIndicator()
{
    return candlePattern<matchingLow, 6>("cdlmatchinglow", "Matching low",
        "Two black ones with equal closes.", {"MatchingLow"});
}

} // namespace rialto::analytics
