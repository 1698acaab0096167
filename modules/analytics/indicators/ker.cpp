// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/composite_averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct KerState {
    explicit KerState(const Values& v) : ratio(v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = ratio.next(t.value); }
    EfficiencyRatio ratio;
};
} // namespace

Indicator kerIndicator()
{
    return indicator<KerState>({.name = "ker", .title = "Kaufman efficiency ratio", .group = "momentum",
        .parameters = {whole("period", 10, "steps of the change and of the path")},
        .method = "|x - x[period]| / sum of the last `period` absolute changes, at most 1.",
        .aliases = {"efficiency_ratio", "KaufmanEfficiencyRatio"}});
}

} // namespace rialto::analytics
