// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct VwapState {
    explicit VwapState(const Values& v) : n(v.whole("period")), money(n > 0 ? n : 1), volume(n > 0 ? n : 1), kind(v.is("price", "ohlc4") ? 0 : v.is("price", "hlc3") ? 1 : 2) {}
    void update(const Tick& t, double* out)
    {
        const double price = kind == 0 ? (t.open + t.high + t.low + t.close) / 4 : kind == 1 ? (t.high + t.low + t.close) / 3 : t.close;
        const double m = money.next(price * t.volume), q = volume.next(t.volume);
        out[0] = std::isnan(q) ? kNone : q != 0 ? m / q : price;
    }
    int n;
    RollingSum money, volume;
    int kind;
};
} // namespace

Indicator vwapIndicator()
{
    return indicator<VwapState>({.name = "vwap", .title = "Volume-weighted average price", .group = "overlap", .inputs = {"open", "high", "low", "close", "volume"},
        .parameters = {whole("period", 50, "bars of the moving window"), choice("price", {"ohlc4", "hlc3", "close"}, "price of a bar")},
        .method = "Sum of price times volume over `period` bars / sum of volume. For one that begins anew every day see vwap_session, from a bar on vwap_anchored.",
        .aliases = {"VolumeWeightedAveragePriceIndicator", "VolumeWeightedAveragePrice"}, .overlay = true});
}

} // namespace rialto::analytics
