// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct Rocr100State {
    explicit Rocr100State(const Values& v) : lag(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double ago = lag.next(t.value);
        if (!std::isnan(ago))
            out[0] = ago != 0 ? t.value / ago * 100 : kNone;
    }
    Lag lag;
};
} // namespace

Indicator rocr100Indicator()
{
    return indicator<Rocr100State>({.name = "rocr100", .title = "Rate of change ratio, percent", .group = "momentum",
        .parameters = {whole("period", 10, "bars back")},
        .method = "100 x / x[period]; none where the earlier value is 0."});
}

} // namespace rialto::analytics
