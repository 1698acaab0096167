// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct LnState {
    explicit LnState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = t.value > 0 ? std::log(t.value) : kNone; }
};
} // namespace

Indicator lnIndicator()
{
    return indicator<LnState>({.name = "ln", .title = "Natural logarithm", .group = "math",
        .method = "Natural logarithm of every value; none where it is not defined."});
}

} // namespace rialto::analytics
