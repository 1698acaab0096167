// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <algorithm>

namespace rialto::analytics {

namespace {
struct DecayState {
    explicit DecayState(const Values& v) : step(1.0 / v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = value = first ? (first = false, t.value) : std::max(t.value, value - step); }
    double step, value = 0;
    bool first = true;
};
} // namespace

Indicator decayIndicator()
{
    return indicator<DecayState>({.name = "decay", .title = "Linear decay", .group = "math",
        .parameters = {whole("period", 5, "bars from 1 to 0")},
        .method = "max(x, y[1] - 1/period)."});
}

} // namespace rialto::analytics
