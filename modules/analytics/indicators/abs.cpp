// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct AbsState {
    explicit AbsState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::fabs(t.value); }
};
} // namespace

Indicator absIndicator()
{
    return indicator<AbsState>({.name = "abs", .title = "Absolute value", .group = "math",
        .method = "Absolute value of every value."});
}

} // namespace rialto::analytics
