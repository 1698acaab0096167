// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct AsinState {
    explicit AsinState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = std::asin(t.value); }
};
} // namespace

Indicator asinIndicator()
{
    return indicator<AsinState>({.name = "asin", .title = "Arc sine", .group = "math",
        .method = "Arc sine of every value; none where it is not defined."});
}

} // namespace rialto::analytics
