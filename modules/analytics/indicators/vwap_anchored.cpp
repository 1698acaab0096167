// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct VwapAnchoredState {
    explicit VwapAnchoredState(const Values& v) : anchor(v.whole("anchor")), kind(v.is("price", "hlc3") ? 1 : v.is("price", "ohlc4") ? 0 : 2) {}
    void update(const Tick& t, double* out)
    {
        if (bar++ < anchor)
            return;
        const double price = kind == 0 ? (t.open + t.high + t.low + t.close) / 4 : kind == 1 ? (t.high + t.low + t.close) / 3 : t.close;
        money += price * t.volume, volume += t.volume;
        out[0] = volume > 0 ? money / volume : price;
    }
    std::int64_t anchor, bar = 0;
    int kind;
    double money = 0, volume = 0;
};
} // namespace

Indicator vwapAnchoredIndicator()
{
    return indicator<VwapAnchoredState>({.name = "vwap_anchored", .title = "Volume-weighted average price from a bar on", .group = "overlap", .inputs = {"open", "high", "low", "close", "volume"},
        .parameters = {whole("anchor", 0, "bars before the anchor", 0, 1e9), choice("price", {"hlc3", "ohlc4", "close"}, "price of a bar")},
        .method = "Sum of price times volume from bar number `anchor` (the first is 0) on / sum of volume.",
        .aliases = {"anchored_vwap", "avwap"}, .overlay = true});
}

} // namespace rialto::analytics
