// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct RelativeMaState {
    explicit RelativeMaState(const Values& v) : one(v.whole("period")), two(2 * v.whole("period")), three(3 * v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double a = one.next(t.value), b = two.next(t.value);
        out[0] = three.next(t.value) - b + a;
    }
    Sma one, two, three;
};
} // namespace

Indicator relativeMaIndicator()
{
    return indicator<RelativeMaState>({.name = "relative_ma", .title = "Relative moving average", .group = "overlap",
        .parameters = {whole("period", 5, "bars of the shortest average", 1, 30000)},
        .method = "SMA(3n) - SMA(2n) + SMA(n).",
        .aliases = {"RelativeMovingAverage"}, .overlay = true});
}

} // namespace rialto::analytics
