// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct SinhState {
    explicit SinhState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::sinh(t.value); }
};
} // namespace

Indicator sinhIndicator()
{
    return indicator<SinhState>({.name = "sinh", .title = "Hyperbolic sine", .group = "math",
        .method = "Hyperbolic sine of every value."});
}

} // namespace rialto::analytics
