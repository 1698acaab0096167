// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast.h"
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
struct StochState {
    explicit StochState(const Values& v)
        : stoch(v.whole("fast_k"), v.is("k_ma", "sma") ? v.whole("slow_k") : 1, 1), k(averageName(v, "k_ma"), v.is("k_ma", "sma") ? 1 : v.whole("slow_k")),
          d(averageName(v, "d_ma"), v.whole("slow_d")), simple(v.is("k_ma", "sma"))
    {
    }
    void update(const Tick& t, double* out)
    {
        stoch.next(t.high, t.low, t.close);
        out[0] = simple ? stoch.k : k.next(stoch.fastK);
        out[1] = d.next(out[0]);
    }
    fast::Stoch stoch;
    MovingAverage k, d;
    bool simple;
};
} // namespace

Indicator stochIndicator()
{
    return indicator<StochState>({.name = "stoch", .title = "Stochastic oscillator, slow", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("fast_k", 5, "bars of the range").also({"period", "k_period"}), whole("slow_k", 3, "bars that smooth %K").also({"k", "smooth_k"}),
            whole("slow_d", 3, "bars of %D, the average of %K").also({"d", "smooth_d"}), averageParameter("k_ma", "sma").also({"slowkmatype"}), averageParameter("d_ma", "sma").also({"slowdmatype"})},
        .outputs = {{"slow_k"}, {"slow_d"}},
        .method = "Raw %K = 100 (close - lowest low) / (highest high - lowest low), 0 in a range of nothing; slow %K averages it, %D averages slow %K (Lane). Each output is given as soon as it is there.",
        .aliases = {"Stochastic", "Stochastics"}, .guides = {20, 80},
        .batch = [](const Series& s, const Values& v, std::span<double* const> out) {
            if (v.is("k_ma", "sma") && v.is("d_ma", "sma"))
                fast::stoch(s.high.data(), s.low.data(), s.close.data(), s.size, v.whole("fast_k"), v.whole("slow_k"), v.whole("slow_d"), out[0], out[1]);
            else
                runState<StochState>(s, v, out);
        }});
}

} // namespace rialto::analytics
