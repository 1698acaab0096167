// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct MidpointState {
    explicit MidpointState(const Values& v) : highest(v.whole("period")), lowest(v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = (highest.next(t.value) + lowest.next(t.value)) / 2; }
    RollingMax highest;
    RollingMin lowest;
};
} // namespace

Indicator midpointIndicator()
{
    return indicator<MidpointState>({.name = "midpoint", .title = "Midpoint over the window", .group = "overlap",
        .parameters = {whole("period", 14, "bars")},
        .method = "(highest + lowest value) / 2 of the window.",
        .aliases = {"MidPoint"}, .overlay = true});
}

} // namespace rialto::analytics
