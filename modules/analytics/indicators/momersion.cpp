// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct MomersionState {
    explicit MomersionState(const Values& v) : products(v.whole("period")) {}
    void update(const Tick& t, double* out)
    {
        const double change = bars > 0 ? t.value - before : 0;
        if (bars > 1) {
            const double product = change * changeBefore, old = products.full() ? products.oldest() : 0;
            follow += (product > 0) - (old > 0), against += (product < 0) - (old < 0);
            products.push(product);
            if (products.full())
                out[0] = follow + against > 0 ? 100.0 * follow / (follow + against) : 50;
        }
        bars += bars < 2;
        before = t.value, changeBefore = change;
    }
    RingOf<double> products;
    int follow = 0, against = 0, bars = 0;
    double before = 0, changeBefore = 0;
};
} // namespace

Indicator momersionIndicator()
{
    return indicator<MomersionState>({.name = "momersion", .title = "Momersion", .group = "momentum",
        .parameters = {whole("period", 20, "pairs of changes")},
        .method = "100 times the share of neighbouring changes of equal sign among those that are not 0 (Harris).",
        .aliases = {"MomersionIndicator"}});
}

} // namespace rialto::analytics
