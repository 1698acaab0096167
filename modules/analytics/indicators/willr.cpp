// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct WillrState {
    explicit WillrState(const Values& v) : highest(v.whole("period")), lowest(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double top = highest.next(t.high), bottom = lowest.next(t.low);
        if (!std::isnan(top))
            out[0] = top > bottom ? -100 * (top - t.close) / (top - bottom) : 0;
    }
    RollingMax highest;
    RollingMin lowest;
};
} // namespace

Indicator willrIndicator()
{
    return indicator<WillrState>({.name = "willr", .title = "Williams %R", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 14, "bars")},
        .method = "-100 (highest high - close) / (highest high - lowest low), 0 in a range of nothing (Williams).",
        .aliases = {"WilliamsPercentR", "williamsr"}, .guides = {-80, -20}});
}

} // namespace rialto::analytics
