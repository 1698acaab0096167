// SPDX-License-Identifier: GPL-3.0-or-later
// ExactDecimal: a decimal of up to 18 significant digits and up to 18 places, for prices and rates that carry more than the
// eight places of Fixed (an average price, an exchange rate). Pure value, any thread. It is multiplied only in 128 bits, with
// one named rounding. Digits beyond the eighteenth are rounded half even when text is read, and `rounded` tells.
#pragma once

#include "base/result.h"
#include "base/wide_math.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rialto {

struct ExactDecimal {
    std::int64_t mantissa = 0;
    int places = 0; // value = mantissa / 10^places, 0..18; no trailing zeros
    bool rounded = false;

    /// "-12.5", "+3", ".5", "1e-05". Errors: domain.number-malformed, domain.number-range.
    static Result<ExactDecimal> parse(std::string_view text);
    static ExactDecimal of(std::int64_t mantissa, int places);
    static ExactDecimal one() { return {1, 0, false}; }
    /// numerator / denominator to 18 significant digits at most, half even; nothing when it does not fit.
    static std::optional<ExactDecimal> quotient(Int128 numerator, Int128 denominator);

    static Int128 powerOfTen(int power); // 0..38

    bool isZero() const { return mantissa == 0; }
    bool isNegative() const { return mantissa < 0; }
    /// In units of 10^-outPlaces (0..18); nothing when it does not fit.
    std::optional<std::int64_t> units(int outPlaces, Rounding rounding) const;
    /// this x factor, where factor counts units of 10^-factorPlaces and the result units of 10^-outPlaces.
    std::optional<std::int64_t> times(std::int64_t factor, int factorPlaces, int outPlaces, Rounding rounding) const;
    std::string text() const;
    friend bool operator==(const ExactDecimal& a, const ExactDecimal& b) { return a.mantissa == b.mantissa && a.places == b.places; }
};

} // namespace rialto
