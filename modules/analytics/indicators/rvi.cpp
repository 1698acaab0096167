// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct RviState {
    explicit RviState(const Values& v) : rise(averageName(v), v.whole("period")), reach(averageName(v), v.whole("period")) {}
    static double weighted(double now, const Ring& ring) { return (now + 2 * (ring[0] + ring[1]) + ring[2]) / 6; }
    void update(const Tick& t, double* out)
    {
        const double body = t.close - t.open, range = t.high - t.low;
        if (bodies.full()) {
            const double a = rise.next(weighted(body, bodies)), b = reach.next(weighted(range, ranges));
            if (!std::isnan(b)) {
                out[0] = b != 0 ? a / b : 0;
                if (values.full())
                    out[1] = weighted(out[0], values);
                values.push(out[0]);
            }
        }
        bodies.push(body);
        ranges.push(range);
    }
    Ring bodies{3}, ranges{3}, values{3};
    MovingAverage rise, reach;
};
} // namespace

Indicator rviIndicator()
{
    return indicator<RviState>({.name = "rvi", .title = "Relative vigor index", .group = "momentum", .inputs = {"open", "high", "low", "close"},
        .parameters = {whole("period", 10, "bars averaged"), averageParameter("ma", "sma")},
        .outputs = {{"rvi"}, {"signal"}},
        .method = "Average of the weighted (1 2 2 1) close - open / average of the weighted high - low; signal weighted alike (Ehlers 2002).",
        .aliases = {"RelativeVigorIndex"}});
}

} // namespace rialto::analytics
