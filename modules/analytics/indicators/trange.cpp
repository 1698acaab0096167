// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct TrangeState {
    explicit TrangeState(const Values& v) : skip(v.is("first", "skip")) {}
    void update(const Tick& t, double* out)
    {
        if (!first)
            out[0] = fast::trueRange(t.high, t.low, before);
        else if (!skip)
            out[0] = t.high - t.low;
        first = false;
        before = t.close;
    }
    bool skip, first = true;
    double before = 0;
};
} // namespace

Indicator trangeIndicator()
{
    return indicator<TrangeState>({.name = "trange", .title = "True range", .group = "volatility", .inputs = {"high", "low", "close"},
        .parameters = {choice("first", {"skip", "range"}, "the first bar has no value (TA-Lib), or high - low")},
        .method = "max(high, close before) - min(low, close before) (Wilder 1978).",
        .aliases = {"tr", "TrueRange"}});
}

} // namespace rialto::analytics
