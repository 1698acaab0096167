// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast.h"
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
double flatValue(const Values& v)
{
    return v.is("flat", "50") ? 50 : v.is("flat", "0") ? 0 : 100;
}

struct RsiState {
    explicit RsiState(const Values& v)
        : wilder(v.is("smoothing", "wilder")), flat(flatValue(v)), rsi(v.whole("period"), flat), gain(averageOf(v)), loss(averageOf(v))
    {
    }
    static MovingAverage averageOf(const Values& v)
    {
        return MovingAverage(v.is("smoothing", "sma") ? "sma" : "ema", v.is("smoothing", "wilder") ? 1 : v.whole("period"));
    }
    void update(const Tick& t, double* out)
    {
        if (wilder) {
            out[0] = rsi.next(t.value);
            return;
        }
        const double change = t.value - before;
        before = t.value;
        if (first) {
            first = false;
            return;
        }
        const double up = gain.next(larger(change, 0.0)), down = loss.next(larger(0.0 - change, 0.0));
        if (!std::isnan(up))
            out[0] = fast::rsiOf(up, down, flat);
    }
    bool wilder, first = true;
    double flat, before = 0;
    fast::Rsi rsi;
    MovingAverage gain, loss;
};
} // namespace

Indicator rsiIndicator()
{
    return indicator<RsiState>({.name = "rsi", .title = "Relative strength index", .group = "momentum",
        .parameters = {whole("period", 14, "bars of the averages of gains and losses"),
            choice("smoothing", {"wilder", "sma", "ema"}, "Wilder's average (seeded with the mean of the first window), Cutler's simple one, or an exponential one").also({"ma", "matype", "movingaveragetype"}),
            choice("flat", {"50", "0", "100"}, "value when there was neither gain nor loss")},
        .method = "100 * G / (G + L), G and L averages of gains and losses (Wilder, New Concepts in Technical Trading Systems, 1978).",
        .aliases = {"RelativeStrengthIndex"}, .guides = {30, 70},
        .batch = [](const Series& s, const Values& v, std::span<double* const> out) {
            if (v.is("smoothing", "wilder") && v.is("flat", "50"))
                fast::rsi(s.value.data(), s.size, v.whole("period"), out[0]);
            else
                runState<RsiState>(s, v, out);
        }});
}

} // namespace rialto::analytics
