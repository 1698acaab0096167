// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/parabolic_stop.h"

namespace rialto::analytics {

namespace {
struct SarextState {
    explicit SarextState(const Values& v)
        : stop(v.real("start_value"), v.real("offset_on_reverse"), {v.real("af_init_long"), v.real("af_long"), v.real("af_max_long")}, {v.real("af_init_short"), v.real("af_short"), v.real("af_max_short")})
    {
    }
    void update(const Tick& t, double* out)
    {
        stop.update(t, out);
        if (stop.falling())
            out[0] = -out[0];
    }
    ParabolicStop stop;
};
} // namespace

Indicator sarextIndicator()
{
    return indicator<SarextState>({.name = "sarext", .title = "Parabolic stop and reverse, extended", .group = "overlap", .inputs = {"high", "low"},
        .parameters = {real("start_value", 0, "above 0: rising from it; below 0: falling from its size; 0: by the first movement", -1e9, 1e9).also({"sar_start"}), real("offset_on_reverse", 0, "share added to the stop when it turns", 0, 1), real("af_init_long", 0.02, "first factor when rising", 0, 100).also({"accelerationinitlong", "af_start_long"}), real("af_long", 0.02, "increment when rising", 0, 100).also({"accelerationlong", "af_increment_long"}), real("af_max_long", 0.2, "largest factor when rising", 0, 100).also({"accelerationmaxlong"}), real("af_init_short", 0.02, "first factor when falling", 0, 100).also({"accelerationinitshort", "af_start_short"}), real("af_short", 0.02, "increment when falling", 0, 100).also({"accelerationshort", "af_increment_short"}), real("af_max_short", 0.2, "largest factor when falling", 0, 100).also({"accelerationmaxshort"})},
        .outputs = {{"sarext", Draw::Dots}},
        .method = "As sar with own factors for both directions; values while falling are negative.",
        .aliases = {"ParabolicStopAndReverseExtended"}, .overlay = true});
}

} // namespace rialto::analytics
