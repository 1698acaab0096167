// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/fast.h"

namespace rialto::analytics {

namespace {
struct EmaState {
    explicit EmaState(const Values& v) : ema(v.whole("period"), seedOf(v)) {}
    void update(const Tick& t, double* out) { out[0] = ema.next(t.value); }
    Ema ema;
};
} // namespace

Indicator emaIndicator()
{
    return indicator<EmaState>({.name = "ema", .title = "Exponential moving average", .group = "overlap",
        .parameters = {whole("period", 30, "bars; the weight of the newest is 2 / (period + 1)"), seedParameter()},
        .method = "y += 2/(period+1) * (x - y). seed=sma: y starts as the mean of the first `period` values; seed=first: as the first value.",
        .aliases = {"ExponentialMovingAverage"}, .overlay = true,
        .batch = [](const Series& s, const Values& v, std::span<double* const> out) {
            if (v.is("seed", "sma"))
                fast::ema(s.value.data(), s.size, v.whole("period"), out[0]);
            else
                runState<EmaState>(s, v, out);
        }});
}

} // namespace rialto::analytics
