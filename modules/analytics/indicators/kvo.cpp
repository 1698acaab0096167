// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct KvoState {
    explicit KvoState(const Values& v) : fast(v.whole("fast")), slow(v.whole("slow")), signal(v.whole("signal")) {}
    void update(const Tick& t, double* out)
    {
        const double range = t.high - t.low, sum = t.high + t.low + t.close;
        const int trendNow = sum > sumBefore ? 1 : -1;
        if (bars > 1) {
            cumulative = cumulative == 0 || trendNow != trend ? rangeBefore + range : cumulative + range;
            const double divisor = std::fabs(cumulative) < 1e-8 ? 1e-8 : cumulative;
            const double force = t.volume * std::fabs(2 * (range / divisor - 1)) * trendNow * 100;
            const double quick = fast.next(force);
            out[0] = quick - slow.next(force), out[1] = signal.next(out[0]);
        }
        if (bars > 0)
            trend = trendNow;
        bars += bars < 2;
        rangeBefore = range, sumBefore = sum;
    }
    Ema fast, slow, signal;
    int bars = 0, trend = 0;
    double cumulative = 0, rangeBefore = 0, sumBefore = 0;
};
} // namespace

Indicator kvoIndicator()
{
    return indicator<KvoState>({.name = "kvo", .title = "Klinger volume oscillator", .group = "volume", .inputs = {"high", "low", "close", "volume"},
        .parameters = {whole("fast", 34, "period of the fast average"), whole("slow", 55, "period of the slow average"), whole("signal", 13, "period of the signal line")},
        .outputs = {{"kvo"}, {"signal"}},
        .method = "Difference of two exponential averages of the volume force 100 V T |2 (range / cumulated range - 1)|, T the direction of high + low + close (Klinger).",
        .aliases = {"KlingerVolumeOscillator"}});
}

} // namespace rialto::analytics
