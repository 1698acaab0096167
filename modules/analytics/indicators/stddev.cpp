// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct StddevState {
    explicit StddevState(const Values& v) : moments(v.whole("period")), ddof(v.whole("ddof")), scale(v.real("deviations")) {}
    void update(const Tick& t, double* out)
    {
        if (moments.next(t.value))
            out[0] = std::sqrt(moments.variance(ddof)) * scale;
    }
    Moments moments;
    int ddof;
    double scale;
};
} // namespace

Indicator stddevIndicator()
{
    return indicator<StddevState>({.name = "stddev", .title = "Standard deviation", .group = "statistic",
        .parameters = {whole("period", 5, "bars"), ddofParameter(0), real("deviations", 1, "factor of the result", 0, 1000).also({"nbdev"})},
        .method = "Square root of the variance of the window; divisor period - ddof.",
        .aliases = {"StandardDeviation", "std"}});
}

} // namespace rialto::analytics
