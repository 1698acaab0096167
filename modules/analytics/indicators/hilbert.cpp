// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct HilbertState {
    explicit HilbertState(const Values& v) : lag(v.whole("length")), inFactor(v.real("in_phase_factor")), quadFactor(v.real("quadrature_factor")), extra(v.is("delays", "lean") ? 0 : 1) {}
    void update(const Tick& t, double* out)
    {
        const double ago = lag.next(t.value);
        if (std::isnan(ago))
            return;
        const double now = t.value - ago;
        const double quadrature = old(changes, extra) - now * quadFactor + old(quadratures, 1) * quadFactor;
        const double inPhase = changes.count() < 2 ? 0 : 1.25 * (old(changes, 2 + extra) - old(changes, extra) * inFactor) + old(phases, 2) * inFactor;
        changes.push(now);
        phases.push(inPhase);
        quadratures.push(quadrature);
        out[0] = inPhase, out[1] = quadrature;
    }
    static double old(const Ring& ring, std::size_t age) { return age < ring.count() ? ring[age] : 0; }
    Lag lag;
    double inFactor, quadFactor;
    std::size_t extra;
    Ring changes{5}, phases{4}, quadratures{3};
};
} // namespace

Indicator hilbertIndicator()
{
    return indicator<HilbertState>({.name = "hilbert", .title = "Hilbert transform, in-phase and quadrature", .group = "cycle",
        .parameters = {whole("length", 7, "bars of the detrending change"), real("in_phase_factor", 0.635, "feedback of the in-phase part", -1, 1), real("quadrature_factor", 0.338, "feedback of the quadrature part", -1, 1), choice("delays", {"lean", "ehlers"}, "changes of 1 and 3 bars ago are used, or of 2 and 4 as printed")},
        .outputs = {{"in_phase"}, {"quadrature"}},
        .method = "d = x - x[length]; in-phase = 1.25 (d[3] - f d[1]) + f in-phase[3]; quadrature = d[1] - g d + g quadrature[2]; with delays=ehlers d[4], d[2] (Ehlers 2000).",
        .aliases = {"HilbertTransform"}});
}

} // namespace rialto::analytics
