// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/conventions.h"
#include "analytics/indicator_core/indicator.h"
#include "analytics/indicator_core/windows.h"

namespace rialto::analytics {

namespace {
struct CviState {
    explicit CviState(const Values& v) : average(v.whole("period"), seedOf(v)), lag(v.whole("lag")), wait(v.is("seed", "first") ? v.whole("period") - 1 : 0) {}
    void update(const Tick& t, double* out)
    {
        double now = average.next(t.high - t.low);
        if (wait > 0) {
            --wait;
            now = kNone;
        }
        const double ago = lag.next(now);
        out[0] = ago > 0 ? (now - ago) / ago * 100 : kNone;
    }
    Ema average;
    Lag lag;
    int wait;
};
} // namespace

Indicator cviIndicator()
{
    return indicator<CviState>({.name = "cvi", .title = "Chaikin volatility", .group = "volatility", .inputs = {"high", "low"},
        .parameters = {whole("period", 10, "period of the average"), whole("lag", 10, "bars back"), seedParameter()},
        .method = "100 (y / y[lag] - 1), y the exponential average of high - low (Chaikin).",
        .aliases = {"ChaikinVolatility"}});
}

} // namespace rialto::analytics
