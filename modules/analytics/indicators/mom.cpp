// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct MomState {
    explicit MomState(const Values& v) : lag(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double ago = lag.next(t.value);
        if (!std::isnan(ago))
            out[0] = t.value - ago;
    }
    Lag lag;
};
} // namespace

Indicator momIndicator()
{
    return indicator<MomState>({.name = "mom", .title = "Momentum", .group = "momentum",
        .parameters = {whole("period", 10, "bars back")},
        .method = "x - x[period]",
        .aliases = {"Momentum"}, .guides = {0}});
}

} // namespace rialto::analytics
