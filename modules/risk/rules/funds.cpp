// SPDX-License-Identifier: GPL-3.0-or-later
#include "risk/gate.h"

namespace rialto {

namespace {

std::optional<Refusal> funds(const RiskContext& context)
{
    // A sale is short of the asset, not of funds: that is for the position rule.
    const bool sellsAsset = context.request.side == Side::Sell && context.instrument.assetClass() != AssetClass::Future
        && context.instrument.assetClass() != AssetClass::FxPair;
    if (sellsAsset || context.needed <= context.available)
        return std::nullopt;
    Currency currency = context.instrument.spec.currency;
    if (const auto* pair = std::get_if<FxPair>(&context.instrument.details); pair != nullptr && context.request.side == Side::Sell)
        currency = pair->base;
    return Refusal{"risk.funds", "needed " + Money(context.needed, currency).text() + ", available "
            + Money(context.available, currency).text() + " " + currency.code()};
}

} // namespace

RiskRule fundsRule() { return {"funds", funds}; }

} // namespace rialto
