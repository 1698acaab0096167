// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct AsiState {
    explicit AsiState(const Values& v) : limit(std::fabs(v.real("limit_move"))) {}
    void update(const Tick& t, double* out)
    {
        if (!first) {
            const double a = std::fabs(t.high - close), b = std::fabs(t.low - close), c = t.high - t.low, d = std::fabs(close - open) / 4;
            const double r = a >= b && a >= c ? a - b / 2 + d : b >= c ? b - a / 2 + d : c + d;
            const double n = t.close - close + (t.close - t.open) / 2 + (close - open) / 4;
            out[0] = total += r > 0 ? 50 * n / r * std::max(a, b) / limit : 0;
        }
        first = false;
        open = t.open, close = t.close;
    }
    double limit, open = 0, close = 0;
    bool first = true;
    double total = 0;
};
} // namespace

Indicator asiIndicator()
{
    return indicator<AsiState>({.name = "asi", .title = "Accumulative swing index", .group = "momentum", .inputs = {"open", "high", "low", "close"},
        .parameters = {real("limit_move", 10000, "largest move of a day in points", 1e-9, 1e12).also({"t"})},
        .method = "Sum of the swing index (Wilder 1978).",
        .aliases = {"WilderAccumulativeSwingIndex"}});
}

} // namespace rialto::analytics
