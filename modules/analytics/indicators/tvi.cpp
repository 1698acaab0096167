// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct TviState {
    explicit TviState(const Values& v) : least(v.real("least_move")) {}
    void update(const Tick& t, double* out)
    {
        if (!first) {
            const double change = t.value - before;
            direction = change > least ? 1 : change < -least ? -1 : direction;
            total += direction * t.volume;
        }
        first = false;
        before = t.value;
        out[0] = total;
    }
    double least, total = 0, before = 0;
    int direction = 0;
    bool first = true;
};
} // namespace

Indicator tviIndicator()
{
    return indicator<TviState>({.name = "tvi", .title = "Trend of volume index", .group = "volume", .inputs = {"value", "volume"},
        .parameters = {real("least_move", 0.5, "smallest change that turns the direction", 0, 1e9)},
        .method = "Sum of volume times the direction, which turns only on changes larger than least_move (trade volume index).",
        .aliases = {"trade_volume_index"}});
}

} // namespace rialto::analytics
