// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct AddState {
    explicit AddState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = t.value + t.second; }
};
} // namespace

Indicator addIndicator()
{
    return indicator<AddState>({.name = "add", .title = "Sum of two series", .group = "math", .inputs = {"value", "second"},
        .method = "Sum of two series, bar by bar (value, then second).",
        .source = "high", .secondSource = "low"});
}

} // namespace rialto::analytics
