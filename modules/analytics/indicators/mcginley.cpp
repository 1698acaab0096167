// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct McginleyState {
    explicit McginleyState(const Values& v) : n(v.whole("period")), seed(n) {}
    void update(const Tick& t, double* out)
    {
        if (!started) {
            const double mean = seed.next(t.value);
            if (std::isnan(mean))
                return;
            started = true;
            out[0] = value = mean;
            return;
        }
        const double ratio = value != 0 ? t.value / value : 0;
        if (ratio != 0)
            value += (t.value - value) / (n * std::pow(ratio, 4.0));
        out[0] = value;
    }
    int n;
    Sma seed;
    double value = 0;
    bool started = false;
};
} // namespace

Indicator mcginleyIndicator()
{
    return indicator<McginleyState>({.name = "mcginley", .title = "McGinley dynamic", .group = "overlap",
        .parameters = {whole("period", 14, "bars")},
        .method = "y += (x - y) / (period (x / y)^4), y begins as the mean of the first window (McGinley 1990).",
        .aliases = {"McGinleyDynamic"}, .overlay = true});
}

} // namespace rialto::analytics
