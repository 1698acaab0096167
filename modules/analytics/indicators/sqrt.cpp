// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct SqrtState {
    explicit SqrtState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = t.value >= 0 ? std::sqrt(t.value) : kNone; }
};
} // namespace

Indicator sqrtIndicator()
{
    return indicator<SqrtState>({.name = "sqrt", .title = "Square root", .group = "math",
        .method = "Square root of every value; none where it is not defined."});
}

} // namespace rialto::analytics
