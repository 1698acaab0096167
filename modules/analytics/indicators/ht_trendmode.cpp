// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/dominant_wave.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct HtTrendmodeState {
    explicit HtTrendmodeState(const Values&) {}
    void update(const Tick& t, double* out)
    {
        wave.next(t.value);
        if (wave.cycle.bars > 63)
            out[0] = wave.trend;
    }
    DominantWave wave;
};
} // namespace

Indicator htTrendmodeIndicator()
{
    return indicator<HtTrendmodeState>({.name = "ht_trendmode", .title = "Hilbert transform: trend or cycle", .group = "cycle",
        .outputs = {{"ht_trendmode"}},
        .method = "1 trend, 0 cycle: by crossings of the sine lines, speed of the phase and distance from the trendline (Ehlers). Given after 63 bars."});
}

} // namespace rialto::analytics
