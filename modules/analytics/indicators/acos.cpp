// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct AcosState {
    explicit AcosState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::acos(t.value); }
};
} // namespace

Indicator acosIndicator()
{
    return indicator<AcosState>({.name = "acos", .title = "Arc cosine", .group = "math",
        .method = "Arc cosine of every value; none where it is not defined."});
}

} // namespace rialto::analytics
