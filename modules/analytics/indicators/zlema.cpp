// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/composite_averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct ZlemaState {
    explicit ZlemaState(const Values& v) : state(v.whole("period"), seedOf(v)) {}
    void update(const Tick& t, double* out) { out[0] = state.next(t.value); }
    Zlema state;
};
} // namespace

Indicator zlemaIndicator()
{
    return indicator<ZlemaState>({.name = "zlema", .title = "Zero-lag exponential moving average", .group = "overlap",
        .parameters = {whole("period", 20, "bars"), seedParameter()},
        .method = "EMA(period) of x + (x - x[lag]), lag = floor((period - 1) / 2) (Ehlers and Way).",
        .aliases = {"ZeroLagExponentialMovingAverage"}, .overlay = true});
}

} // namespace rialto::analytics
