// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct CmfState {
    explicit CmfState(const Values& v) : flow(v.whole("period")), volume(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double f = flow.next(t.high > t.low ? ((t.close - t.low) - (t.high - t.close)) / (t.high - t.low) * t.volume : 0), q = volume.next(t.volume);
        out[0] = q > 0 ? f / q : q <= 0 ? 0 : kNone;
    }
    RollingSum flow, volume;
};
} // namespace

Indicator cmfIndicator()
{
    return indicator<CmfState>({.name = "cmf", .title = "Chaikin money flow", .group = "volume", .inputs = {"high", "low", "close", "volume"},
        .parameters = {whole("period", 20, "bars")},
        .method = "Sum of money flow volume (as in ad) / sum of volume.",
        .aliases = {"ChaikinMoneyFlow"}});
}

} // namespace rialto::analytics
