// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct StderrState {
    explicit StderrState(const Values& v) : moments(v.whole("period")), n(v.whole("period")), ddof(v.whole("ddof")) {}
    void update(const Tick& t, double* out)
    {
        if (moments.next(t.value))
            out[0] = std::sqrt(moments.variance(ddof) / n);
    }
    Moments moments;
    int n, ddof;
};
} // namespace

Indicator stderrIndicator()
{
    return indicator<StderrState>({.name = "stderr", .title = "Standard error of the mean", .group = "statistic",
        .parameters = {whole("period", 5, "bars"), ddofParameter(0)},
        .method = "Standard deviation of the window / sqrt(period)."});
}

} // namespace rialto::analytics
