// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct AdState {
    explicit AdState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = total += t.high > t.low ? ((t.close - t.low) - (t.high - t.close)) / (t.high - t.low) * t.volume : 0; }
    double total = 0;
};
} // namespace

Indicator adIndicator()
{
    return indicator<AdState>({.name = "ad", .title = "Accumulation/distribution line", .group = "volume", .inputs = {"high", "low", "close", "volume"},
        .method = "Sum of volume ((close - low) - (high - close)) / (high - low); a bar without range adds nothing (Chaikin).",
        .aliases = {"AccumulationDistribution"}});
}

} // namespace rialto::analytics
