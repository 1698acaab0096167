// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct CmoState {
    explicit CmoState(const Values& v) : gain(v.whole("period")), loss(v.whole("period")), gains(v.whole("period")), losses(v.whole("period")), wilder(v.is("smoothing", "wilder")) {}
    void update(const Tick& t, double* out)
    {
        const double change = t.value - before;
        before = t.value;
        if (first) {
            first = false;
            return;
        }
        const double up = std::max(change, 0.0), down = std::max(-change, 0.0);
        const double g = wilder ? gain.next(up) : gains.next(up), l = wilder ? loss.next(down) : losses.next(down);
        if (!std::isnan(g))
            out[0] = g + l > 0 ? 100 * (g - l) / (g + l) : 0;
    }
    Rma gain, loss;
    RollingSum gains, losses;
    bool wilder, first = true;
    double before = 0;
};
} // namespace

Indicator cmoIndicator()
{
    return indicator<CmoState>({.name = "cmo", .title = "Chande momentum oscillator", .group = "momentum",
        .parameters = {whole("period", 14, "changes"), choice("smoothing", {"wilder", "sum"}, "Wilder's averages of gains and losses (TA-Lib), or plain sums (Chande)")},
        .method = "100 (G - L) / (G + L) of gains and losses, 0 when there was neither (Chande 1994).",
        .aliases = {"ChandeMomentumOscillator"}, .guides = {-50, 50}});
}

} // namespace rialto::analytics
