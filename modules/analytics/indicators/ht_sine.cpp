// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/dominant_wave.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct HtSineState {
    explicit HtSineState(const Values&) {}
    void update(const Tick& t, double* out)
    {
        wave.next(t.value);
        if (wave.cycle.bars > 63)
            out[0] = wave.sine, out[1] = wave.lead;
    }
    DominantWave wave;
};
} // namespace

Indicator htSineIndicator()
{
    return indicator<HtSineState>({.name = "ht_sine", .title = "Hilbert transform: sine wave", .group = "cycle",
        .outputs = {{"sine"}, {"lead_sine"}},
        .method = "Sine of the dominant cycle's phase and of the phase 45 degrees ahead (Ehlers). Given after 63 bars."});
}

} // namespace rialto::analytics
