// SPDX-License-Identifier: GPL-3.0-or-later
// Decimal: an exact decimal of up to 18 significant digits that keeps its own number of places: figures of statistics and
// accounts, from 0.0000125 to 1832641364775.52, which Price and Money cannot hold. There is no way from or to floating point.
// Values are normalised (no trailing zeros after the point), so that equal values compare equal. Any thread.
// Errors: domain.number-malformed, domain.number-range.
#pragma once

#include "base/result.h"
#include "base/wide_math.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rialto {

class Decimal {
public:
    static constexpr int kMaxPlaces = 18;

    Decimal() = default;
    static Decimal of(std::int64_t whole) { return make(whole, 0); }
    /// units x 10^-places.
    static Decimal make(std::int64_t units, int places);
    /// "-12.50", "1.2e9", "+3". More than 18 significant digits or places are rounded half even and `rounded` says so.
    static Result<Decimal> parse(std::string_view text, bool* rounded = nullptr);

    std::int64_t units() const { return m_units; }
    int places() const { return m_places; }
    bool isZero() const { return m_units == 0; }
    bool isNegative() const { return m_units < 0; }
    bool isPositive() const { return m_units > 0; }
    std::string text() const;

    /// Nothing when the result does not fit.
    std::optional<Decimal> plus(const Decimal& other) const;
    std::optional<Decimal> minus(const Decimal& other) const { return plus(other.negated()); }
    std::optional<Decimal> times(const Decimal& other) const;
    /// a / b with so many places, rounded as said; nothing when b is zero or the result does not fit.
    std::optional<Decimal> dividedBy(const Decimal& other, int places, Rounding rounding) const;
    Decimal negated() const { return make(-m_units, m_places); }
    Decimal abs() const { return m_units < 0 ? negated() : *this; }

    friend bool operator==(const Decimal& a, const Decimal& b) { return a.m_units == b.m_units && a.m_places == b.m_places; }
    friend bool operator!=(const Decimal& a, const Decimal& b) { return !(a == b); }
    friend bool operator<(const Decimal& a, const Decimal& b);

private:
    static std::optional<Decimal> fit(Int128 units, int places);
    std::int64_t m_units = 0;
    int m_places = 0;
};

} // namespace rialto
