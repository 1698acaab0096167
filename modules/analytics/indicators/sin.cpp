// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct SinState {
    explicit SinState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::sin(t.value); }
};
} // namespace

Indicator sinIndicator()
{
    return indicator<SinState>({.name = "sin", .title = "Sine", .group = "math",
        .method = "Sine of every value, angles in radians."});
}

} // namespace rialto::analytics
