// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct AvgdevState {
    explicit AvgdevState(const Values& v) : ring(v.whole("period")), mean(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        ring.push(t.value);
        const double centre = mean.next(t.value);
        if (std::isnan(centre))
            return;
        double sum = 0;
        for (std::size_t i = 0; i < ring.size(); ++i)
            sum += std::fabs(ring[i] - centre);
        out[0] = sum / double(ring.size());
    }
    Ring ring;
    Sma mean;
};
} // namespace

Indicator avgdevIndicator()
{
    return indicator<AvgdevState>({.name = "avgdev", .title = "Average deviation", .group = "statistic",
        .parameters = {whole("period", 14, "bars; every bar of the window is visited on each tick", 1, 5000)},
        .method = "Mean of the absolute deviations from the mean of the window.",
        .aliases = {"MeanAbsoluteDeviation", "md"}});
}

} // namespace rialto::analytics
