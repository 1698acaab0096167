// SPDX-License-Identifier: GPL-3.0-or-later
#include "risk/gate.h"

namespace rialto {

namespace {

std::optional<Refusal> position(const RiskContext& context)
{
    const auto assetClass = context.instrument.assetClass();
    if (context.request.side == Side::Buy || assetClass == AssetClass::Future || assetClass == AssetClass::FxPair)
        return std::nullopt;
    if (context.needed > context.available)
        return Refusal{"risk.position", "wanted " + context.request.quantity.text() + ", free to sell " + Quantity::fromRaw(context.available).text()};
    return std::nullopt;
}

} // namespace

RiskRule positionRule() { return {"position", position}; }

} // namespace rialto
