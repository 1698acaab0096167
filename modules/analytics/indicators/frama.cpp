// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct FramaState {
    explicit FramaState(const Values& v) : n(v.whole("period")), w(std::log(2.0 / (1 + v.whole("long_period")))), newHigh(n / 2), allHigh(n), newLow(n / 2), allLow(n), oldHigh(n / 2), oldLow(n / 2) {}
    void update(const Tick& t, double* out)
    {
        const double price = (t.high + t.low) / 2;
        const double h1 = newHigh.next(t.high), l1 = newLow.next(t.low), h2 = oldHigh.next(h1), l2 = oldLow.next(l1), h = allHigh.next(t.high), l = allLow.next(t.low);
        if (++bars <= n || std::isnan(h2)) {
            value = price;
            return;
        }
        const double half = n / 2, n1 = (h1 - l1) / half, n2 = (h2 - l2) / half, n3 = (h - l) / n;
        const double dimension = n1 + n2 > 0 && n3 > 0 ? std::log((n1 + n2) / n3) / std::log(2.0) : 0;
        const double alpha = std::clamp(std::exp(w * (dimension - 1)), 0.01, 1.0);
        out[0] = value = alpha * price + (1 - alpha) * value;
    }
    int n, bars = 0;
    double w, value = 0;
    RollingMax newHigh, allHigh;
    RollingMin newLow, allLow;
    Lag oldHigh, oldLow;
};
} // namespace

Indicator framaIndicator()
{
    return indicator<FramaState>({.name = "frama", .title = "Fractal adaptive moving average", .group = "overlap", .inputs = {"high", "low"},
        .parameters = {whole("period", 16, "bars, an even number", 2), whole("long_period", 198, "slowest period")},
        .method = "Weight exp(ln(2/(long_period+1)) (D - 1)) between 0.01 and 1 on (high + low) / 2, D the fractal dimension from the ranges of both halves and of the whole window (Ehlers 2005).",
        .aliases = {"FractalAdaptiveMovingAverage"}, .overlay = true, .refuse = [](const Values& v) -> std::string { return v.whole("period") % 2 != 0 ? "period must be even" : std::string(); }});
}

} // namespace rialto::analytics
