// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
struct KeltnerState {
    explicit KeltnerState(const Values& v) : middle(averageName(v), v.whole("period")), range(v.is("smoothing", "wilder") ? "rma" : v.is("smoothing", "sma") ? "sma" : "ema", v.whole("period")), k(v.real("multiplier")), typical(v.is("price", "typical")) {}
    void update(const Tick& t, double* out)
    {
        const double reach = range.next(first ? t.high - t.low : fast::trueRange(t.high, t.low, before));
        first = false;
        before = t.close;
        out[1] = middle.next(typical ? (t.high + t.low + t.close) / 3 : t.close);
        out[0] = out[1] + k * reach, out[2] = out[1] - k * reach;
    }
    MovingAverage middle, range;
    double k, before = 0;
    bool typical, first = true;
};
} // namespace

Indicator keltnerIndicator()
{
    return indicator<KeltnerState>({.name = "keltner", .title = "Keltner channels", .group = "overlap", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 20, "bars of both averages"), real("multiplier", 1.5, "average ranges to the bands", 0, 1000).also({"k"}), averageParameter("ma", "sma"), choice("smoothing", {"sma", "wilder", "ema"}, "average of the true ranges"), choice("price", {"typical", "close"}, "what the middle averages")},
        .outputs = {{"upper"}, {"middle"}, {"lower"}},
        .method = "Average of the typical price plus and minus a multiple of the average true range over the same bars; the first bar counts with high - low.",
        .aliases = {"KeltnerChannels", "keltner_channels", "kc"}, .overlay = true});
}

} // namespace rialto::analytics
