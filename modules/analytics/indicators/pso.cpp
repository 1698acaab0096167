// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/averages.h"
#include "analytics/indicator_core/fast_states.h"
#include "analytics/indicator_core/indicator.h"

#include <cmath>

namespace rialto::analytics {

namespace {
struct PsoState {
    explicit PsoState(const Values& v) : stoch(v.whole("period"), 1, 1), one(v.whole("ema_period")), two(v.whole("ema_period")) {}
    void update(const Tick& t, double* out)
    {
        stoch.next(t.high, t.low, t.close);
        const double e = two.next(one.next(0.1 * (stoch.fastK - 50)));
        if (!std::isnan(e))
            out[0] = (std::exp(e) - 1) / (std::exp(e) + 1);
    }
    fast::Stoch stoch;
    Ema one, two;
};
} // namespace

Indicator psoIndicator()
{
    return indicator<PsoState>({.name = "pso", .title = "Premier stochastic oscillator", .group = "momentum", .inputs = {"high", "low", "close"},
        .parameters = {whole("period", 8, "bars of the range"), whole("ema_period", 5, "period of both averages").also({"ema"})},
        .method = "(exp(s) - 1) / (exp(s) + 1), s the double exponential average of 0.1 (%K - 50) (Leibfarth 2008).",
        .aliases = {"PremierStochasticOscillator"}});
}

} // namespace rialto::analytics
