// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct ElderRayState {
    explicit ElderRayState(const Values& v) : average(v.whole("period"), seedOf(v)) {}
    void update(const Tick& t, double* out)
    {
        const double centre = average.next(t.close);
        out[0] = t.high - centre, out[1] = t.low - centre;
    }
    Ema average;
};
} // namespace

Indicator elderRayIndicator()
{
    return indicator<ElderRayState>({.name = "elder_ray", .title = "Elder ray", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 13, "period of the average"), seedParameter()},
        .outputs = {{"bull_power", Draw::Histogram}, {"bear_power", Draw::Histogram}},
        .method = "High and low - exponential average of the close (Elder 1993)."});
}

} // namespace rialto::analytics
