// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct PvtState {
    explicit PvtState(const Values& v) : first(true), skip(v.is("first", "skip")) {}
    void update(const Tick& t, double* out)
    {
        if (!first && before != 0)
            total += (t.value / before - 1) * t.volume;
        if (!first || !skip)
            out[0] = total;
        first = false;
        before = t.value;
    }
    bool first, skip;
    double total = 0, before = 0;
};
} // namespace

Indicator pvtIndicator()
{
    return indicator<PvtState>({.name = "pvt", .title = "Price volume trend", .group = "volume", .inputs = {"value", "volume"},
        .parameters = {choice("first", {"zero", "skip"}, "the first bar is 0, or has no value")},
        .method = "Sum of volume times the relative change.",
        .aliases = {"PriceVolumeTrend"}});
}

} // namespace rialto::analytics
