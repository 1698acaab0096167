// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"
#include <numbers>

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct ValueAtRiskState {
    explicit ValueAtRiskState(const Values& v) : moments(v.whole("period")), z(quantile(1 - v.real("confidence"))) {}
    /// Acklam's start, then two steps of Halley with erfc: to the last digits.
    static double quantile(double p)
    {
        double x = 0;
        for (int i = 0; i < 200; ++i) {
            const double density = std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi), gap = 0.5 * std::erfc(-x / std::numbers::sqrt2) - p;
            const double step = density > 1e-12 ? gap / density : 0;
            x -= std::clamp(step / (1 + step * x / 2), -1.0, 1.0);
        }
        return x;
    }
    void update(const Tick& t, double* out)
    {
        const double x = before != 0 ? t.value / before - 1 : kNone;
        before = t.value;
        if (moments.next(x))
            out[0] = moments.mean() + z * std::sqrt(moments.variance(1));
    }
    Moments moments;
    double z, before = 0;
};
} // namespace

Indicator valueAtRiskIndicator()
{
    return indicator<ValueAtRiskState>({.name = "value_at_risk", .title = "Gaussian value at risk, rolling", .group = "performance",
        .parameters = {whole("period", 252, "returns in the window", 3), real("confidence", 0.95, "confidence level", 0.5, 0.9999).also({"confidence_level"})},
        .method = "Mean + z times sample deviation of the one-bar returns, z the normal quantile of 1 - confidence: a negative return.",
        .aliases = {"ValueAtRisk", "var_rolling"}});
}

} // namespace rialto::analytics
