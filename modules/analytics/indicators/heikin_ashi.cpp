// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <algorithm>

namespace rialto::analytics {

namespace {
struct HeikinAshiState {
    explicit HeikinAshiState(const Values&) {}
    void update(const Tick& t, double* out)
    {
        open = first ? (t.open + t.close) / 2 : (open + close) / 2;
        close = (t.open + t.high + t.low + t.close) / 4;
        first = false;
        out[0] = open, out[1] = std::max({t.high, open, close}), out[2] = std::min({t.low, open, close}), out[3] = close;
    }
    double open = 0, close = 0;
    bool first = true;
};
} // namespace

Indicator heikinAshiIndicator()
{
    return indicator<HeikinAshiState>({.name = "heikin_ashi", .title = "Heikin-Ashi candles", .group = "chart", .inputs = {"open", "high", "low", "close"},
        .outputs = {{"ha_open", Draw::Candle}, {"ha_high", Draw::Candle}, {"ha_low", Draw::Candle}, {"ha_close", Draw::Candle}},
        .method = "close = mean of the four prices, open = middle of the body before (first: of its own bar), high and low with both.",
        .aliases = {"HeikinAshi", "ha"}, .overlay = true});
}

} // namespace rialto::analytics
