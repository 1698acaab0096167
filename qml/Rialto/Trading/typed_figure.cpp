// SPDX-License-Identifier: GPL-3.0-or-later
#include "typed_figure.h"

namespace rialto::trading {

namespace {

std::string plain(const QString& text)
{
    QString digits;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC))
        if (!c.isSpace() && c != QLatin1Char(',') && c != QLatin1Char('\''))
            digits += c == QChar(0x2212) ? QLatin1Char('-') : c;
    if (digits.startsWith(QLatin1Char('+')))
        digits.remove(0, 1);
    return digits.toStdString();
}

std::int64_t steppedRaw(std::int64_t raw, std::int64_t step, int steps)
{
    const std::int64_t below = raw / step - (raw % step < 0 ? 1 : 0);
    const bool between = raw % step != 0;
    // Between two steps the first step up only completes the present one.
    const std::int64_t target = below + steps + (between && steps < 0 ? 1 : 0);
    const auto result = narrow(Int128(target < 1 ? 1 : target) * step);
    return result ? *result : raw;
}

} // namespace

Result<Price> typedPrice(const QString& text) { return Price::parse(plain(text)); }
Result<Quantity> typedQuantity(const QString& text) { return Quantity::parse(plain(text)); }
Result<Money> typedMoney(const QString& text, const Currency& currency) { return Money::parse(plain(text), currency); }

Price stepped(Price price, Price tick, int steps) { return Price::fromRaw(steppedRaw(price.raw(), tick.raw(), steps)); }
Quantity stepped(Quantity quantity, Quantity lot, int steps) { return Quantity::fromRaw(steppedRaw(quantity.raw(), lot.raw(), steps)); }

Quantity quantityStep(const Instrument& instrument)
{
    const bool shares = instrument.assetClass() == AssetClass::Equity || instrument.assetClass() == AssetClass::Fund;
    return shares && instrument.spec.lot == Quantity::of(1) ? Quantity::of(100) : instrument.spec.lot;
}

std::optional<Quantity> quantityFor(const Money& amount, Price price, const Instrument& instrument)
{
    const auto& spec = instrument.spec;
    if (!price.isPositive() || amount.minor() <= 0 || spec.multiplier.numerator <= 0 || amount.currency() != spec.currency)
        return std::nullopt;
    const Int128 raw = divideRounded(Int128(amount.minor()) * kFixedOne * spec.multiplier.denominator * kFixedOne,
        Int128(price.raw()) * spec.multiplier.numerator * spec.currency.minorPerMajor(), Rounding::Down);
    const auto whole = narrow(raw / spec.lot.raw() * spec.lot.raw());
    return whole ? std::optional(Quantity::fromRaw(*whole)) : std::nullopt;
}

} // namespace rialto::trading
