// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct SarState {
    explicit SarState(const Values& v)
        : startValue(0), offset(0), longs{v.real("start"), v.real("acceleration"), v.real("maximum")}, shorts{v.real("start"), v.real("acceleration"), v.real("maximum")}
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
        (void)wasRising;
    }
    double startValue, offset;
    Step longs, shorts;
    int bars = 0;
    bool rising = true;
    double stop = 0, extreme = 0, factor = 0, highBefore = 0, lowBefore = 0;
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
