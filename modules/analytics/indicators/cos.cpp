// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct CosState {
    explicit CosState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::cos(t.value); }
};
} // namespace

Indicator cosIndicator()
{
    return indicator<CosState>({.name = "cos", .title = "Cosine", .group = "math",
        .method = "Cosine of every value, angles in radians."});
}

} // namespace rialto::analytics
