// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct SharpeState {
    explicit SharpeState(const Values& v) : moments(v.whole("period")), rate(v.real("rf")), ddof(v.whole("ddof")), scale(std::sqrt(v.real("scale"))) {}
    void update(const Tick& t, double* out)
    {
        const double x = before != 0 ? t.value / before - 1 : kNone;
        before = t.value;
        if (!moments.next(x))
            return;
        const double deviation = std::sqrt(moments.variance(ddof));
        out[0] = deviation > 0 ? (moments.mean() - rate) / deviation * scale : kNone;
    }
    Moments moments;
    double rate;
    int ddof;
    double scale, before = 0;
};
} // namespace

Indicator sharpeIndicator()
{
    return indicator<SharpeState>({.name = "sharpe", .title = "Sharpe ratio, rolling", .group = "performance",
        .parameters = {whole("period", 10, "returns in the window", 2), real("rf", 0, "risk-free return of one bar", -1, 1).also({"risk_free_rate"}), ddofParameter(0), real("scale", 1, "bars a year; 1: not annualised", 1e-9, 1e9)},
        .method = "(mean one-bar return - rf) / standard deviation of the returns (divisor period - ddof) times sqrt(scale) (Sharpe 1994).",
        .aliases = {"SharpeRatio", "sr"}});
}

} // namespace rialto::analytics
