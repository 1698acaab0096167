// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct StcState {
    explicit StcState(const Values& v)
        : fast(averageName(v), v.whole("fast")), slow(averageName(v), v.whole("slow")), d(averageName(v), 3), f(averageName(v), 3), top(v.whole("period")), topD(v.whole("period")), bottom(v.whole("period")),
          bottomD(v.whole("period"))
    {
    }
    static double place(double x, double high, double low) { return std::isnan(high) ? kNone : high > low ? (x - low) / (high - low) * 100 : 0; }
    void update(const Tick& t, double* out)
    {
        const double quick = fast.next(t.value), macd = quick - slow.next(t.value);
        const double high = top.next(macd), low = bottom.next(macd);
        const double smooth = d.next(place(macd, high, low));
        const double highD = topD.next(smooth), lowD = bottomD.next(smooth);
        out[0] = f.next(place(smooth, highD, lowD));
    }
    MovingAverage fast, slow, d, f;
    RollingMax top, topD;
    RollingMin bottom, bottomD;
};
} // namespace

Indicator stcIndicator()
{
    return indicator<StcState>({.name = "stc", .title = "Schaff trend cycle", .group = "momentum",
        .parameters = {whole("period", 10, "bars of the ranges").also({"cycle"}), whole("fast", 23, "period of the fast average"), whole("slow", 50, "period of the slow average"), averageParameter("ma", "ema")},
        .method = "Stochastic of the stochastic of the MACD line, each smoothed over 3 bars (Schaff 1999).",
        .aliases = {"SchaffTrendCycle"}});
}

} // namespace rialto::analytics
