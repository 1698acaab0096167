// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct MaxState {
    explicit MaxState(const Values& v) : state(v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = state.next(t.value); }
    RollingMax state;
};
} // namespace

Indicator maxIndicator()
{
    return indicator<MaxState>({.name = "max", .title = "Highest value", .group = "math",
        .parameters = {whole("period", 30, "bars of the window", 1)},
        .method = "Highest value of the window.",
        .aliases = {"Maximum", "highest"}, .overlay = true});
}

} // namespace rialto::analytics
