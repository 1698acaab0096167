// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast.h"
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
struct AtrState {
    explicit AtrState(const Values& v)
        : atr(v.whole("period"), v.is("first", "skip")), other(v.is("smoothing", "sma") ? "sma" : "ema", v.is("smoothing", "wilder") ? 1 : v.whole("period")),
          wilder(v.is("smoothing", "wilder"))
    {
    }
    void update(const Tick& t, double* out)
    {
        if (wilder) {
            out[0] = atr.next(t.high, t.low, t.close);
            return;
        }
        const double range = atr.first ? atr.skipFirst ? kNone : t.high - t.low : fast::trueRange(t.high, t.low, atr.before);
        atr.first = false;
        atr.before = t.close;
        out[0] = other.next(range);
    }
    fast::Atr atr;
    MovingAverage other;
    bool wilder;
};
} // namespace

Indicator atrIndicator()
{
    return indicator<AtrState>({.name = "atr", .title = "Average true range", .group = "volatility", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 14, "bars averaged"), choice("smoothing", {"wilder", "sma", "ema"}, "average of the true ranges").also({"ma", "matype", "movingaveragetype"}),
            choice("first", {"range", "skip"}, "the first bar counts with high - low (Wilder's worksheet), or not at all (TA-Lib)")},
        .outputs = {{"atr"}},
        .method = "Wilder's average (seeded with the mean of the first window) of max(high, close before) - min(low, close before) (Wilder 1978).",
        .aliases = {"AverageTrueRange"},
        .batch = [](const Series& s, const Values& v, std::span<double* const> out) {
            if (v.is("smoothing", "wilder") && v.is("first", "range"))
                fast::atr(s.high.data(), s.low.data(), s.close.data(), s.size, v.whole("period"), out[0]);
            else
                runState<AtrState>(s, v, out);
        }});
}

} // namespace rialto::analytics
