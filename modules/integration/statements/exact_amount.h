// SPDX-License-Identifier: GPL-3.0-or-later
// ExactAmount: a decimal as a statement writes it, ten places on 128 bits, so that every amount a bank may write (ISO 20022
// allows 18 digits with 5 decimals) and every sum of a file is exact. Statements speak in it; the book in Money. Pure value.
#pragma once

#include "base/wide_math.h"
#include "domain/money.h"

#include <optional>
#include <string>
#include <string_view>

namespace rialto::integration {

enum class AmountFault {
    None,
    Empty,
    Malformed,
    TooLarge,  // more than 18 digits before the mark
    TooFine    // more than ten decimals: the value is rounded half even, good for a price and no good for an amount
};

class ExactAmount {
public:
    static constexpr int kPlaces = 10;

    ExactAmount() = default;
    static ExactAmount fromRaw(Int128 raw)
    {
        ExactAmount amount;
        amount.m_raw = raw;
        return amount;
    }
    static ExactAmount of(const Money& money);

    Int128 raw() const { return m_raw; }
    bool isZero() const { return m_raw == 0; }
    bool isNegative() const { return m_raw < 0; }
    /// Plain decimal with at least `minPlaces` decimals.
    std::string text(int minPlaces = 0) const;
    /// Nothing when the currency has not so many decimals or 64 bits do not hold it.
    std::optional<Money> toMoney(const Currency& currency) const;

    friend ExactAmount operator+(ExactAmount a, ExactAmount b) { return fromRaw(a.m_raw + b.m_raw); }
    friend ExactAmount operator-(ExactAmount a, ExactAmount b) { return fromRaw(a.m_raw - b.m_raw); }
    friend ExactAmount operator-(ExactAmount a) { return fromRaw(-a.m_raw); }
    ExactAmount& operator+=(ExactAmount b) { return *this = *this + b; }
    friend bool operator==(ExactAmount a, ExactAmount b) { return a.m_raw == b.m_raw; }
    friend bool operator!=(ExactAmount a, ExactAmount b) { return a.m_raw != b.m_raw; }

private:
    Int128 m_raw = 0;
};

/// How numbers are written in a file. `mark` is the decimal mark; `group` separates thousands, 0: none may.
struct AmountStyle {
    char mark = '.';
    char group = 0;
};

/// [sign] digits [mark digits] [E exponent], or the amount in brackets, or the sign behind. Spaces around are left out; spaces
/// and apostrophes between groups are too when `group` is not 0.
AmountFault readAmount(std::string_view text, AmountStyle style, ExactAmount& amount);
/// Both marks may occur: the style is that of the text itself ("1.234,56", "1,234.56"); a lone mark before exactly three digits
/// is a group only when `style` says so.
AmountStyle styleOf(std::string_view text, AmountStyle otherwise);
/// A sentence about the fault, with the text in it.
std::string explain(AmountFault fault, std::string_view text);

/// The minor digits of a currency code, 2 for one that Rialto does not know.
int minorDigits(std::string_view currency);

} // namespace rialto::integration
