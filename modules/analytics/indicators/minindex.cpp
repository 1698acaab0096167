// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct MinindexState {
    explicit MinindexState(const Values& v) : window(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const bool ready = !std::isnan(window.next(t.value));
        out[0] = ready ? double(bar) - window.age() : kNone;
        ++bar;
    }
    RollingMin window;
    std::int64_t bar = 0;
};
} // namespace

Indicator minindexIndicator()
{
    return indicator<MinindexState>({.name = "minindex", .title = "Bar of the lowest value", .group = "math",
        .parameters = {whole("period", 30, "bars of the window")},
        .method = "Number (the first bar is 0) of the bar in the window that has it, the newest of equals."});
}

} // namespace rialto::analytics
