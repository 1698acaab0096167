// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct AccbandsState {
    explicit AccbandsState(const Values& v) : upper(v.whole("period")), middle(v.whole("period")), lower(v.whole("period")), width(v.real("width")) {}
    void update(const Tick& t, double* out)
    {
        const double sum = t.high + t.low, reach = sum != 0 ? width * (t.high - t.low) / sum : 0;
        out[0] = upper.next(t.high * (1 + reach)), out[1] = middle.next(t.close), out[2] = lower.next(t.low * (1 - reach));
    }
    Sma upper, middle, lower;
    double width;
};
} // namespace

Indicator accbandsIndicator()
{
    return indicator<AccbandsState>({.name = "accbands", .title = "Acceleration bands", .group = "overlap", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 20, "bars"), real("width", 4, "factor of the relative range", 0, 1000)},
        .outputs = {{"upper"}, {"middle"}, {"lower"}},
        .method = "Simple averages of high (1 + width (high - low) / (high + low)), of the close, and of low (1 - the same) (Headley).",
        .aliases = {"AccelerationBands", "abands"}, .overlay = true});
}

} // namespace rialto::analytics
