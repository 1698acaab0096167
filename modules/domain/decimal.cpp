// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decimal.h"

#include <limits>

namespace rialto {

namespace {

constexpr std::int64_t kLargest = 999'999'999'999'999'999; // 18 digits, so that a negated value always fits

Int128 tenTo(int power)
{
    Int128 value = 1;
    for (int i = 0; i < power; ++i)
        value *= 10;
    return value;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

} // namespace

Decimal Decimal::make(std::int64_t units, int places)
{
    Decimal value;
    value.m_units = units;
    value.m_places = places;
    while (value.m_places > 0 && value.m_units % 10 == 0) {
        value.m_units /= 10;
        --value.m_places;
    }
    return value;
}

std::optional<Decimal> Decimal::fit(Int128 units, int places)
{
    while (places > 0 && units % 10 == 0) {
        units /= 10;
        --places;
    }
    if (places > kMaxPlaces || units > Int128(kLargest) || units < -Int128(kLargest))
        return std::nullopt;
    return make(static_cast<std::int64_t>(units), places);
}

Result<Decimal> Decimal::parse(std::string_view text, bool* rounded)
{
    const std::string_view whole = text;
    const auto malformed = [&] { return invalid("domain.number-malformed", std::string(whole.substr(0, 40))); };
    bool negative = false;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        negative = text.front() == '-';
        text.remove_prefix(1);
    }
    // Digits after the first significant one; those beyond 20 only round.
    Int128 units = 0;
    int kept = 0;
    int places = 0;      // of `units`
    bool any = false;
    bool point = false;
    bool lost = false;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.') {
            if (point)
                return malformed();
            point = true;
            continue;
        }
        if (!isDigit(c))
            break;
        any = true;
        if (kept < 30) {
            units = units * 10 + (c - '0');
            kept += units == 0 ? 0 : 1;
            places += point ? 1 : 0;
        } else {
            lost = lost || c != '0';
            places -= point ? 0 : 1;
        }
        if (places > 4000 || places < -4000)
            return invalid("domain.number-range", std::string(whole.substr(0, 40)));
    }
    if (!any)
        return malformed();
    if (at < text.size()) {
        if (text[at] != 'e' && text[at] != 'E')
            return malformed();
        ++at;
        bool down = false;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            down = text[at++] == '-';
        if (at == text.size())
            return malformed();
        int exponent = 0;
        for (; at < text.size(); ++at) {
            if (!isDigit(text[at]))
                return malformed();
            exponent = exponent < 10'000 ? exponent * 10 + (text[at] - '0') : exponent;
        }
        places += down ? exponent : -exponent;
    }
    if (units == 0)
        return Decimal();
    while (units % 10 == 0) {
        units /= 10;
        --places;
    }
    if (places < 0) {
        if (places < -kMaxPlaces)
            return invalid("domain.number-range", std::string(whole.substr(0, 40)));
        for (; places < 0; ++places) {
            units *= 10;
            if (units > Int128(kLargest))
                return invalid("domain.number-range", std::string(whole.substr(0, 40)));
        }
    }
    // One rounding: all the digits that do not fit go at once.
    int drop = places > kMaxPlaces ? places - kMaxPlaces : 0;
    if (drop < 36) {
        Int128 rest = units / tenTo(drop);
        while (rest > Int128(kLargest) && drop < places) {
            rest /= 10;
            ++drop;
        }
        if (rest > Int128(kLargest))
            return invalid("domain.number-range", std::string(whole.substr(0, 40)));
    }
    if (drop > 0) {
        units = drop < 36 ? divideRounded(units, tenTo(drop), Rounding::HalfEven) : Int128(0);
        places -= drop;
        lost = true;
    }
    if (lost && rounded != nullptr)
        *rounded = true;
    if (places > kMaxPlaces)
        return Decimal();
    const auto value = fit(negative ? -units : units, places);
    if (!value)
        return invalid("domain.number-range", std::string(whole.substr(0, 40)));
    return *value;
}

std::string Decimal::text() const
{
    std::string digits = std::to_string(m_units < 0 ? -m_units : m_units);
    if (m_places > 0) {
        const auto places = static_cast<std::size_t>(m_places);
        if (digits.size() <= places)
            digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, 1, '.');
    }
    return m_units < 0 ? "-" + digits : digits;
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const
{
    const int places = m_places > other.m_places ? m_places : other.m_places;
    return fit(Int128(m_units) * tenTo(places - m_places) + Int128(other.m_units) * tenTo(places - other.m_places), places);
}

std::optional<Decimal> Decimal::times(const Decimal& other) const
{
    return fit(Int128(m_units) * other.m_units, m_places + other.m_places);
}

std::optional<Decimal> Decimal::dividedBy(const Decimal& other, int places, Rounding rounding) const
{
    if (other.isZero() || places < 0 || places > kMaxPlaces)
        return std::nullopt;
    // units/other x 10^(places + other.places - own places); numerator and denominator each stay within 128 bits.
    const int shift = places + other.m_places - m_places;
    Int128 numerator = m_units;
    Int128 denominator = other.m_units;
    if (shift >= 0) {
        if (shift > 20)
            return std::nullopt;
        numerator *= tenTo(shift);
    } else {
        denominator *= tenTo(-shift);
    }
    return fit(divideRounded(numerator, denominator, rounding), places);
}

bool operator<(const Decimal& a, const Decimal& b)
{
    const int places = a.m_places > b.m_places ? a.m_places : b.m_places;
    return Int128(a.m_units) * tenTo(places - a.m_places) < Int128(b.m_units) * tenTo(places - b.m_places);
}

} // namespace rialto
