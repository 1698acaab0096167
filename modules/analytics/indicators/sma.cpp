// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/fast.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct SmaState {
    explicit SmaState(const Values& v) : sma(v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = sma.next(t.value); }
    Sma sma;
};
} // namespace

Indicator smaIndicator()
{
    return indicator<SmaState>({.name = "sma", .title = "Simple moving average", .group = "overlap",
        .parameters = {whole("period", 30, "bars averaged")},
        .method = "Mean of the last `period` values, first given when the window is full.",
        .aliases = {"SimpleMovingAverage"}, .overlay = true,
        .batch = [](const Series& s, const Values& v, std::span<double* const> out) { fast::sma(s.value.data(), s.size, v.whole("period"), out[0]); }});
}

} // namespace rialto::analytics
