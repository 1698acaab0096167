// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct EmvState {
    explicit EmvState(const Values& v) : average(v.whole("period")), scale(v.real("scale")), skip(v.is("first", "skip")) {}
    void update(const Tick& t, double* out)
    {
        const double middle = (t.high + t.low) / 2;
        if (first)
            before = middle;
        const bool counts = !first || !skip;
        first = false;
        double value = 0;
        if (t.volume > 0 && t.high > t.low) {
            value = (middle - before) * (t.high - t.low) * scale / t.volume;
            before = middle;
        }
        out[0] = average.next(counts ? value : kNone);
    }
    Sma average;
    double scale, before = 0;
    bool skip, first = true;
};
} // namespace

Indicator emvIndicator()
{
    return indicator<EmvState>({.name = "emv", .title = "Ease of movement", .group = "volume", .inputs = {"high", "low", "volume"},
        .parameters = {whole("period", 1, "bars averaged"), real("scale", 10000, "unit of the volume", 1e-9, 1e12), choice("first", {"zero", "skip"}, "the first bar is 0, or has no value")},
        .method = "Change of (high + low) / 2 times (high - low) times scale / volume, averaged (Arms).",
        .aliases = {"EaseOfMovementValue", "eom"}});
}

} // namespace rialto::analytics
