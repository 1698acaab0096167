// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct SortinoState {
    explicit SortinoState(const Values& v) : n(v.whole("period")), mean(n), sum(n), target(v.real("target")), rate(v.real("rf")), scale(std::sqrt(v.real("scale"))) {}
    void update(const Tick& t, double* out)
    {
        const double x = before != 0 ? t.value / before - 1 : kNone;
        before = t.value;
        const double below = std::min(0.0, x - target), average = mean.next(x), total = sum.next(std::isnan(x) ? kNone : below * below);
        if (!std::isnan(total))
            out[0] = total > 0 ? (average - rate) / std::sqrt(total / n) * scale : kNone;
    }
    int n;
    Sma mean;
    RollingSum sum;
    double target, rate, scale, before = 0;
};
} // namespace

Indicator sortinoIndicator()
{
    return indicator<SortinoState>({.name = "sortino", .title = "Sortino ratio, rolling", .group = "performance",
        .parameters = {whole("period", 15, "returns in the window"), real("target", 0, "return of one bar that is demanded", -1, 1).also({"mar", "minimum_acceptable_return"}), real("rf", 0, "return of one bar that is subtracted from the mean", -1, 1).also({"risk_free_rate"}), real("scale", 1, "bars a year; 1: not annualised", 1e-9, 1e9)},
        .method = "(mean return - rf) / target downside deviation over the same window times sqrt(scale) (Sortino).",
        .aliases = {"SortinoRatio"}});
}

} // namespace rialto::analytics
