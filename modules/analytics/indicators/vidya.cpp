// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct VidyaState {
    explicit VidyaState(const Values& v) : n(v.whole("period")), weight(2.0 / (n + 1)), gain(n, 1.0 / n, Seed::Mean), loss(n, 1.0 / n, Seed::Mean), gains(n), losses(n), wilder(v.is("momentum", "wilder")) {}
    void update(const Tick& t, double* out)
    {
        const double change = first ? kNone : t.value - before;
        first = false;
        before = t.value;
        const double up = std::isnan(change) ? kNone : std::max(change, 0.0), down = std::isnan(change) ? kNone : std::max(-change, 0.0);
        const double g = wilder ? gain.next(up) : gains.next(up), l = wilder ? loss.next(down) : losses.next(down);
        if (std::isnan(g)) {
            value = t.value;
            return;
        }
        const double k = g + l > 0 ? weight * std::fabs(g - l) / (g + l) : 0;
        out[0] = value += k * (t.value - value);
    }
    int n;
    double weight, value = 0, before = 0;
    Ema gain, loss;
    RollingSum gains, losses;
    bool wilder, first = true;
};
} // namespace

Indicator vidyaIndicator()
{
    return indicator<VidyaState>({.name = "vidya", .title = "Variable index dynamic average", .group = "overlap",
        .parameters = {whole("period", 9, "bars of the momentum and of the average"), choice("momentum", {"wilder", "sum"}, "Chande momentum from Wilder averages (TA-Lib) or from plain sums")},
        .method = "y += 2/(period+1) |CMO| (x - y), CMO between -1 and 1; y begins as the last value before the first CMO (Chande 1992).",
        .aliases = {"VariableIndexDynamicAverage"}, .overlay = true});
}

} // namespace rialto::analytics
