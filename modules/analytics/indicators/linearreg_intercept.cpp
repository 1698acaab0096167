// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct LinearregInterceptState {
    explicit LinearregInterceptState(const Values& v) : fit(v.whole("period")), n(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        if (fit.next(t.value))
            out[0] = fit.intercept();
    }
    Fit fit;
    int n;
};
} // namespace

Indicator linearregInterceptIndicator()
{
    return indicator<LinearregInterceptState>({.name = "linearreg_intercept", .title = "Linear regression intercept", .group = "statistic",
        .parameters = {whole("period", 14, "bars of the window", 2)},
        .method = "Value of the least-squares line of the window at its oldest bar (t = 0).",
        .aliases = {"linregintercept"}, .overlay = true});
}

} // namespace rialto::analytics
