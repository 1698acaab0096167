// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct ImiState {
    explicit ImiState(const Values& v) : up(v.whole("period")), down(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double gains = up.next(std::max(t.close - t.open, 0.0)), losses = down.next(std::max(t.open - t.close, 0.0));
        if (!std::isnan(gains))
            out[0] = gains + losses > 0 ? 100 * gains / (gains + losses) : 0;
    }
    RollingSum up, down;
};
} // namespace

Indicator imiIndicator()
{
    return indicator<ImiState>({.name = "imi", .title = "Intraday momentum index", .group = "momentum", .inputs = {"open", "close"},
        .parameters = {whole("period", 14, "bars")},
        .method = "100 U / (U + D), sums of close - open on rising and of open - close on falling bars (Chande).",
        .aliases = {"IntradayMomentumIndex"}});
}

} // namespace rialto::analytics
