// SPDX-License-Identifier: GPL-3.0-or-later
// Money: a whole number of minor units (cents) of one currency. Mixing currencies is a programming error and stops the
// program; conversion is a ledger event with a rate, never an operator.
#pragma once

#include "domain/currency.h"
#include "domain/fixed.h"
#include "domain/price.h"
#include "domain/quantity.h"

namespace rialto {

class Money {
public:
    Money() = default;
    Money(std::int64_t minor, Currency currency) : m_minor(minor), m_currency(currency) {}
    static Money zero(Currency currency) { return {0, currency}; }
    /// Text in major units, "1234.50"; more digits than the currency has are an error.
    static Result<Money> parse(std::string_view text, Currency currency)
    {
        const auto minor = parseDecimal(text, currency.digits());
        if (!minor)
            return minor.error();
        return Money(*minor, currency);
    }

    std::int64_t minor() const { return m_minor; }
    const Currency& currency() const { return m_currency; }
    bool isZero() const { return m_minor == 0; }
    bool isNegative() const { return m_minor < 0; }
    /// "1234.50", always all minor digits, no code.
    std::string text() const { return formatDecimal(m_minor, m_currency.digits(), m_currency.digits()); }

    friend Money operator+(const Money& a, const Money& b)
    {
        RIALTO_CHECK(a.m_currency == b.m_currency, "currencies are mixed");
        return {addChecked(a.m_minor, b.m_minor), a.m_currency};
    }
    friend Money operator-(const Money& a, const Money& b) { return a + (-b); }
    friend Money operator-(const Money& a) { return {-a.m_minor, a.m_currency}; }
    Money& operator+=(const Money& b) { return *this = *this + b; }
    Money& operator-=(const Money& b) { return *this = *this - b; }
    friend bool operator==(const Money& a, const Money& b) { return a.m_minor == b.m_minor && a.m_currency == b.m_currency; }
    friend bool operator!=(const Money& a, const Money& b) { return !(a == b); }
    friend bool operator<(const Money& a, const Money& b)
    {
        RIALTO_CHECK(a.m_currency == b.m_currency, "currencies are mixed");
        return a.m_minor < b.m_minor;
    }
    friend bool operator>(const Money& a, const Money& b) { return b < a; }
    friend bool operator<=(const Money& a, const Money& b) { return !(b < a); }
    friend bool operator>=(const Money& a, const Money& b) { return !(a < b); }

private:
    std::int64_t m_minor = 0;
    Currency m_currency;
};

/// Contract multiplier as a fraction: 100/1 for an equity option, 1/100 for a bond quoted per 100 nominal.
struct Multiplier {
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
    friend bool operator==(const Multiplier&, const Multiplier&) = default;
};

/// price x quantity x multiplier in the currency, rounded once as said. This is the only place where the two meet.
/// Errors: domain.notional-range.
Result<Money> notional(Price price, Quantity quantity, Multiplier multiplier, const Currency& currency, Rounding rounding);

/// amount x numerator / denominator, rounded once as said. Errors: domain.notional-range.
Result<Money> scale(const Money& amount, std::int64_t numerator, std::int64_t denominator, Rounding rounding);

} // namespace rialto
