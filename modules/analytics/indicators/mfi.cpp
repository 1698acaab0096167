// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct MfiState {
    explicit MfiState(const Values& v) : up(v.whole("period")), down(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double typical = (t.high + t.low + t.close) / 3, flow = typical * t.volume;
        const double change = typical - before;
        before = typical;
        if (first) {
            first = false;
            return;
        }
        const double positive = up.next(change > 0 ? flow : 0), negative = down.next(change < 0 ? flow : 0);
        if (!std::isnan(positive))
            out[0] = positive + negative >= 1 ? 100 * positive / (positive + negative) : 0;
    }
    RollingSum up, down;
    bool first = true;
    double before = 0;
};
} // namespace

Indicator mfiIndicator()
{
    return indicator<MfiState>({.name = "mfi", .title = "Money flow index", .group = "volume", .inputs = {"high", "low", "close", "volume"},
        .parameters = {whole("period", 14, "bars")},
        .method = "100 U / (U + D), sums of typical price times volume on rising and falling bars; 0 when less than 1 flowed (Quong and Soudack).",
        .aliases = {"MoneyFlowIndex"}, .guides = {20, 80}});
}

} // namespace rialto::analytics
