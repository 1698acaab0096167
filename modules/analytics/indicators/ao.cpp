// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
struct AoState {
    explicit AoState(const Values& v) : fast(averageName(v), v.whole("fast")), slow(averageName(v), v.whole("slow")) {}
    void update(const Tick& t, double* out)
    {
        const double middle = (t.high + t.low) / 2, quick = fast.next(middle);
        out[0] = quick - slow.next(middle);
    }
    MovingAverage fast, slow;
};
} // namespace

Indicator aoIndicator()
{
    return indicator<AoState>({.name = "ao", .title = "Awesome oscillator", .group = "momentum", .inputs = {"high", "low"},
        .parameters = {whole("fast", 5, "period of the fast average"), whole("slow", 34, "period of the slow average"), averageParameter("ma", "sma")},
        .outputs = {{"ao", Draw::Histogram}},
        .method = "Fast average - slow average of (high + low) / 2 (Williams).",
        .aliases = {"AwesomeOscillator"}, .guides = {0}});
}

} // namespace rialto::analytics
