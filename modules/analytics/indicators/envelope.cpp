// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
struct EnvelopeState {
    explicit EnvelopeState(const Values& v) : average(averageName(v), v.whole("period")), share(v.real("percent") / 100) {}
    void update(const Tick& t, double* out)
    {
        out[1] = average.next(t.value);
        out[0] = out[1] * (1 + share), out[2] = out[1] * (1 - share);
    }
    MovingAverage average;
    double share;
};
} // namespace

Indicator envelopeIndicator()
{
    return indicator<EnvelopeState>({.name = "envelope", .title = "Moving average envelope", .group = "overlap",
        .parameters = {whole("period", 20, "bars"), real("percent", 2.5, "distance of the bands in percent", 0, 100), averageParameter("ma", "sma")},
        .outputs = {{"upper"}, {"middle"}, {"lower"}},
        .method = "An average and bands at a percentage of it.",
        .overlay = true});
}

} // namespace rialto::analytics
