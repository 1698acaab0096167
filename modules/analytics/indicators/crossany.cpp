// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct CrossanyState {
    explicit CrossanyState(const Values&) {}
    void update(const Tick& t, double* out)
    {
        const double a = t.value, b = t.second;
        if (!first)
            out[0] = (a > b && aBefore <= bBefore) || (a < b && aBefore >= bBefore) ? 1 : 0;
        first = false;
        aBefore = a, bBefore = b;
    }
    bool first = true;
    double aBefore = 0, bBefore = 0;
};
} // namespace

Indicator crossanyIndicator()
{
    return indicator<CrossanyState>({.name = "crossany", .title = "Two series cross", .group = "math", .inputs = {"value", "second"},
        .outputs = {{"crossany", Draw::Marker}},
        .method = "1 when the first series passes from one side of the second to the other, else 0."});
}

} // namespace rialto::analytics
