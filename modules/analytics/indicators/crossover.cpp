// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct CrossoverState {
    explicit CrossoverState(const Values&) {}
    void update(const Tick& t, double* out)
    {
        const double a = t.value, b = t.second;
        if (!first)
            out[0] = a > b && aBefore <= bBefore ? 1 : 0;
        first = false;
        aBefore = a, bBefore = b;
    }
    bool first = true;
    double aBefore = 0, bBefore = 0;
};
} // namespace

Indicator crossoverIndicator()
{
    return indicator<CrossoverState>({.name = "crossover", .title = "One series crosses above another", .group = "math", .inputs = {"value", "second"},
        .outputs = {{"crossover", Draw::Marker}},
        .method = "1 when the first series rises above the second, else 0."});
}

} // namespace rialto::analytics
