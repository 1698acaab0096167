// SPDX-License-Identifier: GPL-3.0-or-later
// 128-bit steps inside exact arithmetic, on every compiler: GCC and Clang have a type for it, MSVC takes Boost's.
#pragma once

#include "base/check.h"

#include <cstdint>
#include <limits>
#include <optional>

#if !defined(__SIZEOF_INT128__)
#include <boost/multiprecision/cpp_int.hpp>
#endif

namespace rialto {

#if defined(__SIZEOF_INT128__)
__extension__ using Int128 = __int128;
#else
using Int128 = boost::multiprecision::int128_t;
#endif

/// How a quotient that does not come out even is rounded. Named at each call: there is no default.
enum class Rounding {
    HalfEven,     // banker's rounding
    HalfUp,       // half away from zero, the commercial rounding of invoices and exchange price limits
    Down,         // towards zero
    Up,           // away from zero
    Floor,        // towards minus infinity
    Ceiling       // towards plus infinity
};

inline Int128 divideRounded(Int128 numerator, Int128 denominator, Rounding rounding)
{
    RIALTO_CHECK(denominator != 0, "division by zero");
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Int128 quotient = numerator / denominator;
    const Int128 remainder = numerator - quotient * denominator;
    if (remainder == 0)
        return quotient;
    const bool negative = numerator < 0;
    const Int128 away = negative ? Int128(quotient - 1) : Int128(quotient + 1);
    const Int128 twice = (negative ? Int128(-remainder) : remainder) * 2;
    switch (rounding) {
    case Rounding::Down: return quotient;
    case Rounding::Up: return away;
    case Rounding::Floor: return negative ? away : quotient;
    case Rounding::Ceiling: return negative ? quotient : away;
    case Rounding::HalfUp: return twice >= denominator ? away : quotient;
    case Rounding::HalfEven:
        if (twice != denominator)
            return twice > denominator ? away : quotient;
        return quotient % 2 == 0 ? quotient : away;
    }
    return quotient;
}

/// Nothing when the value does not fit 64 bits.
inline std::optional<std::int64_t> narrow(const Int128& value)
{
    if (value > Int128(std::numeric_limits<std::int64_t>::max()) || value < Int128(std::numeric_limits<std::int64_t>::min()))
        return std::nullopt;
    return static_cast<std::int64_t>(value);
}

/// a * b / c with one rounding; nothing on overflow of the result.
inline std::optional<std::int64_t> mulDiv(std::int64_t a, std::int64_t b, std::int64_t c, Rounding rounding)
{
    return narrow(divideRounded(Int128(a) * b, c, rounding));
}

/// a + b, a broken invariant on overflow: sums of money and quantities that wrap must never be used.
inline std::int64_t addChecked(std::int64_t a, std::int64_t b)
{
    const auto sum = narrow(Int128(a) + b);
    RIALTO_CHECK(sum.has_value(), "sum overflows 64 bits");
    return *sum;
}

} // namespace rialto
