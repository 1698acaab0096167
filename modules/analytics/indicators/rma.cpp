// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct RmaState {
    explicit RmaState(const Values& v) : state(v.whole("period"), seedOf(v)) {}
    void update(const Tick& t, double* out) { out[0] = state.next(t.value); }
    Rma state;
};
} // namespace

Indicator rmaIndicator()
{
    return indicator<RmaState>({.name = "rma", .title = "Wilder moving average", .group = "overlap",
        .parameters = {whole("period", 14, "bars"), seedParameter()},
        .method = "y += (x - y) / period, seeded with the mean of the first window (Wilder 1978).",
        .aliases = {"wlma", "wilders", "WilderMovingAverage", "smma"}, .overlay = true});
}

} // namespace rialto::analytics
