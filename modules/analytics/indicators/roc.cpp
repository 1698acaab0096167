// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct RocState {
    explicit RocState(const Values& v) : lag(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double ago = lag.next(t.value);
        if (!std::isnan(ago))
            out[0] = ago != 0 ? (t.value / ago - 1) * 100 : kNone;
    }
    Lag lag;
};
} // namespace

Indicator rocIndicator()
{
    return indicator<RocState>({.name = "roc", .title = "Rate of change, percent", .group = "momentum",
        .parameters = {whole("period", 10, "bars back")},
        .method = "100 (x / x[period] - 1); none where the earlier value is 0.",
        .aliases = {"RateOfChangePercent", "MomentumPercent"}, .guides = {0}});
}

} // namespace rialto::analytics
