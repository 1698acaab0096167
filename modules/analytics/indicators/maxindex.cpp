// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct MaxindexState {
    explicit MaxindexState(const Values& v) : window(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const bool ready = !std::isnan(window.next(t.value));
        out[0] = ready ? double(bar) - window.age() : kNone;
        ++bar;
    }
    RollingMax window;
    std::int64_t bar = 0;
};
} // namespace

Indicator maxindexIndicator()
{
    return indicator<MaxindexState>({.name = "maxindex", .title = "Bar of the highest value", .group = "math",
        .parameters = {whole("period", 30, "bars of the window")},
        .method = "Number (the first bar is 0) of the bar in the window that has it, the newest of equals."});
}

} // namespace rialto::analytics
