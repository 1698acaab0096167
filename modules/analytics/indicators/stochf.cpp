// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
struct StochfState {
    explicit StochfState(const Values& v) : stoch(v.whole("fast_k"), 1, 1), average(averageName(v, "d_ma"), v.whole("fast_d")) {}
    void update(const Tick& t, double* out)
    {
        stoch.next(t.high, t.low, t.close);
        out[0] = stoch.fastK, out[1] = average.next(stoch.fastK);
    }
    fast::Stoch stoch;
    MovingAverage average;
};
} // namespace

Indicator stochfIndicator()
{
    return indicator<StochfState>({.name = "stochf", .title = "Stochastic oscillator, fast", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("fast_k", 5, "bars of the range").also({"period", "k"}), whole("fast_d", 3, "bars of %D").also({"d"}), averageParameter("d_ma", "sma").also({"fastdmatype"})},
        .outputs = {{"fast_k"}, {"fast_d"}},
        .method = "%K = 100 (close - lowest low) / (highest high - lowest low), 0 in a range of nothing; %D its average (Lane).",
        .aliases = {"StochasticFast"}, .guides = {20, 80}});
}

} // namespace rialto::analytics
