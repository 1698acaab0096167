// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct BopState {
    explicit BopState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = t.high > t.low ? (t.close - t.open) / (t.high - t.low) : 0; }
};
} // namespace

Indicator bopIndicator()
{
    return indicator<BopState>({.name = "bop", .title = "Balance of power", .group = "momentum", .inputs = {"open", "high", "low", "close"},
        .method = "(close - open) / (high - low), 0 in a bar without range (Livshin).",
        .aliases = {"BalanceOfPower"}});
}

} // namespace rialto::analytics
