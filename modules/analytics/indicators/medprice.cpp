// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct MedpriceState {
    explicit MedpriceState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = (t.high + t.low) / 2; }
};
} // namespace

Indicator medpriceIndicator()
{
    return indicator<MedpriceState>({.name = "medprice", .title = "Median price", .group = "price", .inputs = {"high", "low"},
        .method = "(high + low) / 2",
        .overlay = true});
}

} // namespace rialto::analytics
