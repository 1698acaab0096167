// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/composite_averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct TrimaState {
    explicit TrimaState(const Values& v) : state(v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = state.next(t.value); }
    Trima state;
};
} // namespace

Indicator trimaIndicator()
{
    return indicator<TrimaState>({.name = "trima", .title = "Triangular moving average", .group = "overlap",
        .parameters = {whole("period", 30, "bars of the window", 1)},
        .method = "Simple average of a simple average: (period + 1) / 2 twice when odd, period / 2 and period / 2 + 1 when even.",
        .aliases = {"TriangularMovingAverage"}, .overlay = true});
}

} // namespace rialto::analytics
