// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
struct MaState {
    explicit MaState(const Values& v) : average(averageName(v), v.whole("period"), seedOf(v)) {}
    void update(const Tick& t, double* out) { out[0] = average.next(t.value); }
    MovingAverage average;
};
} // namespace

Indicator maIndicator()
{
    return indicator<MaState>({.name = "ma", .title = "Moving average of any kind", .group = "overlap",
        .parameters = {whole("period", 30, "bars"), averageParameter("ma", "sma"), seedParameter()},
        .method = "The average named by `ma`, with its own defaults.",
        .aliases = {"MovingAverage"}, .overlay = true});
}

} // namespace rialto::analytics
