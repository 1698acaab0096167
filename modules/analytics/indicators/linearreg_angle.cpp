// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/mesa.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct LinearregAngleState {
    explicit LinearregAngleState(const Values& v) : fit(v.whole("period")), n(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        if (fit.next(t.value))
            out[0] = std::atan(fit.slope()) * kDegrees;
    }
    Fit fit;
    int n;
};
} // namespace

Indicator linearregAngleIndicator()
{
    return indicator<LinearregAngleState>({.name = "linearreg_angle", .title = "Linear regression angle", .group = "statistic",
        .parameters = {whole("period", 14, "bars of the window", 2)},
        .method = "Arc tangent of the slope, in degrees."});
}

} // namespace rialto::analytics
