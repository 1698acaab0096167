// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/pair_moments.h"

namespace rialto::analytics {

namespace {
struct CovarState {
    explicit CovarState(const Values& v) : pair(v.whole("period")), n(v.whole("period")), ddof(v.whole("ddof")), returns(v.is("of", "returns")) {}
    void update(const Tick& t, double* out)
    {
        const double x = !returns ? t.value : before != 0 ? t.value / before - 1 : kNone, y = !returns ? t.second : beforeSecond != 0 ? t.second / beforeSecond - 1 : kNone;
        before = t.value, beforeSecond = t.second;
        if (pair.next(x, y) && n > ddof)
            out[0] = pair.xy() / (n - ddof);
    }
    PairMoments pair;
    int n, ddof;
    bool returns;
    double before = 0, beforeSecond = 0;
};
} // namespace

Indicator covarIndicator()
{
    return indicator<CovarState>({.name = "covar", .title = "Covariance", .group = "statistic", .inputs = {"value", "second"},
        .parameters = {whole("period", 30, "bars"), ddofParameter(1), choice("of", {"returns", "values"}, "covariance of the one-bar returns or of the values")},
        .method = "Mean product of the deviations from the means; divisor period - ddof.",
        .aliases = {"Covariance"}, .source = "high", .secondSource = "low"});
}

} // namespace rialto::analytics
