// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct SumState {
    explicit SumState(const Values& v) : state(v.whole("period")) {}
    void update(const Tick& t, double* out) { out[0] = state.next(t.value); }
    RollingSum state;
};
} // namespace

Indicator sumIndicator()
{
    return indicator<SumState>({.name = "sum", .title = "Sum over the window", .group = "math",
        .parameters = {whole("period", 30, "bars of the window", 1)},
        .method = "Sum of the last `period` values.",
        .aliases = {"Summation"}});
}

} // namespace rialto::analytics
