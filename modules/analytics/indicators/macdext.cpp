// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
struct MacdextState {
    explicit MacdextState(const Values& v) : fast(averageName(v, "fast_ma"), v.whole("fast")), slow(averageName(v, "slow_ma"), v.whole("slow")), signal(averageName(v, "signal_ma"), v.whole("signal")) {}
    void update(const Tick& t, double* out)
    {
        const double quick = fast.next(t.value);
        out[0] = quick - slow.next(t.value), out[1] = signal.next(out[0]), out[2] = out[0] - out[1];
    }
    MovingAverage fast, slow, signal;
};
} // namespace

Indicator macdextIndicator()
{
    return indicator<MacdextState>({.name = "macdext", .title = "MACD with any averages", .group = "momentum",
        .parameters = {whole("fast", 12, "period of the fast average"), averageParameter("fast_ma", "sma").also({"fastmatype"}), whole("slow", 26, "period of the slow average"), averageParameter("slow_ma", "sma").also({"slowmatype"}), whole("signal", 9, "period of the signal line"), averageParameter("signal_ma", "sma").also({"signalmatype"})},
        .outputs = {{"macd"}, {"signal"}, {"histogram", Draw::Histogram}},
        .method = "As macd, with a kind of average for each line."});
}

} // namespace rialto::analytics
