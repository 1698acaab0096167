// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/dominant_wave.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct HtDcphaseState {
    explicit HtDcphaseState(const Values&) {}
    void update(const Tick& t, double* out)
    {
        wave.next(t.value);
        if (wave.cycle.bars > 63)
            out[0] = wave.phase;
    }
    DominantWave wave;
};
} // namespace

Indicator htDcphaseIndicator()
{
    return indicator<HtDcphaseState>({.name = "ht_dcphase", .title = "Hilbert transform: dominant cycle phase", .group = "cycle",
        .outputs = {{"ht_dcphase"}},
        .method = "Phase in degrees of the dominant cycle, from a sum over one period (Ehlers). Given after 63 bars."});
}

} // namespace rialto::analytics
