// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct CoshState {
    explicit CoshState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::cosh(t.value); }
};
} // namespace

Indicator coshIndicator()
{
    return indicator<CoshState>({.name = "cosh", .title = "Hyperbolic cosine", .group = "math",
        .method = "Hyperbolic cosine of every value."});
}

} // namespace rialto::analytics
