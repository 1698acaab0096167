// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct DivState {
    explicit DivState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = t.second != 0 ? t.value / t.second : kNone; }
};
} // namespace

Indicator divIndicator()
{
    return indicator<DivState>({.name = "div", .title = "Ratio of two series", .group = "math", .inputs = {"value", "second"},
        .method = "Ratio of two series, bar by bar (value, then second).",
        .source = "high", .secondSource = "low"});
}

} // namespace rialto::analytics
