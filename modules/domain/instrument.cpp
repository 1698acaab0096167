// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/instrument.h"

namespace rialto {

namespace {

constexpr std::string_view kClassNames[] = {"equity", "bond", "fund", "future", "option", "fx", "crypto", "index"};

} // namespace

std::string_view name(AssetClass assetClass) { return kClassNames[static_cast<std::size_t>(assetClass)]; }

Result<AssetClass> parseAssetClass(std::string_view text)
{
    for (std::size_t i = 0; i < std::size(kClassNames); ++i)
        if (text == kClassNames[i])
            return static_cast<AssetClass>(i);
    return invalid("domain.asset-class-unknown", std::string(text.substr(0, 40)));
}

bool onTick(const Instrument& instrument, Price price) { return price.raw() % instrument.spec.tick.raw() == 0; }

bool wholeLots(const Instrument& instrument, Quantity quantity)
{
    return quantity.isPositive() && quantity.raw() % instrument.spec.lot.raw() == 0;
}

Result<Money> valueOf(const Instrument& instrument, Price price, Quantity quantity)
{
    return notional(price, quantity, instrument.spec.multiplier, instrument.spec.currency, Rounding::HalfEven);
}

} // namespace rialto
