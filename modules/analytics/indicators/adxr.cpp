// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/movement_convention.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct AdxrState {
    explicit AdxrState(const Values& v) : adx(v.whole("period"), shortSeed(v)), lag(v.whole("period") - (v.is("lag", "period-1") ? 1 : 0)) {}
    void update(const Tick& t, double* out)
    {
        const double now = adx.next(t.high, t.low, t.close);
        out[0] = (now + lag.next(now)) / 2;
    }
    fast::Adx adx;
    Lag lag;
};
} // namespace

Indicator adxrIndicator()
{
    return indicator<AdxrState>({.name = "adxr", .title = "Average directional index rating", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 14, "bars", 2), movementParameter(), choice("lag", {"period-1", "period"}, "bars back of the other ADX")},
        .method = "Mean of the ADX and the ADX of period - 1 bars before (TA-Lib, Lean), or of period bars before (Wilder).",
        .aliases = {"AverageDirectionalMovementIndexRating"}, .guides = {25}});
}

} // namespace rialto::analytics
