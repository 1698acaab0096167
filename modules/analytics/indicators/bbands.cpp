// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/fast.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
void bandRatios(double close, const double* out, double& width, double& place)
{
    width = out[1] != 0 ? (out[0] - out[2]) / out[1] * 100 : kNone;
    place = out[0] != out[2] ? (close - out[2]) / (out[0] - out[2]) : kNone;
}

struct BbandsState {
    explicit BbandsState(const Values& v)
        : moments(v.whole("period")), average(averageName(v), v.is("ma", "sma") ? 1 : v.whole("period")), up(v.real("up")), down(v.real("down")), ddof(v.whole("ddof")),
          simple(v.is("ma", "sma"))
    {
    }
    void update(const Tick& t, double* out)
    {
        const double other = average.next(t.value);
        if (!moments.next(t.value))
            return;
        const double centre = simple ? moments.mean() : other, deviation = std::sqrt(moments.variance(ddof));
        out[0] = centre + up * deviation, out[1] = centre, out[2] = centre - down * deviation;
        bandRatios(t.value, out, out[3], out[4]);
    }
    Moments moments;
    MovingAverage average;
    double up, down;
    int ddof;
    bool simple;
};
} // namespace

Indicator bbandsIndicator()
{
    return indicator<BbandsState>({.name = "bbands", .title = "Bollinger bands", .group = "overlap",
        .parameters = {whole("period", 20, "bars of the average and the deviation"), real("up", 2, "deviations to the upper band", 0, 1000).also({"nbdevup", "k", "deviations", "stddev", "width"}),
            real("down", 2, "deviations to the lower band", 0, 1000).also({"nbdevdn", "k", "deviations", "stddev", "width"}), averageParameter("ma", "sma"), ddofParameter(0)},
        .outputs = {{"upper"}, {"middle"}, {"lower"}, {"bandwidth", Draw::Line, Place::Told}, {"percent_b", Draw::Line, Place::Told}},
        .method = "Average of `period` values plus and minus so many standard deviations (divisor period - ddof). bandwidth = 100 (upper - lower) / middle; percent_b = (value - lower) / (upper - lower) (Bollinger).",
        .aliases = {"BollingerBands", "bb"}, .overlay = true,
        .batch = [](const Series& s, const Values& v, std::span<double* const> out) {
            if (!v.is("ma", "sma") || v.whole("ddof") != 0) {
                runState<BbandsState>(s, v, out);
                return;
            }
            fast::bbands(s.value.data(), s.size, v.whole("period"), v.real("up"), v.real("down"), out[0], out[1], out[2]);
            for (std::size_t i = 0; i < s.size; ++i) {
                const double bands[] = {out[0][i], out[1][i], out[2][i]};
                bandRatios(s.value[i], bands, out[3][i], out[4][i]);
            }
        }});
}

} // namespace rialto::analytics
