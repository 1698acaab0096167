// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct NviState {
    explicit NviState(const Values& v) : index(v.real("start")) {}
    void update(const Tick& t, double* out)
    {
        if (!first && t.volume < volumeBefore && before != 0)
            index *= t.value / before;
        first = false;
        before = t.value, volumeBefore = t.volume;
        out[0] = index;
    }
    double index, before = 0, volumeBefore = 0;
    bool first = true;
};
} // namespace

Indicator nviIndicator()
{
    return indicator<NviState>({.name = "nvi", .title = "Negative volume index", .group = "volume", .inputs = {"value", "volume"},
        .parameters = {real("start", 1000, "first value", 1e-6, 1e9)},
        .method = "Moves with the value on bars whose volume is below that of the bar before (Dysart, Fosback)."});
}

} // namespace rialto::analytics
