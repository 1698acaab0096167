// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/candles.h"

namespace rialto::analytics {

namespace {
struct CdlhikkakemodState {
    explicit CdlhikkakemodState(const Values&) {}
    void update(const Tick& t, double* out)
    {
        candles.push(t);
        if (candles.bars() < 4)
            return;
        const Candles& c = candles;
        const bool found = candles.bars() > 7 && c[2].high < c[3].high && c[2].low > c[3].low && c[1].high < c[2].high && c[1].low > c[2].low
            && ((c[0].high < c[1].high && c[0].low < c[1].low && c[2].close <= c[2].low + c.near(2)) || (c[0].high > c[1].high && c[0].low > c[1].low && c[2].close >= c[2].high - c.near(2)));
        const int value = watch.next(c, found ? c[0].high < c[1].high ? 100 : -100 : 0);
        if (candles.bars() > 10)
            out[0] = value;
    }
    Candles candles;
    HikkakeWatch watch;
};
} // namespace

Indicator cdlhikkakemodIndicator()
{
    return indicator<CdlhikkakemodState>({.name = "cdlhikkakemod", .title = "Modified hikkake pattern", .group = "pattern", .inputs = {"open", "high", "low", "close"},
        .outputs = {{"value", Draw::Marker}},
        .method = "Two inside bars, the first closing at its extreme, then as hikkake.",
        .aliases = {"HikkakeModified"}, .overlay = true});
}

} // namespace rialto::analytics
