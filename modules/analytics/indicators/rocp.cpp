// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct RocpState {
    explicit RocpState(const Values& v) : lag(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double ago = lag.next(t.value);
        if (!std::isnan(ago))
            out[0] = ago != 0 ? (t.value - ago) / ago : kNone;
    }
    Lag lag;
};
} // namespace

Indicator rocpIndicator()
{
    return indicator<RocpState>({.name = "rocp", .title = "Rate of change", .group = "momentum",
        .parameters = {whole("period", 10, "bars back")},
        .method = "(x - x[period]) / x[period]; none where the earlier value is 0.",
        .aliases = {"RateOfChange"}});
}

} // namespace rialto::analytics
