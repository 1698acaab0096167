// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
struct CdlhikkakeState {
    explicit CdlhikkakeState(const Values&) {}
    void update(const Tick& t, double* out)
    {
        candles.push(t);
        if (candles.bars() < 4)
            return;
        const Candles& c = candles;
        const bool found = c[1].high < c[2].high && c[1].low > c[2].low && ((c[0].high < c[1].high && c[0].low < c[1].low) || (c[0].high > c[1].high && c[0].low > c[1].low));
        const int value = watch.next(c, found ? c[0].high < c[1].high ? 100 : -100 : 0);
        if (candles.bars() > 5)
            out[0] = value;
    }
    Candles candles;
    HikkakeWatch watch;
};
} // namespace

Indicator cdlhikkakeIndicator()
{
    return indicator<CdlhikkakeState>({.name = "cdlhikkake", .title = "Hikkake pattern", .group = "pattern", .inputs = {"open", "high", "low", "close"},
        .outputs = {{"value", Draw::Marker}},
        .method = "An inside bar, then a bar lower (100) or higher (-100) in high and low; 200 or -200 when a close within three bars passes the other side of the inside bar.",
        .aliases = {"Hikkake"}, .overlay = true});
}

} // namespace rialto::analytics
