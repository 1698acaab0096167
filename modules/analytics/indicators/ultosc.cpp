// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <algorithm>

namespace rialto::analytics {

namespace {
struct UltoscState {
    explicit UltoscState(const Values& v) : b1(v.whole("period1")), b2(v.whole("period2")), b3(v.whole("period3")), r1(v.whole("period1")), r2(v.whole("period2")), r3(v.whole("period3")) {}
    static double share(double part, double whole) { return whole > 0 ? part / whole : whole == 0 ? 0 : kNone; }
    void update(const Tick& t, double* out)
    {
        const double pressure = t.close - std::min(t.low, before), range = fast::trueRange(t.high, t.low, before);
        before = t.close;
        if (first) {
            first = false;
            return;
        }
        const double a = b1.next(pressure), b = b2.next(pressure), c = b3.next(pressure), x = r1.next(range), y = r2.next(range), z = r3.next(range);
        out[0] = 100 * (4 * share(a, x) + 2 * share(b, y) + share(c, z)) / 7;
    }
    RollingSum b1, b2, b3, r1, r2, r3;
    double before = 0;
    bool first = true;
};
} // namespace

Indicator ultoscIndicator()
{
    return indicator<UltoscState>({.name = "ultosc", .title = "Ultimate oscillator", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("period1", 7, "shortest window").also({"timeperiod1"}), whole("period2", 14, "middle window").also({"timeperiod2"}), whole("period3", 28, "longest window").also({"timeperiod3"})},
        .method = "100 (4 a + 2 b + c) / 7, each the buying pressure close - min(low, close before) over the true range summed in its window (Williams 1985).",
        .aliases = {"UltimateOscillator"}, .guides = {30, 70}});
}

} // namespace rialto::analytics
