// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct DpoState {
    explicit DpoState(const Values& v) : lag(v.whole("period") / 2 + 1), average(v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = lag.next(t.value) - average.next(t.value); }
    Lag lag;
    Sma average;
};
} // namespace

Indicator dpoIndicator()
{
    return indicator<DpoState>({.name = "dpo", .title = "Detrended price oscillator", .group = "momentum",
        .parameters = {whole("period", 21, "bars of the average")},
        .method = "x of period / 2 + 1 bars ago - the simple average now.",
        .aliases = {"DetrendedPriceOscillator"}});
}

} // namespace rialto::analytics
