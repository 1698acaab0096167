// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct WtoState {
    explicit WtoState(const Values& v) : middle(v.whole("channel")), deviation(v.whole("channel")), average(v.whole("period")), signal(v.whole("signal")) {}
    void update(const Tick& t, double* out)
    {
        const double typical = (t.high + t.low + t.close) / 3, centre = middle.next(typical), spread = deviation.next(std::fabs(typical - centre));
        const double index = spread > 0 ? (typical - centre) / (0.015 * spread) : spread <= 0 ? 0 : kNone;
        out[0] = average.next(index), out[1] = signal.next(out[0]);
    }
    Ema middle, deviation, average;
    Sma signal;
};
} // namespace

Indicator wtoIndicator()
{
    return indicator<WtoState>({.name = "wto", .title = "Wave trend oscillator", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("channel", 10, "period of channel and deviation"), whole("period", 21, "period of the average").also({"average"}), whole("signal", 4, "bars of the signal line")},
        .outputs = {{"wt1"}, {"wt2"}},
        .method = "EMA(period) of (tp - EMA(tp)) / (0.015 EMA(|tp - EMA(tp)|)), tp the typical price; wt2 its simple average.",
        .aliases = {"WaveTrendOscillator", "wavetrend"}});
}

} // namespace rialto::analytics
