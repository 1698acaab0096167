// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"
#include <numbers>

#include <algorithm>
#include <cmath>

namespace rialto::analytics {

namespace {
struct SwissState {
    explicit SwissState(const Values& v)
    {
        const double n = v.whole("period"), turn = 2 * std::numbers::pi / n;
        double beta = 2.415 * (1 - std::cos(turn)), alpha = -beta + std::sqrt(beta * beta + 2 * beta);
        if (v.is("filter", "gauss")) {
            c0 = alpha * alpha, a1 = 2 * (1 - alpha), a2 = -(1 - alpha) * (1 - alpha);
        } else if (v.is("filter", "butter")) {
            c0 = alpha * alpha / 4, b1 = 2, b2 = 1, a1 = 2 * (1 - alpha), a2 = -(1 - alpha) * (1 - alpha);
        } else if (v.is("filter", "high_pass")) {
            alpha = (std::cos(turn) + std::sin(turn) - 1) / std::cos(turn);
            c0 = 1 - alpha / 2, b1 = -1, a1 = 1 - alpha;
            if (v.is("gain", "lean"))
                c0 = (1 + alpha) / 2;
        } else if (v.is("filter", "two_pole_high_pass")) {
            c0 = (1 - alpha / 2) * (1 - alpha / 2), b1 = -2, b2 = 1, a1 = 2 * (1 - alpha), a2 = -(1 - alpha) * (1 - alpha);
            if (v.is("gain", "lean"))
                c0 = (1 + alpha) * (1 + alpha) / 4;
        } else {
            beta = std::cos(turn);
            const double gamma = 1 / std::cos(2 * turn * v.real("delta"));
            alpha = gamma - std::sqrt(std::max(0.0, gamma * gamma - 1));
            c0 = (1 - alpha) / 2, b2 = -1, a1 = beta * (1 + alpha), a2 = -alpha;
            if (v.is("gain", "lean"))
                a1 = -beta * (1 - alpha), a2 = alpha;
        }
    }
    void update(const Tick& t, double* out)
    {
        if (bars == 0)
            p1 = p2 = t.value;
        bars = 1;
        const double y = c0 * (t.value + b1 * p1 + b2 * p2) + a1 * f1 + a2 * f2;
        p2 = p1, p1 = t.value, f2 = f1, f1 = y;
        out[0] = y;
    }
    double c0 = 1, b1 = 0, b2 = 0, a1 = 0, a2 = 0, p1 = 0, p2 = 0, f1 = 0, f2 = 0;
    int bars = 0;
};
} // namespace

Indicator swissIndicator()
{
    return indicator<SwissState>({.name = "swiss", .title = "Swiss army knife filter", .group = "cycle",
        .parameters = {whole("period", 20, "cut-off period", 5), real("delta", 0.1, "half-width of the band-pass", 0.001, 0.24), choice("filter", {"gauss", "butter", "high_pass", "two_pole_high_pass", "band_pass"}, "which filter").also({"tool"}), choice("gain", {"lean", "ehlers"}, "coefficients of the high- and band-pass filters as in Lean or as in the article")},
        .method = "Second-order filter c0 (x + b1 x1 + b2 x2) + a1 y1 + a2 y2 with the coefficients of the article; y begins as 0 (Ehlers 2006).",
        .aliases = {"SwissArmyKnife"}});
}

} // namespace rialto::analytics
