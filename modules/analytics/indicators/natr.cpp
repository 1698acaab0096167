// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct NatrState {
    explicit NatrState(const Values& v) : atr(v.whole("period"), v.is("first", "skip")) {}
    void update(const Tick& t, double* out)
    {
        const double range = atr.next(t.high, t.low, t.close);
        out[0] = t.close != 0 ? range / t.close * 100 : kNone;
    }
    fast::Atr atr;
};
} // namespace

Indicator natrIndicator()
{
    return indicator<NatrState>({.name = "natr", .title = "Normalized average true range", .group = "volatility", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 14, "bars averaged"), choice("first", {"skip", "range"}, "the first bar does not count (TA-Lib), or with high - low")},
        .method = "100 ATR / close.",
        .aliases = {"NormalizedAverageTrueRange"}});
}

} // namespace rialto::analytics
