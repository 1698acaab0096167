// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/movement_convention.h"

namespace rialto::analytics {

namespace {
struct MinusDmState {
    explicit MinusDmState(const Values& v) : movement(v.whole("period"), false), begins(v.whole("period") - (shortSeed(v) ? 1 : 0)) {}
    void update(const Tick& t, double* out)
    {
        const int seen = movement.moves;
        movement.needed = begins;
        if (movement.next(t.high, t.low, t.close) || (seen >= 0 && movement.moves >= begins))
            out[0] = movement.minus;
    }
    fast::Movement movement;
    int begins;
};
} // namespace

Indicator minusDmIndicator()
{
    return indicator<MinusDmState>({.name = "minus_dm", .title = "Minus directional movement", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 14, "bars of Wilder's sum", 2), choice("seed", {"wilder", "talib"}, "the sum begins with `period` moves, or with one fewer")},
        .method = "Wilder's sum of downward movement: loses a period-th of itself, gains the new move (Wilder 1978)."});
}

} // namespace rialto::analytics
