// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
struct ApoState {
    explicit ApoState(const Values& v) : fast(averageName(v), v.whole("fast"), seedOf(v)), slow(averageName(v), v.whole("slow"), seedOf(v)) {}
    void update(const Tick& t, double* out)
    {
        const double quick = fast.next(t.value);
        out[0] = quick - slow.next(t.value);
    }
    MovingAverage fast, slow;
};
} // namespace

Indicator apoIndicator()
{
    return indicator<ApoState>({.name = "apo", .title = "Absolute price oscillator", .group = "momentum",
        .parameters = {whole("fast", 12, "period of the fast average"), whole("slow", 26, "period of the slow average"), averageParameter("ma", "sma"), seedParameter()},
        .method = "Fast average - slow average.",
        .aliases = {"AbsolutePriceOscillator"}});
}

} // namespace rialto::analytics
