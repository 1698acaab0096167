// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/pair_moments.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct CorrelState {
    explicit CorrelState(const Values& v) : pair(v.whole("period")), returns(v.is("of", "returns")) {}
    void update(const Tick& t, double* out)
    {
        const double x = !returns ? t.value : before != 0 ? t.value / before - 1 : kNone, y = !returns ? t.second : beforeSecond != 0 ? t.second / beforeSecond - 1 : kNone;
        before = t.value, beforeSecond = t.second;
        if (!pair.next(x, y))
            return;
        const double spread = pair.xx() * pair.yy();
        out[0] = spread > 0 ? std::clamp(pair.xy() / std::sqrt(spread), -1.0, 1.0) : 0;
    }
    PairMoments pair;
    bool returns;
    double before = 0, beforeSecond = 0;
};
} // namespace

Indicator correlIndicator()
{
    return indicator<CorrelState>({.name = "correl", .title = "Pearson correlation", .group = "statistic", .inputs = {"value", "second"},
        .parameters = {whole("period", 30, "bars"), choice("of", {"values", "returns"}, "correlation of the values or of their one-bar returns")},
        .method = "Covariance / product of the standard deviations over the window; 0 when one does not move.",
        .aliases = {"Correlation", "Pearson"}, .source = "high", .secondSource = "low"});
}

} // namespace rialto::analytics
