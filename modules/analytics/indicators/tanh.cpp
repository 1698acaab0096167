// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct TanhState {
    explicit TanhState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::tanh(t.value); }
};
} // namespace

Indicator tanhIndicator()
{
    return indicator<TanhState>({.name = "tanh", .title = "Hyperbolic tangent", .group = "math",
        .method = "Hyperbolic tangent of every value."});
}

} // namespace rialto::analytics
