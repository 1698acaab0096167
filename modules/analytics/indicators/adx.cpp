// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast.h"
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/movement_convention.h"

namespace rialto::analytics {

namespace {
struct AdxState {
    explicit AdxState(const Values& v) : adx(v.whole("period"), shortSeed(v)) {}
    void update(const Tick& t, double* out) { out[0] = adx.next(t.high, t.low, t.close); }
    fast::Adx adx;
};
} // namespace

Indicator adxIndicator()
{
    return indicator<AdxState>({.name = "adx", .title = "Average directional index", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 14, "bars of Wilder's sums and of the average", 2), movementParameter()},
        .outputs = {{"adx"}},
        .method = "Wilder's average (seeded with the mean of the first window) of DX = 100 |+DI - -DI| / (+DI + -DI), 0 when there was no movement (Wilder 1978).",
        .aliases = {"AverageDirectionalIndex"}, .guides = {25},
        .batch = [](const Series& s, const Values& v, std::span<double* const> out) {
            if (shortSeed(v))
                runState<AdxState>(s, v, out);
            else
                fast::adx(s.high.data(), s.low.data(), s.close.data(), s.size, v.whole("period"), out[0]);
        }});
}

} // namespace rialto::analytics
