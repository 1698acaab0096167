// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/movement_convention.h"

namespace rialto::analytics {

namespace {
struct MinusDiState {
    explicit MinusDiState(const Values& v) : movement(v.whole("period"), shortSeed(v)) {}
    void update(const Tick& t, double* out)
    {
        if (movement.next(t.high, t.low, t.close))
            out[0] = movement.minusIndex();
    }
    fast::Movement movement;
};
} // namespace

Indicator minusDiIndicator()
{
    return indicator<MinusDiState>({.name = "minus_di", .title = "Minus directional indicator", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 14, "bars of Wilder's sums", 2), movementParameter()},
        .method = "100 times the sum of downward movement / the sum of true ranges (Wilder 1978)."});
}

} // namespace rialto::analytics
