// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct TruncState {
    explicit TruncState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::trunc(t.value); }
};
} // namespace

Indicator truncIndicator()
{
    return indicator<TruncState>({.name = "trunc", .title = "Whole part", .group = "math",
        .method = "Whole part of every value."});
}

} // namespace rialto::analytics
