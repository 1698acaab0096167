// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct VhfState {
    explicit VhfState(const Values& v) : highest(v.whole("period")), lowest(v.whole("period")), path(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double range = highest.next(t.value) - lowest.next(t.value), total = path.next(first ? kNone : std::fabs(t.value - before));
        first = false;
        before = t.value;
        if (!std::isnan(total))
            out[0] = total > 0 ? range / total : 0;
    }
    RollingMax highest;
    RollingMin lowest;
    RollingSum path;
    bool first = true;
    double before = 0;
};
} // namespace

Indicator vhfIndicator()
{
    return indicator<VhfState>({.name = "vhf", .title = "Vertical horizontal filter", .group = "momentum",
        .parameters = {whole("period", 28, "bars")},
        .method = "(highest - lowest value) / sum of the absolute changes (White)."});
}

} // namespace rialto::analytics
