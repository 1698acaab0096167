// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct FisherState {
    explicit FisherState(const Values& v) : highest(v.whole("period")), lowest(v.whole("period")), weight(v.real("weight")) {}
    void update(const Tick& t, double* out)
    {
        const double price = (t.high + t.low) / 2, top = highest.next(price), bottom = lowest.next(price);
        if (std::isnan(top))
            return;
        const double place = top > bottom ? (price - bottom) / (top - bottom) - 0.5 : 0;
        x = std::clamp(weight * 2 * place + (1 - weight) * x, -0.999, 0.999);
        const double before = value;
        value = 0.5 * std::log((1 + x) / (1 - x)) + 0.5 * value;
        out[0] = value, out[1] = before;
    }
    RollingMax highest;
    RollingMin lowest;
    double weight, x = 0, value = 0;
};
} // namespace

Indicator fisherIndicator()
{
    return indicator<FisherState>({.name = "fisher", .title = "Fisher transform", .group = "momentum", .inputs = {"high", "low"},
        .parameters = {whole("period", 10, "bars of the range"), real("weight", 0.33, "weight of the new place in the range", 0, 1)},
        .outputs = {{"fisher"}, {"signal"}},
        .method = "y = 0.5 ln((1 + x) / (1 - x)) + 0.5 y[1]; x = weight times the place of (high + low) / 2 in its range (-1 to 1) + (1 - weight) x[1], cut to 0.999; signal = y[1] (Ehlers 2002).",
        .aliases = {"FisherTransform"}, .guides = {0}});
}

} // namespace rialto::analytics
