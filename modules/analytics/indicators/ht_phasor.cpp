// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/mesa.h"

namespace rialto::analytics {

namespace {
struct HtPhasorState {
    explicit HtPhasorState(const Values&) {}
    void update(const Tick& t, double* out)
    {
        cycle.next(t.value);
        if (cycle.bars > 32)
            out[0] = cycle.inPhase, out[1] = cycle.quadrature;
    }
    HilbertCycle cycle;
};
} // namespace

Indicator htPhasorIndicator()
{
    return indicator<HtPhasorState>({.name = "ht_phasor", .title = "Hilbert transform: phasor components", .group = "cycle",
        .outputs = {{"in_phase"}, {"quadrature"}},
        .method = "In-phase and quadrature part of the detrended, smoothed value (Ehlers). Given after 32 bars, settled some bars later."});
}

} // namespace rialto::analytics
