// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include <numbers>

namespace rialto::analytics {

namespace {
struct TodegState {
    explicit TodegState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = t.value * (180 / std::numbers::pi); }
};
} // namespace

Indicator todegIndicator()
{
    return indicator<TodegState>({.name = "todeg", .title = "Radians to degrees", .group = "math",
        .method = "Radians to degrees of every value."});
}

} // namespace rialto::analytics
