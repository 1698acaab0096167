// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
int threeWhiteSoldiers(const Candles& c, double)
{
    return c.white(2) && c.tinyUpper(2) && c.white(1) && c.tinyUpper(1) && c.white(0) && c.tinyUpper(0) && c[0].close > c[1].close && c[1].close > c[2].close
            && c[1].open > c[2].open && c[1].open <= c[2].close + c.near(2) && c[0].open > c[1].open && c[0].open <= c[1].close + c.near(1) && c.body(1) > c.body(2) - c.far(2)
            && c.body(0) > c.body(1) - c.far(1) && c.longBody(0) ? 100 : 0;
}
} // namespace

Indicator cdl3whitesoldiersIndicator()
{
    return candlePattern<threeWhiteSoldiers, 12>("cdl3whitesoldiers", "Three advancing white soldiers",
        "Three white candles with very short upper shadows and higher closes that open in or near the body before, none far shorter.", {"ThreeWhiteSoldiers"});
}

} // namespace rialto::analytics
