// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/composite_averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct KamaState {
    explicit KamaState(const Values& v) : state(v.whole("period"), v.whole("fast"), v.whole("slow")) {}
    void update(const Tick& t, double* out) { out[0] = state.next(t.value); }
    Kama state;
};
} // namespace

Indicator kamaIndicator()
{
    return indicator<KamaState>({.name = "kama", .title = "Kaufman adaptive moving average", .group = "overlap",
        .parameters = {whole("period", 30, "bars of the efficiency ratio"), whole("fast", 2, "fastest period"), whole("slow", 30, "slowest period")},
        .method = "y += c^2 (x - y), c = ER (2/(fast+1) - 2/(slow+1)) + 2/(slow+1); y begins as the value before the first efficiency ratio (Kaufman 1995).",
        .aliases = {"KaufmanAdaptiveMovingAverage"}, .overlay = true});
}

} // namespace rialto::analytics
