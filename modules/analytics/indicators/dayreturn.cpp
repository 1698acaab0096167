// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct DayreturnState {
    explicit DayreturnState(const Values&) {}
    void update(const Tick& t, double* out)
    {
        if (first)
            start = t.value;
        else if (before != 0)
            out[0] = t.value / before - 1;
        first = false;
        before = t.value;
        out[1] = start != 0 ? t.value / start - 1 : kNone;
    }
    bool first = true;
    double start = 0, before = 0;
};
} // namespace

Indicator dayreturnIndicator()
{
    return indicator<DayreturnState>({.name = "dayreturn", .title = "One-bar return, cumulated", .group = "performance",
        .outputs = {{"return"}, {"cumulated"}},
        .method = "value / value before - 1, and value / first value - 1.",
        .aliases = {"returns"}});
}

} // namespace rialto::analytics
