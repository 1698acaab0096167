// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int ladderBottom(const Candles& c, double)
{
    return c.black(4) && c.black(3) && c.black(2) && c[4].open > c[3].open && c[3].open > c[2].open && c[4].close > c[3].close && c[3].close > c[2].close && c.black(1)
            && c.upper(1) > c.tiny(1) && c.white(0) && c[0].open > c[1].open && c[0].close > c[1].high ? 100 : 0;
}
} // namespace

Indicator cdlladderbottomIndicator()
{
    return candlePattern<ladderBottom, 14>("cdlladderbottom", "Ladder bottom",
        "Three falling black ones, a black with an upper shadow, a white above it.", {"LadderBottom"});
}

} // namespace rialto::analytics
