// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct FoscState {
    explicit FoscState(const Values& v) : fit(v.whole("period")), n(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        if (!std::isnan(previous))
            out[0] = t.value != 0 ? 100 * (t.value - previous) / t.value : kNone;
        if (fit.next(t.value))
            previous = fit.at(n);
    }
    Fit fit;
    int n;
    double previous = kNone;
};
} // namespace

Indicator foscIndicator()
{
    return indicator<FoscState>({.name = "fosc", .title = "Forecast oscillator", .group = "statistic",
        .parameters = {whole("period", 14, "bars of the window", 2)},
        .method = "100 (x - forecast of the bar before) / x.",
        .aliases = {"ForecastOscillator"}});
}

} // namespace rialto::analytics
