// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct FloorState {
    explicit FloorState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::floor(t.value); }
};
} // namespace

Indicator floorIndicator()
{
    return indicator<FloorState>({.name = "floor", .title = "Floor", .group = "math",
        .method = "Floor of every value."});
}

} // namespace rialto::analytics
