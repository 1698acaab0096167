// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct TyppriceState {
    explicit TyppriceState(const Values&) {}
    void update(const Tick& t, double* out) { out[0] = (t.high + t.low + t.close) / 3; }
};
} // namespace

Indicator typpriceIndicator()
{
    return indicator<TyppriceState>({.name = "typprice", .title = "Typical price", .group = "price", .inputs = {"high", "low", "close"},
        .method = "(high + low + close) / 3",
        .overlay = true});
}

} // namespace rialto::analytics
