// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/lots/exact_decimal.h"

#include "domain/fixed.h"

#include <algorithm>
#include <string>

namespace rialto {

namespace {

constexpr int kDecimalDigits = 18;

Int128 tenTo(int power)
{
    Int128 value = 1;
    for (int i = 0; i < power; ++i)
        value *= 10;
    return value;
}

void dropTrailingZeros(ExactDecimal& value)
{
    while (value.places > 0 && value.mantissa % 10 == 0) {
        value.mantissa /= 10;
        --value.places;
    }
    if (value.mantissa == 0)
        value.places = 0;
}

} // namespace

Int128 ExactDecimal::powerOfTen(int power)
{
    RIALTO_CHECK(power >= 0 && power <= 38, "a power of ten beyond 128 bits");
    return tenTo(power);
}

ExactDecimal ExactDecimal::of(std::int64_t mantissa, int places)
{
    RIALTO_CHECK(places >= 0 && places <= kDecimalDigits, "places of an ExactDecimal are 0 to 18");
    ExactDecimal value{mantissa, places, false};
    dropTrailingZeros(value);
    return value;
}

Result<ExactDecimal> ExactDecimal::parse(std::string_view text)
{
    const Error malformed = invalid("domain.number-malformed", std::string(text.substr(0, 40)));
    std::size_t at = 0;
    const bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+'))
        ++at;
    Int128 digits = 0;
    int kept = 0;      // significant digits in `digits`, one more than allowed so that rounding sees it
    int places = 0;
    bool seen = false;
    bool point = false;
    bool lost = false; // a non-zero digit beyond the kept ones
    int dropped = 0;   // integer digits that were not kept
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9')
            break;
        seen = true;
        if (kept < kDecimalDigits + 2) {
            digits = digits * 10 + (c - '0');
            kept += digits != 0 ? 1 : 0;
            places += point ? 1 : 0;
        } else {
            lost = lost || c != '0';
            dropped += point ? 0 : 1;
        }
        if (places > 400 || dropped > 400)
            return malformed;
    }
    if (!seen)
        return malformed;
    int exponent = 0;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        const bool minus = at < text.size() && text[at] == '-';
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        if (at == text.size())
            return malformed;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
            if ((exponent = exponent * 10 + (text[at] - '0')) > 400)
                return invalid("domain.number-range", std::string(text.substr(0, 40)));
        exponent = minus ? -exponent : exponent;
    }
    if (at != text.size())
        return malformed;
    places -= exponent + dropped;
    ExactDecimal value;
    if (digits == 0 && !lost)
        return value;
    // Sticky digit: what was lost may break a tie upwards, never make one.
    if (lost) {
        digits = digits * 10 + 1;
        ++places;
    }
    while (places < 0) {
        if (digits > tenTo(kDecimalDigits))
            return invalid("domain.number-range", std::string(text.substr(0, 40)));
        digits *= 10;
        ++places;
    }
    int drop = 0;
    for (Int128 rest = digits; rest >= tenTo(kDecimalDigits); rest /= 10)
        ++drop;
    drop = std::max(drop, places - kDecimalDigits);
    if (drop > 0) {
        if (places - drop < 0 || drop > 36) {
            if (places - drop < 0)
                return invalid("domain.number-range", std::string(text.substr(0, 40)));
            value.rounded = true; // far below the last place: zero
            return value;
        }
        const Int128 unit = tenTo(drop);
        value.rounded = digits % unit != 0;
        digits = divideRounded(digits, unit, Rounding::HalfEven);
        places -= drop;
    }
    const auto narrowed = narrow(digits);
    if (!narrowed)
        return invalid("domain.number-range", std::string(text.substr(0, 40)));
    value.mantissa = negative ? -*narrowed : *narrowed;
    value.places = places;
    dropTrailingZeros(value);
    return value;
}

std::optional<ExactDecimal> ExactDecimal::quotient(Int128 numerator, Int128 denominator)
{
    RIALTO_CHECK(denominator != 0, "division by zero");
    int places = 0;
    const Int128 most = tenTo(kDecimalDigits);
    const auto size = [](Int128 value) { return value < 0 ? Int128(-value) : value; };
    const Int128 whole = size(numerator / denominator);
    if (whole >= most)
        return std::nullopt;
    // As many places as keep the quotient within 18 digits and the numerator within 128 bits.
    while (places < kDecimalDigits && size(numerator) < tenTo(36) && size(numerator * 10 / denominator) < most) {
        numerator *= 10;
        ++places;
    }
    const auto mantissa = narrow(divideRounded(numerator, denominator, Rounding::HalfEven));
    if (!mantissa)
        return std::nullopt;
    return of(*mantissa, places);
}

std::optional<std::int64_t> ExactDecimal::units(int outPlaces, Rounding rounding) const
{
    if (outPlaces >= places)
        return narrow(Int128(mantissa) * tenTo(outPlaces - places));
    return narrow(divideRounded(mantissa, tenTo(places - outPlaces), rounding));
}

std::optional<std::int64_t> ExactDecimal::times(std::int64_t factor, int factorPlaces, int outPlaces, Rounding rounding) const
{
    const int shift = places + factorPlaces - outPlaces;
    const Int128 product = Int128(mantissa) * factor;
    if (shift >= 0)
        return narrow(divideRounded(product, tenTo(shift), rounding));
    // 128 bits hold the product times ten to the nineteenth only of a small product; a larger one does not fit 64 bits anyway.
    const Int128 most = Int128(std::numeric_limits<std::int64_t>::max());
    if (product > most || product < -most)
        return std::nullopt;
    return -shift > kDecimalDigits ? std::nullopt : narrow(product * tenTo(-shift));
}

std::string ExactDecimal::text() const
{
    return formatDecimal(mantissa, places, 0);
}

} // namespace rialto
