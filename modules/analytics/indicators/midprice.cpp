// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct MidpriceState {
    explicit MidpriceState(const Values& v) : highest(v.whole("period")), lowest(v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = (highest.next(t.high) + lowest.next(t.low)) / 2; }
    RollingMax highest;
    RollingMin lowest;
};
} // namespace

Indicator midpriceIndicator()
{
    return indicator<MidpriceState>({.name = "midprice", .title = "Midpoint of highs and lows", .group = "overlap", .inputs = {"high", "low"},
        .parameters = {whole("period", 14, "bars")},
        .method = "(highest high + lowest low) / 2 of the window.",
        .aliases = {"MidPrice"}, .overlay = true});
}

} // namespace rialto::analytics
