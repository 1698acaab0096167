// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
struct PpoState {
    explicit PpoState(const Values& v) : fast(averageName(v), v.whole("fast"), seedOf(v)), slow(averageName(v), v.whole("slow"), seedOf(v)) {}
    void update(const Tick& t, double* out)
    {
        const double quick = fast.next(t.value), calm = slow.next(t.value);
        out[0] = calm != 0 ? (quick - calm) / calm * 100 : kNone;
    }
    MovingAverage fast, slow;
};
} // namespace

Indicator ppoIndicator()
{
    return indicator<PpoState>({.name = "ppo", .title = "Percentage price oscillator", .group = "momentum",
        .parameters = {whole("fast", 12, "period of the fast average"), whole("slow", 26, "period of the slow average"), averageParameter("ma", "sma"), seedParameter()},
        .method = "100 (fast average - slow average) / slow average.",
        .aliases = {"PercentagePriceOscillator"}});
}

} // namespace rialto::analytics
