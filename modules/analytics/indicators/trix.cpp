// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct TrixState {
    explicit TrixState(const Values& v) : one(v.whole("period"), seedOf(v)), two(v.whole("period"), seedOf(v)), three(v.whole("period"), seedOf(v)) {}
    void update(const Tick& t, double* out)
    {
        const double now = three.next(two.next(one.next(t.value)));
        if (!std::isnan(now) && before != 0)
            out[0] = (now / before - 1) * 100;
        before = now;
    }
    Ema one, two, three;
    double before = kNone;
};
} // namespace

Indicator trixIndicator()
{
    return indicator<TrixState>({.name = "trix", .title = "Triple smooth rate of change", .group = "momentum",
        .parameters = {whole("period", 30, "period of each of the three averages"), seedParameter()},
        .method = "100 (y / y[1] - 1), y the exponential average of the average of the average (Hutson 1983).",
        .aliases = {"Trix"}, .guides = {0}});
}

} // namespace rialto::analytics
