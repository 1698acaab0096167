// SPDX-License-Identifier: GPL-3.0-or-later
// Brent's method: a root of a continuous function inside an interval where it changes sign. Never leaves the interval,
// never slower than bisection. After R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 4.
// Pure; any thread.
#pragma once

#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace rialto::numerics {

/// Nothing when f(low) and f(high) have the same sign or are not finite. The result is within `tolerance` of a root (plus
/// what doubles resolve there), or is an exact zero of `f`.
template <class Function>
std::optional<double> findRoot(Function&& f, double low, double high, double tolerance)
{
    double a = low;
    double b = high;
    double fa = f(a);
    double fb = f(b);
    if (!std::isfinite(fa) || !std::isfinite(fb))
        return std::nullopt;
    if (fa == 0.0)
        return a;
    if (fb == 0.0)
        return b;
    if ((fa > 0) == (fb > 0))
        return std::nullopt;
    double c = a; // b is the best so far, a the one before, c the other side of the root
    double fc = fa;
    double step = b - a;
    double stepBefore = step;
    for (int round = 0; round < 200; ++round) {
        if ((fb > 0) == (fc > 0)) {
            c = a;
            fc = fa;
            step = stepBefore = b - a;
        }
        if (std::fabs(fc) < std::fabs(fb)) {
            a = std::exchange(b, c);
            c = a;
            fa = std::exchange(fb, fc);
            fc = fa;
        }
        const double reach = 2 * std::numeric_limits<double>::epsilon() * std::fabs(b) + tolerance / 2;
        const double middle = (c - b) / 2;
        if (std::fabs(middle) <= reach || fb == 0.0)
            return b;
        if (std::fabs(stepBefore) >= reach && std::fabs(fa) > std::fabs(fb)) {
            const double s = fb / fa;
            double p = 0;
            double q = 0;
            if (a == c) {
                p = 2 * middle * s;
                q = 1 - s;
            } else {
                const double t = fa / fc;
                const double r = fb / fc;
                p = s * (2 * middle * t * (t - r) - (b - a) * (r - 1));
                q = (t - 1) * (r - 1) * (s - 1);
            }
            if (p > 0)
                q = -q;
            else
                p = -p;
            if (2 * p < std::fmin(3 * middle * q - std::fabs(reach * q), std::fabs(stepBefore * q))) {
                stepBefore = step;
                step = p / q;
            } else {
                step = stepBefore = middle;
            }
        } else {
            step = stepBefore = middle;
        }
        a = b;
        fa = fb;
        b += std::fabs(step) > reach ? step : std::copysign(reach, middle);
        fb = f(b);
        if (!std::isfinite(fb))
            return std::nullopt;
    }
    return b;
}

} // namespace rialto::numerics
