// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct AroonState {
    explicit AroonState(const Values& v) : highest(v.whole("period") + 1), lowest(v.whole("period") + 1), n(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        lowest.next(t.low);
        if (!std::isnan(highest.next(t.high)))
            out[0] = 100 * (n - lowest.age()) / n, out[1] = 100 * (n - highest.age()) / n;
    }
    RollingMax highest;
    RollingMin lowest;
    double n;
};
} // namespace

Indicator aroonIndicator()
{
    return indicator<AroonState>({.name = "aroon", .title = "Aroon", .group = "momentum", .inputs = {"high", "low"},
        .parameters = {whole("period", 14, "bars back, so period + 1 bars in the window")},
        .outputs = {{"aroon_down"}, {"aroon_up"}},
        .method = "100 (period - bars since the lowest low or highest high) / period, the newest of equals (Chande 1995)."});
}

} // namespace rialto::analytics
