// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct WmaState {
    explicit WmaState(const Values& v) : state(v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = state.next(t.value); }
    Wma state;
};
} // namespace

Indicator wmaIndicator()
{
    return indicator<WmaState>({.name = "wma", .title = "Weighted moving average", .group = "overlap",
        .parameters = {whole("period", 30, "bars of the window", 1)},
        .method = "Weights 1 to period, the newest the heaviest; divisor period (period + 1) / 2.",
        .aliases = {"LinearWeightedMovingAverage", "lwma"}, .overlay = true});
}

} // namespace rialto::analytics
