// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct LogrState {
    explicit LogrState(const Values& v) : lag(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double ago = lag.next(t.value);
        if (!std::isnan(ago))
            out[0] = ago > 0 && t.value > 0 ? std::log(t.value / ago) : kNone;
    }
    Lag lag;
};
} // namespace

Indicator logrIndicator()
{
    return indicator<LogrState>({.name = "logr", .title = "Log return", .group = "momentum",
        .parameters = {whole("period", 1, "bars back")},
        .method = "ln(x / x[period]); none where the earlier value is 0.",
        .aliases = {"LogReturn", "log_return"}});
}

} // namespace rialto::analytics
