// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct SupertrendState {
    explicit SupertrendState(const Values& v) : atr(v.whole("period")), k(v.real("multiplier")) {}
    void update(const Tick& t, double* out)
    {
        const double reach = k * atr.next(t.high, t.low, t.close), middle = (t.high + t.low) / 2;
        if (std::isnan(reach)) {
            before = t.close;
            return;
        }
        lower = middle - reach > lower || before < lower ? middle - reach : lower;
        const double up = middle + reach;
        upper = !started || up < upper || before > upper ? up : upper;
        if (!started)
            rising = t.close > upper;
        else if (rising ? t.close < lower : t.close > upper)
            rising = !rising;
        started = true;
        before = t.close;
        out[0] = rising ? lower : upper, out[1] = rising ? 1 : -1;
    }
    fast::Atr atr;
    double k, lower = -std::numeric_limits<double>::infinity(), upper = 0, before = 0;
    bool started = false, rising = true;
};
} // namespace

Indicator supertrendIndicator()
{
    return indicator<SupertrendState>({.name = "supertrend", .title = "Supertrend", .group = "overlap", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 10, "bars of the ATR"), real("multiplier", 3, "ranges to the band", 0, 1000)},
        .outputs = {{"supertrend"}, {"direction", Draw::Line, Place::Told}},
        .method = "(high + low) / 2 -/+ multiplier ATR as a trailing stop that only follows the trend and turns when the close crosses it; the ATR of Wilder whose first bar counts with high - low (Seban).",
        .aliases = {"SuperTrend"}, .overlay = true});
}

} // namespace rialto::analytics
