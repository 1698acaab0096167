// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct IbsState {
    explicit IbsState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = t.high > t.low ? (t.close - t.low) / (t.high - t.low) : 0; }
};
} // namespace

Indicator ibsIndicator()
{
    return indicator<IbsState>({.name = "ibs", .title = "Internal bar strength", .group = "momentum", .inputs = {"high", "low", "close"},
        .method = "(close - low) / (high - low), 0 in a bar without range.",
        .aliases = {"InternalBarStrength"}});
}

} // namespace rialto::analytics
