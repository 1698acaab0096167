// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
struct SobvState {
    explicit SobvState(const Values& v) : average(averageName(v), v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        total += first ? t.volume : t.value > before ? t.volume : t.value < before ? -t.volume : 0;
        first = false;
        before = t.value;
        out[0] = average.next(total);
    }
    MovingAverage average;
    double total = 0, before = 0;
    bool first = true;
};
} // namespace

Indicator sobvIndicator()
{
    return indicator<SobvState>({.name = "sobv", .title = "Smoothed on-balance volume", .group = "volume", .inputs = {"value", "volume"},
        .parameters = {whole("period", 20, "bars averaged"), averageParameter("ma", "sma")},
        .method = "Average of the on-balance volume.",
        .aliases = {"SmoothedOnBalanceVolume"}});
}

} // namespace rialto::analytics
