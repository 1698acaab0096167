// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/movement_convention.h"

namespace rialto::analytics {

namespace {
struct DxState {
    explicit DxState(const Values& v) : movement(v.whole("period"), shortSeed(v)) {}
    void update(const Tick& t, double* out)
    {
        if (movement.next(t.high, t.low, t.close))
            out[0] = fast::directional(movement.plus, movement.minus);
    }
    fast::Movement movement;
};
} // namespace

Indicator dxIndicator()
{
    return indicator<DxState>({.name = "dx", .title = "Directional movement index", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 14, "bars of Wilder's sums", 2), movementParameter()},
        .method = "100 |+DI - -DI| / (+DI + -DI), 0 when there was no movement (Wilder 1978).",
        .aliases = {"DirectionalMovementIndex"}});
}

} // namespace rialto::analytics
