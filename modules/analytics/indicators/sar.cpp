// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/parabolic_stop.h"

namespace rialto::analytics {

namespace {
struct SarState {
    explicit SarState(const Values& v)
        : stop(0, 0, {v.real("start"), v.real("acceleration"), v.real("maximum")}, {v.real("start"), v.real("acceleration"), v.real("maximum")})
    {
    }
    void update(const Tick& t, double* out) { stop.update(t, out); }
    ParabolicStop stop;
};
} // namespace

Indicator sarIndicator()
{
    return indicator<SarState>({.name = "sar", .title = "Parabolic stop and reverse", .group = "overlap", .inputs = {"high", "low"},
        .parameters = {real("start", 0.02, "first acceleration factor", 0, 100).also({"acceleration", "af_start"}), real("acceleration", 0.02, "added on each new extreme", 0, 100).also({"af_increment"}), real("maximum", 0.2, "largest factor", 0, 100).also({"af_max"})},
        .outputs = {{"sar", Draw::Dots}},
        .method = "stop += AF (extreme - stop), never beyond the last two bars; turns when touched (Wilder 1978). Begins on the second bar: falling when downward movement prevails, at the high or low before.",
        .aliases = {"ParabolicStopAndReverse", "psar"}, .overlay = true});
}

} // namespace rialto::analytics
