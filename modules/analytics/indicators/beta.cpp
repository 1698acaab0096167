// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/pair_moments.h"

namespace rialto::analytics {

namespace {
struct BetaState {
    explicit BetaState(const Values& v) : pair(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double x = before != 0 ? t.value / before - 1 : kNone, y = beforeSecond != 0 ? t.second / beforeSecond - 1 : kNone;
        before = t.value, beforeSecond = t.second;
        if (pair.next(x, y))
            out[0] = pair.xx() > 0 ? pair.xy() / pair.xx() : 0;
    }
    PairMoments pair;
    double before = 0, beforeSecond = 0;
};
} // namespace

Indicator betaIndicator()
{
    return indicator<BetaState>({.name = "beta", .title = "Beta", .group = "statistic", .inputs = {"value", "second"},
        .parameters = {whole("period", 5, "returns in the window")},
        .method = "Covariance of the one-bar returns of both series / variance of the returns of the first: the slope of the second on the first, as TA-Lib orders them. 0 when the first did not move.",
        .aliases = {"Beta"}, .source = "high", .secondSource = "low"});
}

} // namespace rialto::analytics
