// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/composite_averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct TemaState {
    explicit TemaState(const Values& v) : state(v.whole("period"), seedOf(v)) {}
    void update(const Tick& t, double* out) { out[0] = state.next(t.value); }
    Tema state;
};
} // namespace

Indicator temaIndicator()
{
    return indicator<TemaState>({.name = "tema", .title = "Triple exponential moving average", .group = "overlap",
        .parameters = {whole("period", 30, "period of every exponential average"), seedParameter()},
        .method = "3 e1 - 3 e2 + e3, e1 the exponential average and each next the average of the one before (Mulloy 1994). Each begins when the one before has values.",
        .aliases = {"TripleExponentialMovingAverage"}, .overlay = true});
}

} // namespace rialto::analytics
