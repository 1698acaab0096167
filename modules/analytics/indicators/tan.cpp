// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct TanState {
    explicit TanState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::tan(t.value); }
};
} // namespace

Indicator tanIndicator()
{
    return indicator<TanState>({.name = "tan", .title = "Tangent", .group = "math",
        .method = "Tangent of every value, angles in radians."});
}

} // namespace rialto::analytics
