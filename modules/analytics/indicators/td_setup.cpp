// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct TdSetupState {
    explicit TdSetupState(const Values& v) : lag(v.whole("lag")), most(v.whole("count")) {}
    void update(const Tick& t, double* out)
    {
        const double ago = lag.next(t.value);
        if (std::isnan(ago))
            return;
        const int now = t.value > ago ? 1 : t.value < ago ? -1 : 0;
        run = now == 0 ? 0 : now * run > 0 && now * run < most ? run + now : now;
        out[0] = run;
    }
    Lag lag;
    int most, run = 0;
};
} // namespace

Indicator tdSetupIndicator()
{
    return indicator<TdSetupState>({.name = "td_setup", .title = "Sequential setup", .group = "pattern",
        .parameters = {whole("lag", 4, "bars back with which the value is compared"), whole("count", 9, "length at which a setup is complete", 1, 1000)},
        .outputs = {{"td_setup", Draw::Marker}},
        .method = "Length of the run of values above (+) or below (-) the value of `lag` bars before; begins anew after `count` (DeMark)."});
}

} // namespace rialto::analytics
