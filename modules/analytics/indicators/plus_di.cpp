// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/movement_convention.h"

namespace rialto::analytics {

namespace {
struct PlusDiState {
    explicit PlusDiState(const Values& v) : movement(v.whole("period"), shortSeed(v)) {}
    void update(const Tick& t, double* out)
    {
        if (movement.next(t.high, t.low, t.close))
            out[0] = movement.plusIndex();
    }
    fast::Movement movement;
};
} // namespace

Indicator plusDiIndicator()
{
    return indicator<PlusDiState>({.name = "plus_di", .title = "Plus directional indicator", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 14, "bars of Wilder's sums", 2), movementParameter()},
        .method = "100 times the sum of upward movement / the sum of true ranges (Wilder 1978)."});
}

} // namespace rialto::analytics
