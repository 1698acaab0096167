// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct MinmaxindexState {
    explicit MinmaxindexState(const Values& v) : lowest(v.whole("period")), highest(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const bool ready = !std::isnan(lowest.next(t.value));
        highest.next(t.value);
        if (ready)
            out[0] = double(bar) - lowest.age(), out[1] = double(bar) - highest.age();
        ++bar;
    }
    RollingMin lowest;
    RollingMax highest;
    std::int64_t bar = 0;
};
} // namespace

Indicator minmaxindexIndicator()
{
    return indicator<MinmaxindexState>({.name = "minmaxindex", .title = "Bars of the lowest and highest value", .group = "math",
        .parameters = {whole("period", 30, "bars of the window")},
        .outputs = {{"min_index"}, {"max_index"}},
        .method = "Numbers (the first bar is 0) of the bars in the window that have them, the newest of equals."});
}

} // namespace rialto::analytics
