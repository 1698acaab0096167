// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct PivotsState {
    explicit PivotsState(const Values& v) : n(v.whole("period")), highs(2 * n + 1), lows(2 * n + 1), strict(v.is("ties", "strict")) {}
    void update(const Tick& t, double* out)
    {
        highs.push(t.high);
        lows.push(t.low);
        if (!highs.full())
            return;
        const std::size_t middle = std::size_t(n);
        bool top = true, bottom = true;
        for (std::size_t i = 0; i < highs.size() && (top || bottom); ++i) {
            if (i == middle)
                continue;
            top = top && (strict ? highs[i] < highs[middle] : highs[i] <= highs[middle]);
            bottom = bottom && (strict ? lows[i] > lows[middle] : lows[i] >= lows[middle]);
        }
        out[0] = top && bottom ? 2 : top ? 1 : bottom ? -1 : 0;
        if (top)
            out[1] = highs[middle];
        if (bottom)
            out[2] = lows[middle];
    }
    int n;
    Ring highs, lows;
    bool strict;
};
} // namespace

Indicator pivotsIndicator()
{
    return indicator<PivotsState>({.name = "pivots", .title = "Pivot highs and lows", .group = "overlap", .inputs = {"high", "low"},
        .parameters = {whole("period", 10, "bars on each side", 1, 1000).also({"surrounding_bars"}), choice("ties", {"strict", "loose"}, "an equal price beside it forbids a pivot, or not")},
        .outputs = {{"pivot", Draw::Marker}, {"high", Draw::Dots}, {"low", Draw::Dots}},
        .method = "Known `period` bars late: 1 when the high of that bar is above those of `period` bars on each side, -1 when its low is below, 2 when both, 0 otherwise; high and low are the prices.",
        .aliases = {"PivotPointsHighLow"}, .overlay = true});
}

} // namespace rialto::analytics
