// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct VolatilityState {
    explicit VolatilityState(const Values& v) : moments(v.whole("period")), logs(v.is("returns", "log")), scale(v.real("scale")), ddof(v.whole("ddof")) {}
    void update(const Tick& t, double* out)
    {
        const double x = before > 0 && t.value > 0 ? logs ? std::log(t.value / before) : t.value / before - 1 : kNone;
        before = t.value;
        if (moments.next(x))
            out[0] = std::sqrt(moments.variance(ddof) * scale);
    }
    Moments moments;
    bool logs;
    double scale, before = 0;
    int ddof;
};
} // namespace

Indicator volatilityIndicator()
{
    return indicator<VolatilityState>({.name = "volatility", .title = "Annualised historical volatility", .group = "volatility",
        .parameters = {whole("period", 10, "returns", 2), choice("returns", {"simple", "log"}, "kind of return"), real("scale", 252, "periods a year", 1e-9, 1e9), ddofParameter(0)},
        .method = "Standard deviation of the returns times sqrt(scale); divisor period - ddof."});
}

} // namespace rialto::analytics
