// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <algorithm>

namespace rialto::analytics {

namespace {
struct MavpState {
    explicit MavpState(const Values& v) : low(v.whole("min_period")), high(v.whole("max_period")), ring(std::max(v.whole("max_period"), 1)) {}
    void update(const Tick& t, double* out)
    {
        ring.push(t.value);
        if (!ring.full())
            return;
        const int period = static_cast<int>(std::clamp(t.second, double(std::min(low, high)), double(high)));
        double sum = 0;
        for (int age = period; age-- > 0;)
            sum += ring[std::size_t(age)];
        out[0] = sum / period;
    }
    int low, high;
    Ring ring;
};
} // namespace

Indicator mavpIndicator()
{
    return indicator<MavpState>({.name = "mavp", .title = "Moving average with variable period", .group = "overlap", .inputs = {"value", "second"},
        .parameters = {whole("min_period", 2, "shortest period", 1, 1000).also({"min"}), whole("max_period", 30, "longest period", 1, 1000).also({"max"})},
        .method = "Simple average over as many bars as the second series says on each bar, cut to min_period..max_period; given once max_period bars are there.",
        .aliases = {"MovingAverageVariablePeriod"}, .overlay = true, .refuse = [](const Values& v) -> std::string { return v.whole("min_period") > v.whole("max_period") ? "min_period is above max_period" : std::string(); }});
}

} // namespace rialto::analytics
