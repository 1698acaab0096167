// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int dragonflyDoji(const Candles& c, double)
{
    return c.doji(0) && c.tinyUpper(0) && c.lower(0) > c.tiny(0) ? 100 : 0;
}
} // namespace

Indicator cdldragonflydojiIndicator()
{
    return candlePattern<dragonflyDoji, 10>("cdldragonflydoji", "Dragonfly doji",
        "Doji with a lower shadow and hardly an upper one.", {"DragonflyDoji"});
}

} // namespace rialto::analytics
