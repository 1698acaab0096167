// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct AdrState {
    explicit AdrState(const Values& v) : average(v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = average.next(t.high - t.low); }
    Sma average;
};
} // namespace

Indicator adrIndicator()
{
    return indicator<AdrState>({.name = "adr", .title = "Average range", .group = "volatility", .inputs = {"high", "low"},
        .parameters = {whole("period", 20, "bars")},
        .method = "Simple average of high - low.",
        .aliases = {"AverageRange", "average_daily_range"}});
}

} // namespace rialto::analytics
