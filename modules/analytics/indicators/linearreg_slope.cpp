// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct LinearregSlopeState {
    explicit LinearregSlopeState(const Values& v) : fit(v.whole("period")), n(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        if (fit.next(t.value))
            out[0] = fit.slope();
    }
    Fit fit;
    int n;
};
} // namespace

Indicator linearregSlopeIndicator()
{
    return indicator<LinearregSlopeState>({.name = "linearreg_slope", .title = "Linear regression slope", .group = "statistic",
        .parameters = {whole("period", 14, "bars of the window", 2)},
        .method = "Slope a bar of the least-squares line of the window.",
        .aliases = {"linregslope"}});
}

} // namespace rialto::analytics
