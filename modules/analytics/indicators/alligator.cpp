// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct AlligatorState {
    explicit AlligatorState(const Values& v)
        : jaw(v.whole("jaw")), teeth(v.whole("teeth")), lips(v.whole("lips")), jawLag(v.whole("jaw_shift")), teethLag(v.whole("teeth_shift")), lipsLag(v.whole("lips_shift"))
    {
    }
    void update(const Tick& t, double* out)
    {
        const double price = (t.high + t.low) / 2;
        out[0] = jawLag.next(jaw.next(price)), out[1] = teethLag.next(teeth.next(price)), out[2] = lipsLag.next(lips.next(price));
    }
    Rma jaw, teeth, lips;
    Lag jawLag, teethLag, lipsLag;
};
} // namespace

Indicator alligatorIndicator()
{
    return indicator<AlligatorState>({.name = "alligator", .title = "Alligator", .group = "overlap", .inputs = {"high", "low"},
        .parameters = {whole("jaw", 13, "period of the jaw"), whole("jaw_shift", 8, "bars by which it is shown later", 0), whole("teeth", 8, "period of the teeth"), whole("teeth_shift", 5, "bars later", 0), whole("lips", 5, "period of the lips"), whole("lips_shift", 3, "bars later", 0)},
        .outputs = {{"jaw"}, {"teeth"}, {"lips"}},
        .method = "Three Wilder averages of (high + low) / 2, shown some bars later (Williams).",
        .overlay = true});
}

} // namespace rialto::analytics
