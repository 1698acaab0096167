// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct Log10State {
    explicit Log10State(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = t.value > 0 ? std::log10(t.value) : kNone; }
};
} // namespace

Indicator log10Indicator()
{
    return indicator<Log10State>({.name = "log10", .title = "Decimal logarithm", .group = "math",
        .method = "Decimal logarithm of every value; none where it is not defined."});
}

} // namespace rialto::analytics
