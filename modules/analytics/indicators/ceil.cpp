// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct CeilState {
    explicit CeilState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::ceil(t.value); }
};
} // namespace

Indicator ceilIndicator()
{
    return indicator<CeilState>({.name = "ceil", .title = "Ceiling", .group = "math",
        .method = "Ceiling of every value."});
}

} // namespace rialto::analytics
