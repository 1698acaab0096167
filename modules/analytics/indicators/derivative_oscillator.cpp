// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct DerivativeOscillatorState {
    explicit DerivativeOscillatorState(const Values& v) : rsi(v.whole("period"), 50.0), one(v.whole("smooth1")), two(v.whole("smooth2")), signal(v.whole("signal")) {}
    void update(const Tick& t, double* out)
    {
        const double smooth = two.next(one.next(rsi.next(t.value)));
        out[0] = smooth - signal.next(smooth);
    }
    fast::Rsi rsi;
    Ema one, two;
    Sma signal;
};
} // namespace

Indicator derivativeOscillatorIndicator()
{
    return indicator<DerivativeOscillatorState>({.name = "derivative_oscillator", .title = "Derivative oscillator", .group = "momentum",
        .parameters = {whole("period", 14, "bars of the RSI").also({"rsi"}), whole("smooth1", 5, "period of the first exponential average").also({"smoothing_rsi"}), whole("smooth2", 3, "period of the second").also({"double_smoothing_rsi"}), whole("signal", 9, "bars of the signal line").also({"signal_line"})},
        .outputs = {{"derivative_oscillator", Draw::Histogram}},
        .method = "Twice smoothed RSI - its simple average (Brown 1994).",
        .aliases = {"DerivativeOscillator", "do"}});
}

} // namespace rialto::analytics
