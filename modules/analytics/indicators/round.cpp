// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct RoundState {
    explicit RoundState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::round(t.value); }
};
} // namespace

Indicator roundIndicator()
{
    return indicator<RoundState>({.name = "round", .title = "Nearest whole number", .group = "math",
        .method = "Nearest whole number of every value, halves away from zero."});
}

} // namespace rialto::analytics
