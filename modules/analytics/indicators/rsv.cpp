// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct RsvState {
    explicit RsvState(const Values& v) : n(v.whole("period")), sum(n) {}
    void update(const Tick& t, double* out)
    {
        if (!(t.open > 0 && t.high > 0 && t.low > 0 && t.close > 0))
            return;
        const double total = sum.next(std::log(t.high / t.close) * std::log(t.high / t.open) + std::log(t.low / t.close) * std::log(t.low / t.open));
        if (!std::isnan(total))
            out[0] = std::sqrt(std::max(total, 0.0) / n);
    }
    int n;
    RollingSum sum;
};
} // namespace

Indicator rsvIndicator()
{
    return indicator<RsvState>({.name = "rsv", .title = "Rogers-Satchell volatility", .group = "volatility", .inputs = {"open", "high", "low", "close"},
        .parameters = {whole("period", 9, "bars")},
        .method = "Root of the mean of ln(h/c) ln(h/o) + ln(l/c) ln(l/o) (Rogers and Satchell 1991); not annualised.",
        .aliases = {"RogersSatchellVolatility"}});
}

} // namespace rialto::analytics
