// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct VarState {
    explicit VarState(const Values& v) : moments(v.whole("period")), ddof(v.whole("ddof")), scale(v.real("deviations")) {}
    void update(const Tick& t, double* out)
    {
        if (moments.next(t.value))
            out[0] = moments.variance(ddof) * scale;
    }
    Moments moments;
    int ddof;
    double scale;
};
} // namespace

Indicator varIndicator()
{
    return indicator<VarState>({.name = "var", .title = "Variance", .group = "statistic",
        .parameters = {whole("period", 5, "bars"), ddofParameter(0), real("deviations", 1, "factor of the result", 0, 1000).also({"nbdev"})},
        .method = "Mean square of the deviations from the mean of the window; divisor period - ddof.",
        .aliases = {"Variance"}});
}

} // namespace rialto::analytics
