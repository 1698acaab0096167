// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct VwmaState {
    explicit VwmaState(const Values& v) : money(v.whole("period")), volume(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double m = money.next(t.value * t.volume), q = volume.next(t.volume);
        out[0] = q != 0 ? m / q : t.value;
        if (std::isnan(q))
            out[0] = kNone;
    }
    RollingSum money, volume;
};
} // namespace

Indicator vwmaIndicator()
{
    return indicator<VwmaState>({.name = "vwma", .title = "Volume-weighted moving average", .group = "overlap", .inputs = {"value", "volume"},
        .parameters = {whole("period", 20, "bars")},
        .method = "Sum of value times volume over `period` bars / sum of volume; the value itself where there was no volume.",
        .aliases = {"VolumeWeightedMovingAverage"}, .overlay = true});
}

} // namespace rialto::analytics
