// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct ChandeKrollState {
    explicit ChandeKrollState(const Values& v) : atr(v.whole("atr_period")), k(v.real("multiplier")), highest(v.whole("atr_period")), lowest(v.whole("atr_period")), shortStop(v.whole("period")), longStop(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double reach = atr.next(t.high, t.low, t.close) * k;
        out[0] = shortStop.next(highest.next(t.high) - reach), out[1] = longStop.next(lowest.next(t.low) + reach);
    }
    fast::Atr atr;
    double k;
    RollingMax highest;
    RollingMin lowest;
    RollingMax shortStop;
    RollingMin longStop;
};
} // namespace

Indicator chandeKrollIndicator()
{
    return indicator<ChandeKrollState>({.name = "chande_kroll", .title = "Chande Kroll stop", .group = "overlap", .inputs = {"high", "low", "close"},
        .parameters = {whole("atr_period", 10, "bars of range and extremes").also({"atr"}), real("multiplier", 1, "ranges to the stop", 0, 1000).also({"atr_mult", "x"}), whole("period", 9, "bars of the outer extremes")},
        .outputs = {{"short_stop"}, {"long_stop"}},
        .method = "Highest of (highest high - k ATR) and lowest of (lowest low + k ATR), the ATR of Wilder whose first bar counts with high - low (Chande and Kroll 1994).",
        .aliases = {"ChandeKrollStop"}, .overlay = true});
}

} // namespace rialto::analytics
