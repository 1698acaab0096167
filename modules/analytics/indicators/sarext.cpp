// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct SarextState {
    explicit SarextState(const Values& v)
        : startValue(v.real("start_value")), offset(v.real("offset_on_reverse")), longs{v.real("af_init_long"), v.real("af_long"), v.real("af_max_long")}, shorts{v.real("af_init_short"), v.real("af_short"), v.real("af_max_short")}
    {
    }
    struct Step {
        double start, increment, most;
    };
    void begin(const Tick& t)
    {
        const double up = t.high - highBefore, down = lowBefore - t.low;
        rising = startValue > 0 || (startValue == 0 && !(down > 0 && down > up));
        stop = startValue != 0 ? std::fabs(startValue) : rising ? lowBefore : highBefore;
        extreme = rising ? t.high : t.low;
        factor = std::min((rising ? longs : shorts).start, (rising ? longs : shorts).most);
        highBefore = t.high, lowBefore = t.low;
    }
    void update(const Tick& t, double* out)
    {
        if (bars == 0) {
            bars = 1;
            highBefore = t.high, lowBefore = t.low;
            return;
        }
        if (bars == 1) {
            bars = 2;
            begin(t);
        }
        const Step& step = rising ? longs : shorts;
        if (rising ? t.low <= stop : t.high >= stop) {
            rising = !rising;
            stop = rising ? std::min({extreme, lowBefore, t.low}) : std::max({extreme, highBefore, t.high});
            stop += (rising ? -1 : 1) * stop * offset;
            out[0] = stop;
            factor = std::min((rising ? longs : shorts).start, (rising ? longs : shorts).most);
            extreme = rising ? t.high : t.low;
        } else {
            out[0] = stop;
            if (rising ? t.high > extreme : t.low < extreme) {
                extreme = rising ? t.high : t.low;
                factor = std::min(factor + step.increment, step.most);
            }
        }
        const bool wasRising = rising;
        stop += factor * (extreme - stop);
        stop = rising ? std::min({stop, lowBefore, t.low}) : std::max({stop, highBefore, t.high});
        highBefore = t.high, lowBefore = t.low;
        if (!wasRising)
            out[0] = -out[0];
    }
    double startValue, offset;
    Step longs, shorts;
    int bars = 0;
    bool rising = true;
    double stop = 0, extreme = 0, factor = 0, highBefore = 0, lowBefore = 0;
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
