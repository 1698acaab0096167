// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"

#include <algorithm>

namespace rialto::analytics {

namespace {
struct AdoscState {
    explicit AdoscState(const Values& v) : fast(v.whole("fast"), seedOf(v)), slow(v.whole("slow"), seedOf(v)), wait(v.is("seed", "first") ? std::max(v.whole("fast"), v.whole("slow")) - 1 : 0) {}
    void update(const Tick& t, double* out)
    {
        total += t.high > t.low ? ((t.close - t.low) - (t.high - t.close)) / (t.high - t.low) * t.volume : 0;
        const double quick = fast.next(total), calm = slow.next(total);
        if (wait > 0)
            --wait;
        else
            out[0] = quick - calm;
    }
    double total = 0;
    Ema fast, slow;
    int wait;
};
} // namespace

Indicator adoscIndicator()
{
    return indicator<AdoscState>({.name = "adosc", .title = "Chaikin oscillator", .group = "volume", .inputs = {"high", "low", "close", "volume"},
        .parameters = {whole("fast", 3, "period of the fast average"), whole("slow", 10, "period of the slow average"), seedParameter()},
        .method = "Difference of two exponential averages of the accumulation/distribution line. seed=first: both start with its first value, given once the longer one is warm (TA-Lib); seed=sma: each starts with the mean of its window (Lean).",
        .aliases = {"AccumulationDistributionOscillator", "ChaikinOscillator"}});
}

} // namespace rialto::analytics
