// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <algorithm>

namespace rialto::analytics {

namespace {
struct EdecayState {
    explicit EdecayState(const Values& v) : keep(1 - 1.0 / v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = value = first ? (first = false, t.value) : std::max(t.value, value * keep); }
    double keep, value = 0;
    bool first = true;
};
} // namespace

Indicator edecayIndicator()
{
    return indicator<EdecayState>({.name = "edecay", .title = "Exponential decay", .group = "math",
        .parameters = {whole("period", 5, "bars")},
        .method = "max(x, y[1] (period - 1) / period)."});
}

} // namespace rialto::analytics
