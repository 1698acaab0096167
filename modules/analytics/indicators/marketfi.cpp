// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct MarketfiState {
    explicit MarketfiState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = t.volume > 0 ? (t.high - t.low) / t.volume : kNone; }
};
} // namespace

Indicator marketfiIndicator()
{
    return indicator<MarketfiState>({.name = "marketfi", .title = "Market facilitation index", .group = "volume", .inputs = {"high", "low", "volume"},
        .method = "(high - low) / volume (Williams).",
        .aliases = {"market_facilitation_index"}});
}

} // namespace rialto::analytics
