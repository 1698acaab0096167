// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct SubState {
    explicit SubState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = t.value - t.second; }
};
} // namespace

Indicator subIndicator()
{
    return indicator<SubState>({.name = "sub", .title = "Difference of two series", .group = "math", .inputs = {"value", "second"},
        .method = "Difference of two series, bar by bar (value, then second).",
        .source = "high", .secondSource = "low"});
}

} // namespace rialto::analytics
