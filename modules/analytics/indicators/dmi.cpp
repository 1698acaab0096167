// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/movement_convention.h"

namespace rialto::analytics {

namespace {
struct DmiState {
    explicit DmiState(const Values& v) : movement(v.whole("period"), shortSeed(v)), average(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        if (!movement.next(t.high, t.low, t.close))
            return;
        out[0] = movement.plusIndex(), out[1] = movement.minusIndex();
        out[2] = average.next(fast::directional(movement.plus, movement.minus));
    }
    fast::Movement movement;
    Rma average;
};
} // namespace

Indicator dmiIndicator()
{
    return indicator<DmiState>({.name = "dmi", .title = "Directional movement system", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 14, "bars", 2), movementParameter()},
        .outputs = {{"plus_di"}, {"minus_di"}, {"adx"}},
        .method = "+DI, -DI and ADX of Wilder in one: see plus_di, minus_di, adx.",
        .aliases = {"DirectionalMovement", "dm", "di"}});
}

} // namespace rialto::analytics
