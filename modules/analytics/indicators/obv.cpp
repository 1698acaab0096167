// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct ObvState {
    explicit ObvState(const Values& v) : total(0), zero(v.is("start", "zero")) {}
    void update(const Tick& t, double* out)
    {
        if (first)
            total = zero ? 0 : t.volume;
        else
            total += t.value > before ? t.volume : t.value < before ? -t.volume : 0;
        first = false;
        before = t.value;
        out[0] = total;
    }
    double total, before = 0;
    bool zero, first = true;
};
} // namespace

Indicator obvIndicator()
{
    return indicator<ObvState>({.name = "obv", .title = "On-balance volume", .group = "volume", .inputs = {"value", "volume"},
        .parameters = {choice("start", {"volume", "zero"}, "the first bar counts with its volume (TA-Lib), or with 0")},
        .method = "Sum of the volume, added on a rising and subtracted on a falling value (Granville 1963).",
        .aliases = {"OnBalanceVolume"}});
}

} // namespace rialto::analytics
