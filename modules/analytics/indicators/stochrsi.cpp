// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct StochrsiState {
    explicit StochrsiState(const Values& v) : rsi(v.whole("period"), 50.0), highest(v.whole("fast_k")), lowest(v.whole("fast_k")), k(averageName(v, "d_ma"), v.whole("smooth_k")), d(averageName(v, "d_ma"), v.whole("fast_d")), flat(v.is("flat", "0") ? 0 : 100) {}
    void update(const Tick& t, double* out)
    {
        const double x = rsi.next(t.value), top = highest.next(x), bottom = lowest.next(x);
        if (std::isnan(top))
            return;
        out[0] = k.next(top > bottom ? 100 * (x - bottom) / (top - bottom) : flat);
        out[1] = d.next(out[0]);
    }
    fast::Rsi rsi;
    RollingMax highest;
    RollingMin lowest;
    MovingAverage k, d;
    double flat;
};
} // namespace

Indicator stochrsiIndicator()
{
    return indicator<StochrsiState>({.name = "stochrsi", .title = "Stochastic relative strength index", .group = "momentum",
        .parameters = {whole("period", 14, "bars of the RSI").also({"rsi_period"}), whole("fast_k", 14, "bars of the range of the RSI").also({"stoch_period"}), whole("smooth_k", 3, "bars that smooth %K; 1: not at all (TA-Lib)").also({"k_smoothing"}), whole("fast_d", 3, "bars of %D").also({"d_smoothing", "smooth_d"}), averageParameter("d_ma", "sma").also({"fastdmatype"}), choice("flat", {"100", "0"}, "raw %K when the RSI did not move")},
        .outputs = {{"fast_k"}, {"fast_d"}},
        .method = "Stochastic of the Wilder RSI in its own range, smoothed, and its average (Chande and Kroll 1994). TA-Lib: fast_k=5 smooth_k=1 flat=0.",
        .aliases = {"StochasticRelativeStrengthIndex"}, .guides = {20, 80}});
}

} // namespace rialto::analytics
