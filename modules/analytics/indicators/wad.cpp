// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <algorithm>

namespace rialto::analytics {

namespace {
struct WadState {
    explicit WadState(const Values&) {}
    void update(const Tick& t, double* out)
    {
        if (!first) {
            total += t.close > before ? t.close - std::min(before, t.low) : t.close < before ? t.close - std::max(before, t.high) : 0;
            out[0] = total;
        }
        first = false;
        before = t.close;
    }
    bool first = true;
    double total = 0, before = 0;
};
} // namespace

Indicator wadIndicator()
{
    return indicator<WadState>({.name = "wad", .title = "Williams accumulation/distribution", .group = "volume", .inputs = {"high", "low", "close"},
        .method = "Sum of close - true low on rising and of close - true high on falling bars (Williams)."});
}

} // namespace rialto::analytics
