// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct VortexState {
    explicit VortexState(const Values& v) : plus(v.whole("period")), minus(v.whole("period")), ranges(v.whole("period")), skip(v.is("first", "skip")) {}
    void update(const Tick& t, double* out)
    {
        const double r = ranges.next(!first ? fast::trueRange(t.high, t.low, closeBefore) : skip ? kNone : t.high - t.low);
        if (!first) {
            const double p = plus.next(std::fabs(t.high - lowBefore)), m = minus.next(std::fabs(t.low - highBefore));
            if (!std::isnan(p) && !std::isnan(r))
                out[0] = r > 0 ? p / r : 0, out[1] = r > 0 ? m / r : 0;
        }
        first = false;
        highBefore = t.high, lowBefore = t.low, closeBefore = t.close;
    }
    RollingSum plus, minus, ranges;
    bool skip, first = true;
    double highBefore = 0, lowBefore = 0, closeBefore = 0;
};
} // namespace

Indicator vortexIndicator()
{
    return indicator<VortexState>({.name = "vortex", .title = "Vortex indicator", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 14, "bars"), choice("first", {"skip", "range"}, "the true range of the first bar does not count, or is high - low")},
        .outputs = {{"plus"}, {"minus"}},
        .method = "Sums of |high - low before| and |low - high before| over the sum of true ranges (Botes and Siepman 2010).",
        .aliases = {"Vortex", "vtx"}});
}

} // namespace rialto::analytics
