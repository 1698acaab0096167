// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct AtanState {
    explicit AtanState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::atan(t.value); }
};
} // namespace

Indicator atanIndicator()
{
    return indicator<AtanState>({.name = "atan", .title = "Arc tangent", .group = "math",
        .method = "Arc tangent of every value, angles in radians."});
}

} // namespace rialto::analytics
