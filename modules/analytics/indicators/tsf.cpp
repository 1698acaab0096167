// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct TsfState {
    explicit TsfState(const Values& v) : fit(v.whole("period")), n(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        if (fit.next(t.value))
            out[0] = fit.at(n);
    }
    Fit fit;
    int n;
};
} // namespace

Indicator tsfIndicator()
{
    return indicator<TsfState>({.name = "tsf", .title = "Time series forecast", .group = "statistic",
        .parameters = {whole("period", 14, "bars of the window", 2)},
        .method = "Value of the least-squares line of the window one bar ahead.",
        .aliases = {"TimeSeriesForecast"}, .overlay = true});
}

} // namespace rialto::analytics
