// SPDX-License-Identifier: GPL-3.0-or-later
// The few functions of analysis that the simulator needs, in integers: floating point would give different trades on different
// compilers. Pure; any thread.
#pragma once

#include "base/rng.h"
#include "base/wide_math.h"

#include <bit>
#include <cstdint>

namespace rialto::simulator {

/// a x b / c, half even; the result must fit (the callers' ranges see to it).
inline std::int64_t product(std::int64_t a, std::int64_t b, std::int64_t c)
{
    const auto value = mulDiv(a, b, c, Rounding::HalfEven);
    RIALTO_CHECK(value.has_value(), "a simulated price leaves 64 bits");
    return *value;
}

/// Rounded down; 0 for what is not positive.
inline std::int64_t squareRoot(std::int64_t value)
{
    if (value <= 0)
        return 0;
    auto rest = static_cast<std::uint64_t>(value);
    std::uint64_t root = 0;
    std::uint64_t bit = std::uint64_t{1} << ((std::bit_width(rest) - 1) & ~1);
    for (; bit != 0; bit >>= 2) {
        if (rest >= root + bit) {
            rest -= root + bit;
            root = (root >> 1) + bit;
        } else {
            root >>= 1;
        }
    }
    return static_cast<std::int64_t>(root);
}

/// Exponentially distributed with this mean (a waiting time, a size), through -log2 of a uniform number: whole part from the
/// leading zeros, the rest by log2(1 + x) ~ x, which makes the true mean 4 % larger. `mean` up to 2^43.
inline std::int64_t exponential(Rng& rng, std::int64_t mean)
{
    const std::uint64_t uniform = rng.next() | 1U;
    const int zeros = std::countl_zero(uniform);
    const std::uint64_t fraction = (uniform << zeros) << 1 >> 52; // 12 bits behind the leading one
    const std::int64_t log2 = (std::int64_t{zeros} + 1) * 4096 - static_cast<std::int64_t>(fraction);
    return (mean >> 12) * log2 / 1000 * 693 + (mean & 4095) * log2 / 4096 * 693 / 1000;
}

/// The value of an option by the normal model (Bachelier 1900): with s = sigma x sqrt(T) in price units,
/// call = s x g((forward - strike) / s), g(d) = d x Phi(d) + phi(d), put = call - (forward - strike). All in the units of
/// `forward`; exact to some 0.0002 s.
std::int64_t bachelierCall(std::int64_t forward, std::int64_t strike, std::int64_t deviation);
std::int64_t bachelierPut(std::int64_t forward, std::int64_t strike, std::int64_t deviation);

} // namespace rialto::simulator
