// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct PivotPointsState {
    explicit PivotPointsState(const Values&) {}
    void update(const Tick& t, double* out)
    {
        if (!first) {
            const double p = (high + low + close) / 3;
            out[0] = p, out[1] = 2 * p - low, out[2] = 2 * p - high, out[3] = p + high - low, out[4] = p - high + low;
        }
        first = false;
        high = t.high, low = t.low, close = t.close;
    }
    bool first = true;
    double high = 0, low = 0, close = 0;
};
} // namespace

Indicator pivotPointsIndicator()
{
    return indicator<PivotPointsState>({.name = "pivot_points", .title = "Classic pivot points of the day before", .group = "overlap", .inputs = {"high", "low", "close"},
        .outputs = {{"pivot"}, {"r1"}, {"s1"}, {"r2"}, {"s2"}},
        .method = "P = (high + low + close) / 3 of the bar before; R1 = 2P - low, S1 = 2P - high, R2 = P + range, S2 = P - range.",
        .overlay = true});
}

} // namespace rialto::analytics
