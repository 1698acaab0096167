// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct DonchianState {
    explicit DonchianState(const Values& v) : highest(v.whole("period")), lowest(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        out[0] = highest.next(t.high), out[2] = lowest.next(t.low);
        out[1] = (out[0] + out[2]) / 2;
    }
    RollingMax highest;
    RollingMin lowest;
};
} // namespace

Indicator donchianIndicator()
{
    return indicator<DonchianState>({.name = "donchian", .title = "Donchian channel", .group = "overlap", .inputs = {"high", "low"},
        .parameters = {whole("period", 20, "bars, the current one included")},
        .outputs = {{"upper"}, {"middle"}, {"lower"}},
        .method = "Highest high and lowest low of the last `period` bars and the middle between them (Donchian).",
        .aliases = {"DonchianChannel", "DonchianChannels"}, .overlay = true});
}

} // namespace rialto::analytics
