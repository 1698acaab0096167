// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include <numbers>

namespace rialto::analytics {

namespace {
struct ToradState {
    explicit ToradState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = t.value * (std::numbers::pi / 180); }
};
} // namespace

Indicator toradIndicator()
{
    return indicator<ToradState>({.name = "torad", .title = "Degrees to radians", .group = "math",
        .method = "Degrees to radians of every value."});
}

} // namespace rialto::analytics
