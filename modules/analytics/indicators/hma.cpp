// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/composite_averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct HmaState {
    explicit HmaState(const Values& v) : state(v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = state.next(t.value); }
    Hull state;
};
} // namespace

Indicator hmaIndicator()
{
    return indicator<HmaState>({.name = "hma", .title = "Hull moving average", .group = "overlap",
        .parameters = {whole("period", 16, "bars of the window", 1)},
        .method = "WMA(floor(sqrt(period))) of 2 WMA(floor(period / 2)) - WMA(period) (Hull 2005).",
        .aliases = {"HullMovingAverage", "hull"}, .overlay = true});
}

} // namespace rialto::analytics
