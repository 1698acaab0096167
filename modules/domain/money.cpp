// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

namespace rialto {

namespace {

Int128 magnitude(const Int128& value) { return value < 0 ? Int128(-value) : value; }

} // namespace

Result<Money> notional(Price price, Quantity quantity, Multiplier multiplier, const Currency& currency, Rounding rounding)
{
    RIALTO_CHECK(multiplier.denominator > 0, "multiplier without a positive denominator");
    const auto range = [&] { return invalid("domain.notional-range", price.text() + " x " + quantity.text()); };
    // price and quantity carry 16 decimal places between them; the result keeps the currency's digits.
    const Int128 product = Int128(price.raw()) * quantity.raw();
    const Int128 factor = Int128(multiplier.numerator) * currency.minorPerMajor();
    const Int128 limit = (Int128(1) << 126) - 1;
    if (factor != 0 && magnitude(product) > limit / magnitude(factor))
        return range();
    const Int128 denominator = Int128(kFixedOne) * kFixedOne * multiplier.denominator;
    const auto minor = narrow(divideRounded(product * factor, denominator, rounding));
    if (!minor)
        return range();
    return Money(*minor, currency);
}

Result<Money> scale(const Money& amount, std::int64_t numerator, std::int64_t denominator, Rounding rounding)
{
    const auto minor = mulDiv(amount.minor(), numerator, denominator, rounding);
    if (!minor)
        return invalid("domain.notional-range", amount.text());
    return Money(*minor, amount.currency());
}

} // namespace rialto
