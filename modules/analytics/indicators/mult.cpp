// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct MultState {
    explicit MultState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = t.value * t.second; }
};
} // namespace

Indicator multIndicator()
{
    return indicator<MultState>({.name = "mult", .title = "Product of two series", .group = "math", .inputs = {"value", "second"},
        .method = "Product of two series, bar by bar (value, then second).",
        .aliases = {"mul"}, .source = "high", .secondSource = "low"});
}

} // namespace rialto::analytics
