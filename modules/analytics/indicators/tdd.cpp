// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct TddState {
    explicit TddState(const Values& v) : n(v.whole("period")), sum(n), target(v.real("target")), zero(v.is("first", "zero")) {}
    void update(const Tick& t, double* out)
    {
        const double x = before != 0 ? t.value / before - 1 : zero && first ? 0.0 : kNone;
        first = false;
        before = t.value;
        const double below = std::min(0.0, x - target), total = sum.next(std::isnan(x) ? kNone : below * below);
        if (!std::isnan(total))
            out[0] = std::sqrt(std::max(total, 0.0) / n);
    }
    int n;
    RollingSum sum;
    double target, before = 0;
    bool zero, first = true;
};
} // namespace

Indicator tddIndicator()
{
    return indicator<TddState>({.name = "tdd", .title = "Target downside deviation, rolling", .group = "performance",
        .parameters = {whole("period", 15, "returns in the window"), real("target", 0, "return of one bar that is demanded", -1, 1).also({"mar", "minimum_acceptable_return"}), choice("first", {"skip", "zero"}, "the first bar has no return, or one of 0")},
        .method = "Root of the mean of min(0, return - target)^2 over all `period` returns.",
        .aliases = {"TargetDownsideDeviation"}});
}

} // namespace rialto::analytics
