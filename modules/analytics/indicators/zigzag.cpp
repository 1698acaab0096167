// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct ZigzagState {
    explicit ZigzagState(const Values& v) : share(v.real("sensitivity")), least(v.whole("min_trend")) {}
    void pivot(const Tick& t, bool low)
    {
        high = t.high, bottom = t.low;
        lastLow = low;
        count = 0;
    }
    void update(const Tick& t, double* out)
    {
        if (first) {
            first = false;
            pivot(t, true);
            return;
        }
        if (lastLow) {
            if (t.high >= bottom * (1 + share) && count >= least)
                pivot(t, false);
            else if (t.low <= bottom)
                pivot(t, true);
        } else {
            if (t.low <= high * (1 - share) && count >= least)
                pivot(t, true);
            else if (t.high >= high)
                pivot(t, false);
        }
        ++count;
        out[0] = lastLow ? bottom : high, out[1] = lastLow ? -1 : 1;
    }
    double share, high = 0, bottom = 0;
    std::int64_t least, count = 0;
    bool first = true, lastLow = true;
};
} // namespace

Indicator zigzagIndicator()
{
    return indicator<ZigzagState>({.name = "zigzag", .title = "Zig zag", .group = "overlap", .inputs = {"high", "low"},
        .parameters = {real("sensitivity", 0.05, "relative move that makes a pivot", 1e-6, 0.999999), whole("min_trend", 1, "bars between pivots of other kind", 1).also({"min_trend_length"})},
        .outputs = {{"zigzag"}, {"type", Draw::Line, Place::Told}},
        .method = "The newest pivot as known on this bar: a high when price rose by `sensitivity` from the last low, moved on while price goes on, and likewise a low; type 1 high, -1 low. Nothing is drawn back.",
        .aliases = {"ZigZag"}, .overlay = true});
}

} // namespace rialto::analytics
