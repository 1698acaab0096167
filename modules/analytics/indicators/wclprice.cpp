// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct WclpriceState {
    explicit WclpriceState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = (t.high + t.low + 2 * t.close) / 4; }
};
} // namespace

Indicator wclpriceIndicator()
{
    return indicator<WclpriceState>({.name = "wclprice", .title = "Weighted close price", .group = "price", .inputs = {"high", "low", "close"},
        .method = "(high + low + 2 close) / 4",
        .aliases = {"wcprice"}, .overlay = true});
}

} // namespace rialto::analytics
