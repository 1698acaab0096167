// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/dominant_wave.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct HtTrendlineState {
    explicit HtTrendlineState(const Values&) {}
    void update(const Tick& t, double* out)
    {
        wave.next(t.value);
        if (wave.cycle.bars > 63)
            out[0] = wave.trendline;
    }
    DominantWave wave;
};
} // namespace

Indicator htTrendlineIndicator()
{
    return indicator<HtTrendlineState>({.name = "ht_trendline", .title = "Hilbert transform: instantaneous trendline", .group = "cycle",
        .outputs = {{"ht_trendline"}},
        .method = "Mean over one dominant cycle, smoothed with weights 4 3 2 1 (Ehlers). Given after 63 bars.",
        .overlay = true});
}

} // namespace rialto::analytics
