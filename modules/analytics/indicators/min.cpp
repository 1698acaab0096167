// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct MinState {
    explicit MinState(const Values& v) : state(v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = state.next(t.value); }
    RollingMin state;
};
} // namespace

Indicator minIndicator()
{
    return indicator<MinState>({.name = "min", .title = "Lowest value", .group = "math",
        .parameters = {whole("period", 30, "bars of the window", 1)},
        .method = "Lowest value of the window.",
        .aliases = {"Minimum", "lowest"}, .overlay = true});
}

} // namespace rialto::analytics
