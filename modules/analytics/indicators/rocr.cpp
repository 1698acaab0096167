// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct RocrState {
    explicit RocrState(const Values& v) : lag(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double ago = lag.next(t.value);
        if (!std::isnan(ago))
            out[0] = ago != 0 ? t.value / ago : kNone;
    }
    Lag lag;
};
} // namespace

Indicator rocrIndicator()
{
    return indicator<RocrState>({.name = "rocr", .title = "Rate of change ratio", .group = "momentum",
        .parameters = {whole("period", 10, "bars back")},
        .method = "x / x[period]; none where the earlier value is 0.",
        .aliases = {"RateOfChangeRatio"}});
}

} // namespace rialto::analytics
