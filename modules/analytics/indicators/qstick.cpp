// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/moving_average.h"

namespace rialto::analytics {

namespace {
struct QstickState {
    explicit QstickState(const Values& v) : average(averageName(v), v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = average.next(t.close - t.open); }
    MovingAverage average;
};
} // namespace

Indicator qstickIndicator()
{
    return indicator<QstickState>({.name = "qstick", .title = "Qstick", .group = "momentum", .inputs = {"open", "close"},
        .parameters = {whole("period", 8, "bars"), averageParameter("ma", "sma")},
        .method = "Average of close - open (Chande)."});
}

} // namespace rialto::analytics
