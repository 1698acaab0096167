// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct ChopState {
    explicit ChopState(const Values& v) : n(v.whole("period")), sum(n), highest(n), lowest(n) {}
    void update(const Tick& t, double* out)
    {
        const double total = sum.next(first ? t.high - t.low : fast::trueRange(t.high, t.low, before));
        first = false;
        before = t.close;
        const double range = highest.next(t.high) - lowest.next(t.low);
        if (!std::isnan(total))
            out[0] = range > 0 ? 100 * std::log10(total / range) / std::log10(double(n)) : 100;
    }
    int n;
    RollingSum sum;
    RollingMax highest;
    RollingMin lowest;
    bool first = true;
    double before = 0;
};
} // namespace

Indicator chopIndicator()
{
    return indicator<ChopState>({.name = "chop", .title = "Choppiness index", .group = "volatility", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 14, "bars", 2)},
        .method = "100 log(sum of true ranges / (highest high - lowest low)) / log(period); the first bar counts with high - low (Dreiss).",
        .aliases = {"ChoppinessIndex"}});
}

} // namespace rialto::analytics
