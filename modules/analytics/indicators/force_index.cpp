// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
struct ForceIndexState {
    explicit ForceIndexState(const Values& v) : average(averageName(v), v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        out[0] = average.next(first ? kNone : (t.close - before) * t.volume);
        first = false;
        before = t.close;
    }
    MovingAverage average;
    bool first = true;
    double before = 0;
};
} // namespace

Indicator forceIndexIndicator()
{
    return indicator<ForceIndexState>({.name = "force_index", .title = "Force index", .group = "volume", .inputs = {"close", "volume"},
        .parameters = {whole("period", 13, "bars averaged; 1 for the raw force"), averageParameter("ma", "ema")},
        .method = "Average of (close - close before) times volume (Elder 1993).",
        .aliases = {"ForceIndex", "efi", "fi"}});
}

} // namespace rialto::analytics
