// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct AroonoscState {
    explicit AroonoscState(const Values& v) : highest(v.whole("up_period") + 1), lowest(v.whole("down_period") + 1), up(v.whole("up_period")), down(v.whole("down_period")) {}
    void update(const Tick& t, double* out)
    {
        const bool ready = !std::isnan(highest.next(t.high)) & !std::isnan(lowest.next(t.low));
        if (ready)
            out[0] = 100 * (up - highest.age()) / up - 100 * (down - lowest.age()) / down;
    }
    RollingMax highest;
    RollingMin lowest;
    double up, down;
};
} // namespace

Indicator aroonoscIndicator()
{
    return indicator<AroonoscState>({.name = "aroonosc", .title = "Aroon oscillator", .group = "momentum", .inputs = {"high", "low"},
        .parameters = {whole("up_period", 14, "bars back of the high").also({"period"}), whole("down_period", 14, "bars back of the low").also({"period"})},
        .method = "Aroon up - Aroon down.",
        .aliases = {"AroonOscillator"}, .guides = {0}});
}

} // namespace rialto::analytics
