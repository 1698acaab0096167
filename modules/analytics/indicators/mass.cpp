// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct MassState {
    explicit MassState(const Values& v) : one(v.whole("ema_period"), seedOf(v)), two(v.whole("ema_period"), seedOf(v)), sum(v.whole("period")), wait(v.is("seed", "first") ? 2 * v.whole("ema_period") - 2 : 0) {}
    void update(const Tick& t, double* out)
    {
        const double a = one.next(t.high - t.low), b = two.next(a);
        if (wait > 0) {
            --wait;
            return;
        }
        if (!std::isnan(b))
            out[0] = sum.next(b > 0 ? a / b : 1);
    }
    Ema one, two;
    RollingSum sum;
    int wait;
};
} // namespace

Indicator massIndicator()
{
    return indicator<MassState>({.name = "mass", .title = "Mass index", .group = "volatility", .inputs = {"high", "low"},
        .parameters = {whole("ema_period", 9, "period of both averages").also({"ema"}), whole("period", 25, "ratios summed").also({"sum_period"}), seedParameter()},
        .method = "Sum of e1 / e2 over `period` bars, e1 the exponential average of high - low and e2 that of e1 (Dorsey 1992).",
        .aliases = {"MassIndex", "massi"}});
}

} // namespace rialto::analytics
