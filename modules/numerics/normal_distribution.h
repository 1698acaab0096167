// SPDX-License-Identifier: GPL-3.0-or-later
// The standard normal distribution: density, distribution function, quantile. Pure; any thread. The quantile starts from the
// rational approximation of Abramowitz and Stegun 26.2.23 and is polished by Halley steps on the distribution function to
// about 1e-14.
#pragma once

#include <cmath>
#include <limits>

namespace rialto::numerics {

inline double normalDensity(double x) { return std::exp(-x * x / 2) * 0.39894228040143267794; }

inline double normalCdf(double x) { return std::erfc(-x * 0.70710678118654752440) / 2; }

/// 0 < p < 1; infinite at the ends, not a number outside.
inline double normalQuantile(double p)
{
    if (!(p > 0 && p < 1))
        return p == 0 ? -std::numeric_limits<double>::infinity() : p == 1 ? std::numeric_limits<double>::infinity() : std::numeric_limits<double>::quiet_NaN();
    const bool upper = p > 0.5;
    const double tail = upper ? 1 - p : p;
    const double t = std::sqrt(-2 * std::log(tail));
    double x = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
    for (int round = 0; round < 3; ++round) {
        const double step = (normalCdf(x) - tail) / normalDensity(x);
        x -= step / (1 + x * step / 2);
    }
    return upper ? -x : x;
}

} // namespace rialto::numerics
