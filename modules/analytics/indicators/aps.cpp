// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct ApsState {
    explicit ApsState(const Values& v) : moments(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        ring.push(t.value);
        if (!ring.full())
            return;
        const double change = ring[1] > 0 && ring[2] > 0 ? std::log(ring[1] / ring[2]) : 0;
        if (!moments.next(change))
            return;
        const double unit = std::sqrt(moments.variance()) * ring[1];
        out[0] = unit > 0 ? (t.value - ring[1]) / unit : 0;
    }
    Ring ring{3};
    Moments moments;
};
} // namespace

Indicator apsIndicator()
{
    return indicator<ApsState>({.name = "aps", .title = "Augen price spike", .group = "volatility",
        .parameters = {whole("period", 20, "log returns of the deviation", 2)},
        .method = "Change / (previous value times the population deviation of the `period` log returns before it) (Augen 2008).",
        .aliases = {"AugenPriceSpike"}});
}

} // namespace rialto::analytics
