// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct CciState {
    explicit CciState(const Values& v) : ring(v.whole("period")), average(v.whole("period")), mean(averageName(v), v.is("ma", "sma") ? 1 : v.whole("period")), simple(v.is("ma", "sma")) {}
    void update(const Tick& t, double* out)
    {
        const double typical = (t.high + t.low + t.close) / 3;
        ring.push(typical);
        const double centre = average.next(typical), other = mean.next(typical);
        if (std::isnan(centre))
            return;
        double deviation = 0;
        for (std::size_t i = 0; i < ring.size(); ++i)
            deviation += std::fabs(ring[i] - centre);
        deviation /= double(ring.size());
        // Rounding of a mean of equal prices is no deviation.
        out[0] = deviation > 1e-12 * std::fabs(centre) ? (typical - (simple ? centre : other)) / (0.015 * deviation) : 0;
    }
    Ring ring;
    Sma average;
    MovingAverage mean;
    bool simple;
};
} // namespace

Indicator cciIndicator()
{
    return indicator<CciState>({.name = "cci", .title = "Commodity channel index", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 14, "bars; every bar of the window is visited on each tick", 1, 5000), averageParameter("ma", "sma")},
        .method = "(typical price - its mean) / (0.015 mean absolute deviation), 0 when prices did not move (Lambert 1980).",
        .aliases = {"CommodityChannelIndex"}, .guides = {-100, 100}});
}

} // namespace rialto::analytics
