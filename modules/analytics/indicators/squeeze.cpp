// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct SqueezeState {
    explicit SqueezeState(const Values& v)
        : moments(v.whole("bb_period")), range(v.is("smoothing", "sma") ? "sma" : v.is("smoothing", "wilder") ? "rma" : "ema", v.whole("kc_period")), middle(averageName(v), v.whole("kc_period")),
          average(v.whole("kc_period")), highest(v.whole("kc_period")), lowest(v.whole("kc_period")), fit(v.whole("kc_period")), bb(v.real("bb_multiplier")), kc(v.real("kc_multiplier"))
    {
    }
    void update(const Tick& t, double* out)
    {
        const double reach = kc * range.next(first ? t.high - t.low : fast::trueRange(t.high, t.low, before));
        first = false;
        before = t.close;
        const double centre = middle.next((t.high + t.low + t.close) / 3), mean = average.next(t.close), box = (highest.next(t.high) + lowest.next(t.low)) / 2;
        const bool ready = moments.next(t.close);
        if (fit.next(t.close - (box + mean) / 2))
            out[1] = fit.at(fit.ring().size() - 1.0);
        if (!ready || std::isnan(centre) || std::isnan(reach))
            return;
        const double deviation = bb * std::sqrt(moments.variance());
        out[0] = centre + reach > moments.mean() + deviation && centre - reach < moments.mean() - deviation ? 1 : -1;
    }
    Moments moments;
    MovingAverage range, middle;
    Sma average;
    RollingMax highest;
    RollingMin lowest;
    Fit fit;
    double bb, kc, before = 0;
    bool first = true;
};
} // namespace

Indicator squeezeIndicator()
{
    return indicator<SqueezeState>({.name = "squeeze", .title = "Squeeze momentum", .group = "volatility", .inputs = {"high", "low", "close"},
        .parameters = {whole("bb_period", 20, "bars of the Bollinger bands").also({"bollinger"}), real("bb_multiplier", 2, "their deviations", 0, 1000).also({"bollinger_multiplier"}), whole("kc_period", 20, "bars of the Keltner channel", 2).also({"keltner"}), real("kc_multiplier", 1.5, "its ranges", 0, 1000).also({"keltner_multiplier"}), averageParameter("ma", "ema"), choice("smoothing", {"sma", "wilder", "ema"}, "average of the true ranges")},
        .outputs = {{"squeeze", Draw::Dots}, {"momentum", Draw::Histogram}},
        .method = "squeeze: 1 while the Bollinger bands lie inside the Keltner channel, else -1 (Carter 2005). momentum: least-squares value of close - mean of the middle of the range and the simple average.",
        .aliases = {"SqueezeMomentum", "ttm_squeeze"}});
}

} // namespace rialto::analytics
