// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/mesa.h"

namespace rialto::analytics {

namespace {
struct HtDcperiodState {
    explicit HtDcperiodState(const Values&) {}
    void update(const Tick& t, double* out)
    {
        cycle.next(t.value);
        if (cycle.bars > 32)
            out[0] = cycle.smoothPeriod;
    }
    HilbertCycle cycle;
};
} // namespace

Indicator htDcperiodIndicator()
{
    return indicator<HtDcperiodState>({.name = "ht_dcperiod", .title = "Hilbert transform: dominant cycle period", .group = "cycle",
        .outputs = {{"ht_dcperiod"}},
        .method = "Smoothed period in bars of the homodyne discriminator (Ehlers). Given after 32 bars, settled some bars later."});
}

} // namespace rialto::analytics
