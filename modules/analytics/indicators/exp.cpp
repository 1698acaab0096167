// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct ExpState {
    explicit ExpState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::exp(t.value); }
};
} // namespace

Indicator expIndicator()
{
    return indicator<ExpState>({.name = "exp", .title = "Exponential", .group = "math",
        .method = "Exponential of every value."});
}

} // namespace rialto::analytics
