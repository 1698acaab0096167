// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/mesa.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct MamaState {
    explicit MamaState(const Values& v) : mama(v.real("fast_limit"), v.real("slow_limit")) {}
    void update(const Tick& t, double* out)
    {
        out[0] = mama.next(t.value);
        out[1] = std::isnan(out[0]) ? kNone : mama.fama;
    }
    Mama mama;
};
} // namespace

Indicator mamaIndicator()
{
    return indicator<MamaState>({.name = "mama", .title = "MESA adaptive moving average", .group = "overlap",
        .parameters = {real("fast_limit", 0.5, "largest weight", 0.01, 0.99), real("slow_limit", 0.05, "smallest weight", 0.01, 0.99)},
        .outputs = {{"mama"}, {"fama"}},
        .method = "Weight fast_limit / change of phase, at least slow_limit; fama follows mama with half the weight (Ehlers 2001). Given after 32 bars.",
        .aliases = {"MesaAdaptiveMovingAverage"}, .overlay = true});
}

} // namespace rialto::analytics
