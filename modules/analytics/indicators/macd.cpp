// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/fast.h"
#include "analytics/indicator_core/fast_states.h"

#include <algorithm>

namespace rialto::analytics {

namespace {
struct MacdState {
    explicit MacdState(const Values& v)
        : macd(v.whole("fast"), v.whole("slow"), v.whole("signal"), seedOf(v)), wait(v.is("start", "common") ? std::abs(v.whole("slow") - v.whole("fast")) : 0),
          fastWaits(v.whole("fast") < v.whole("slow"))
    {
    }
    void update(const Tick& t, double* out)
    {
        if (wait > 0) {
            --wait;
            (fastWaits ? macd.slow : macd.fast).next(t.value);
            return;
        }
        macd.next(t.value);
        out[0] = macd.line, out[1] = macd.signalLine, out[2] = macd.line - macd.signalLine;
    }
    fast::Macd macd;
    int wait;
    bool fastWaits;
};
} // namespace

Indicator macdIndicator()
{
    return indicator<MacdState>({.name = "macd", .title = "Moving average convergence/divergence", .group = "momentum",
        .parameters = {whole("fast", 12, "period of the fast average"), whole("slow", 26, "period of the slow average"),
            whole("signal", 9, "period of the signal line"), seedParameter(),
            choice("start", {"each", "common"}, "each average begins with its own first window; common: the fast one waits, so that both windows end on the same bar (TA-Lib)")},
        .outputs = {{"macd"}, {"signal"}, {"histogram", Draw::Histogram}},
        .method = "EMA(fast) - EMA(slow); signal = EMA(signal) of it; histogram = macd - signal (Appel).",
        .aliases = {"MovingAverageConvergenceDivergence"}, .guides = {0},
        .batch = [](const Series& s, const Values& v, std::span<double* const> out) {
            if (v.is("seed", "sma") && v.is("start", "each"))
                fast::macd(s.value.data(), s.size, v.whole("fast"), v.whole("slow"), v.whole("signal"), out[0], out[1], out[2]);
            else
                runState<MacdState>(s, v, out);
        }});
}

} // namespace rialto::analytics
