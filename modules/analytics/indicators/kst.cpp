// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct KstState {
    explicit KstState(const Values& v)
        : lags{Lag(v.whole("roc1")), Lag(v.whole("roc2")), Lag(v.whole("roc3")), Lag(v.whole("roc4"))},
          averages{{averageName(v), v.whole("ma1")}, {averageName(v), v.whole("ma2")}, {averageName(v), v.whole("ma3")}, {averageName(v), v.whole("ma4")}}, signal(averageName(v), v.whole("signal")),
          scale(v.is("unit", "ratio") ? 1 : 100)
    {
    }
    void update(const Tick& t, double* out)
    {
        double sum = 0;
        for (int i = 0; i < 4; ++i) {
            const double ago = lags[i].next(t.value);
            sum += (i + 1) * averages[i].next(ago != 0 ? (t.value - ago) / ago * scale : 0);
        }
        out[0] = sum, out[1] = signal.next(sum);
    }
    Lag lags[4];
    MovingAverage averages[4];
    MovingAverage signal;
    double scale;
};
} // namespace

Indicator kstIndicator()
{
    return indicator<KstState>({.name = "kst", .title = "Know sure thing", .group = "momentum",
        .parameters = {whole("roc1", 10, "bars of the first rate of change"), whole("ma1", 10, "bars of its average"), whole("roc2", 15, "second"), whole("ma2", 10, "its average"), whole("roc3", 20, "third"), whole("ma3", 10, "its average"), whole("roc4", 30, "fourth"), whole("ma4", 15, "its average"), whole("signal", 9, "bars of the signal line"), averageParameter("ma", "sma"), choice("unit", {"percent", "ratio"}, "rates of change in percent or as ratios (Lean)")},
        .outputs = {{"kst"}, {"signal"}},
        .method = "Sum of four smoothed rates of change with weights 1 to 4 (Pring 1992).",
        .aliases = {"KnowSureThing"}});
}

} // namespace rialto::analytics
