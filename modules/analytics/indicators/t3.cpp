// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/composite_averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct T3State {
    explicit T3State(const Values& v) : state(v.whole("period"), v.real("vfactor"), seedOf(v)) {}
    void update(const Tick& t, double* out) { out[0] = state.next(t.value); }
    T3 state;
};
} // namespace

Indicator t3Indicator()
{
    return indicator<T3State>({.name = "t3", .title = "T3 moving average", .group = "overlap",
        .parameters = {whole("period", 5, "period of the exponential averages"), real("vfactor", 0.7, "volume factor v", 0, 1).also({"v", "volumefactor"}), seedParameter()},
        .method = "Six exponential averages in a row combined with c1 = -v^3, c2 = 3v^2 + 3v^3, c3 = -6v^2 - 3v - 3v^3, c4 = 1 + 3v + v^3 + 3v^2 (Tillson 1998).",
        .aliases = {"T3MovingAverage"}, .overlay = true});
}

} // namespace rialto::analytics
