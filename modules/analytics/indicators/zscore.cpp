// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct ZscoreState {
    explicit ZscoreState(const Values& v) : moments(v.whole("period")), ddof(v.whole("ddof")) {}
    void update(const Tick& t, double* out)
    {
        if (!moments.next(t.value))
            return;
        const double deviation = std::sqrt(moments.variance(ddof));
        out[0] = deviation > 0 ? (t.value - moments.mean()) / deviation : 0;
    }
    Moments moments;
    int ddof;
};
} // namespace

Indicator zscoreIndicator()
{
    return indicator<ZscoreState>({.name = "zscore", .title = "Z-score", .group = "statistic",
        .parameters = {whole("period", 20, "bars", 2), ddofParameter(0)},
        .method = "(x - mean) / standard deviation of the window."});
}

} // namespace rialto::analytics
