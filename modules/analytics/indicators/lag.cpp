// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct LagState {
    explicit LagState(const Values& v) : lag(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double ago = lag.next(t.value);
        if (!std::isnan(ago))
            out[0] = ago;
    }
    Lag lag;
};
} // namespace

Indicator lagIndicator()
{
    return indicator<LagState>({.name = "lag", .title = "Value some bars ago", .group = "momentum",
        .parameters = {whole("period", 1, "bars back")},
        .method = "x[period]",
        .aliases = {"Delay"}});
}

} // namespace rialto::analytics
