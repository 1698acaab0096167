// SPDX-License-Identifier: GPL-3.0-or-later
// Fixed<Tag>: a decimal with eight places on a 64-bit integer, range +-92,233,720,368.54775807. Prices and quantities are
// kinds of it and never mix. There is no way from or to floating point; text is parsed digit by digit.
#pragma once

#include "base/result.h"
#include "base/wide_math.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace rialto {

inline constexpr int kFixedPlaces = 8;
inline constexpr std::int64_t kFixedOne = 100'000'000;

/// Plain decimal text ("-12.3400", no exponent, no separators) to units of 10^-places.
/// Errors: domain.number-malformed, domain.number-precision (more digits than fit, unless zeros), domain.number-range.
Result<std::int64_t> parseDecimal(std::string_view text, int places);
/// The inverse; at least `minPlaces` digits after the point, trailing zeros beyond them dropped.
std::string formatDecimal(std::int64_t units, int places, int minPlaces);

template <class Tag>
class Fixed {
public:
    constexpr Fixed() = default;
    static constexpr Fixed fromRaw(std::int64_t raw)
    {
        Fixed value;
        value.m_raw = raw;
        return value;
    }
    /// A whole number.
    static Fixed of(std::int64_t whole)
    {
        const auto raw = narrow(Int128(whole) * kFixedOne);
        RIALTO_CHECK(raw.has_value(), "whole number exceeds the range of Fixed");
        return fromRaw(*raw);
    }
    static Result<Fixed> parse(std::string_view text)
    {
        const auto raw = parseDecimal(text, kFixedPlaces);
        if (!raw)
            return raw.error();
        return fromRaw(*raw);
    }
    /// For constants in code and tests: the text must be right.
    static Fixed literal(std::string_view text)
    {
        const auto value = parse(text);
        RIALTO_CHECK(value.ok(), "malformed decimal literal");
        return *value;
    }

    constexpr std::int64_t raw() const { return m_raw; }
    constexpr bool isZero() const { return m_raw == 0; }
    constexpr bool isPositive() const { return m_raw > 0; }
    constexpr bool isNegative() const { return m_raw < 0; }
    constexpr Fixed abs() const { return fromRaw(m_raw < 0 ? -m_raw : m_raw); }
    std::string text(int minPlaces = 0) const { return formatDecimal(m_raw, kFixedPlaces, minPlaces); }

    friend Fixed operator+(Fixed a, Fixed b) { return fromRaw(addChecked(a.m_raw, b.m_raw)); }
    friend Fixed operator-(Fixed a, Fixed b) { return fromRaw(addChecked(a.m_raw, -b.m_raw)); }
    friend constexpr Fixed operator-(Fixed a) { return fromRaw(-a.m_raw); }
    Fixed& operator+=(Fixed b) { return *this = *this + b; }
    Fixed& operator-=(Fixed b) { return *this = *this - b; }
    friend constexpr bool operator==(Fixed a, Fixed b) { return a.m_raw == b.m_raw; }
    friend constexpr bool operator!=(Fixed a, Fixed b) { return a.m_raw != b.m_raw; }
    friend constexpr bool operator<(Fixed a, Fixed b) { return a.m_raw < b.m_raw; }
    friend constexpr bool operator<=(Fixed a, Fixed b) { return a.m_raw <= b.m_raw; }
    friend constexpr bool operator>(Fixed a, Fixed b) { return a.m_raw > b.m_raw; }
    friend constexpr bool operator>=(Fixed a, Fixed b) { return a.m_raw >= b.m_raw; }

private:
    std::int64_t m_raw = 0;
};

} // namespace rialto
