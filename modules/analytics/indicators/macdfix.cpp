// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/indicator.h"

namespace rialto::analytics {

namespace {
struct MacdfixState {
    explicit MacdfixState(const Values& v) : fast(12, 0.15, Seed::Mean), slow(26, 0.075, Seed::Mean), signal(v.whole("signal")), wait(v.is("start", "common") ? 14 : 0) {}
    void update(const Tick& t, double* out)
    {
        const double calm = slow.next(t.value);
        if (wait > 0) {
            --wait;
            return;
        }
        out[0] = fast.next(t.value) - calm, out[1] = signal.next(out[0]), out[2] = out[0] - out[1];
    }
    Ema fast, slow, signal;
    int wait;
};
} // namespace

Indicator macdfixIndicator()
{
    return indicator<MacdfixState>({.name = "macdfix", .title = "MACD fixed to 12 and 26", .group = "momentum",
        .parameters = {whole("signal", 9, "period of the signal line"), choice("start", {"each", "common"}, "each average begins with its own first window; common: both windows end on the same bar (TA-Lib)")},
        .outputs = {{"macd"}, {"signal"}, {"histogram", Draw::Histogram}},
        .method = "As macd with periods 12 and 26 and the rounded weights 0.15 and 0.075 of Appel."});
}

} // namespace rialto::analytics
