// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"

#include <algorithm>

namespace rialto::analytics {

namespace {
struct DemarkerState {
    explicit DemarkerState(const Values& v) : up(averageName(v), v.whole("period")), down(averageName(v), v.whole("period")), skip(v.is("first", "skip")) {}
    void update(const Tick& t, double* out)
    {
        const double none = skip ? kNone : 0.0;
        const double a = up.next(first ? none : std::max(t.high - high, 0.0)), b = down.next(first ? none : std::max(low - t.low, 0.0));
        first = false;
        high = t.high, low = t.low;
        out[0] = a + b > 0 ? a / (a + b) : a + b <= 0 ? 0 : kNone;
    }
    MovingAverage up, down;
    bool skip, first = true;
    double high = 0, low = 0;
};
} // namespace

Indicator demarkerIndicator()
{
    return indicator<DemarkerState>({.name = "demarker", .title = "DeMarker", .group = "momentum", .inputs = {"high", "low"},
        .parameters = {whole("period", 14, "bars"), averageParameter("ma", "sma"), choice("first", {"zero", "skip"}, "the first bar counts as no change, or not at all")},
        .method = "A / (A + B), averages of max(high - high before, 0) and of max(low before - low, 0) (DeMark).",
        .aliases = {"DeMarkerIndicator", "dem"}});
}

} // namespace rialto::analytics
