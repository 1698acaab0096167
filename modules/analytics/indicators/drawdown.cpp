// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct DrawdownState {
    explicit DrawdownState(const Values& v) : window(std::max(1, v.whole("period"))), whole(v.whole("period") == 0) {}
    void update(const Tick& t, double* out)
    {
        peak = std::max(peak, t.value);
        const double recent = window.next(t.value), top = whole ? peak : recent;
        out[0] = top > 0 ? t.value / top - 1 : std::isnan(top) ? kNone : 0;
    }
    RollingMax window;
    bool whole;
    double peak = 0;
};
} // namespace

Indicator drawdownIndicator()
{
    return indicator<DrawdownState>({.name = "drawdown", .title = "Drawdown from the highest value", .group = "performance",
        .parameters = {whole("period", 0, "bars of the window; 0: since the first bar", 0)},
        .method = "value / highest value so far - 1."});
}

} // namespace rialto::analytics
