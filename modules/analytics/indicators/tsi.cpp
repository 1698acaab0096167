// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct TsiState {
    explicit TsiState(const Values& v) : a(v.whole("long"), seedOf(v)), b(v.whole("short"), seedOf(v)), c(v.whole("long"), seedOf(v)), d(v.whole("short"), seedOf(v)), signal(averageName(v, "signal_ma"), v.whole("signal"), seedOf(v)) {}
    void update(const Tick& t, double* out)
    {
        const double change = t.value - before;
        before = t.value;
        if (first) {
            first = false;
            return;
        }
        const double top = b.next(a.next(change)), bottom = d.next(c.next(std::fabs(change)));
        if (!std::isnan(bottom))
            out[0] = bottom > 0 ? 100 * top / bottom : 0;
        out[1] = signal.next(out[0]);
    }
    Ema a, b, c, d;
    MovingAverage signal;
    bool first = true;
    double before = 0;
};
} // namespace

Indicator tsiIndicator()
{
    return indicator<TsiState>({.name = "tsi", .title = "True strength index", .group = "momentum",
        .parameters = {whole("long", 25, "period of the first smoothing"), whole("short", 13, "period of the second"), whole("signal", 7, "period of the signal line"), averageParameter("signal_ma", "ema"), seedParameter()},
        .outputs = {{"tsi"}, {"signal"}},
        .method = "100 EMA(EMA(change)) / EMA(EMA(|change|)) (Blau 1991).",
        .aliases = {"TrueStrengthIndex"}, .guides = {0}});
}

} // namespace rialto::analytics
