// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct AvgpriceState {
    explicit AvgpriceState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = (t.open + t.high + t.low + t.close) / 4; }
};
} // namespace

Indicator avgpriceIndicator()
{
    return indicator<AvgpriceState>({.name = "avgprice", .title = "Average price", .group = "price", .inputs = {"open", "high", "low", "close"},
        .method = "(open + high + low + close) / 4",
        .overlay = true});
}

} // namespace rialto::analytics
