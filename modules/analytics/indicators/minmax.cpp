// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct MinmaxState {
    explicit MinmaxState(const Values& v) : lowest(v.whole("period")), highest(v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = lowest.next(t.value), out[1] = highest.next(t.value); }
    RollingMin lowest;
    RollingMax highest;
};
} // namespace

Indicator minmaxIndicator()
{
    return indicator<MinmaxState>({.name = "minmax", .title = "Lowest and highest value", .group = "math",
        .parameters = {whole("period", 30, "bars of the window")},
        .outputs = {{"min"}, {"max"}},
        .method = "Lowest and highest value of the window.",
        .overlay = true});
}

} // namespace rialto::analytics
