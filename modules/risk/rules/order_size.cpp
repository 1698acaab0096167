// SPDX-License-Identifier: GPL-3.0-or-later
#include "risk/gate.h"

namespace rialto {

namespace {

std::optional<Refusal> orderSize(const RiskContext& context)
{
    const auto& limits = context.limits;
    const Quantity quantity = context.request.quantity;
    if (limits.maxQuantity.isPositive() && quantity > limits.maxQuantity)
        return Refusal{"risk.quantity", "limit " + limits.maxQuantity.text() + ", quantity " + quantity.text()};
    if (limits.maxNotionalMajor <= 0)
        return std::nullopt;
    const bool limitOrder = needsLimit(context.request.type);
    if (!limitOrder && !context.reference)
        return std::nullopt; // the collar rule refuses it
    const auto value = valueOf(context.instrument, limitOrder ? context.request.limit : *context.reference, quantity);
    const Currency currency = context.instrument.spec.currency;
    if (!value || value->minor() / currency.minorPerMajor() >= limits.maxNotionalMajor)
        return Refusal{"risk.notional", "limit " + std::to_string(limits.maxNotionalMajor) + " " + currency.code() + ", value "
                + (value ? value->text() : std::string("out of range"))};
    return std::nullopt;
}

} // namespace

RiskRule orderSizeRule() { return {"order_size", orderSize}; }

} // namespace rialto
