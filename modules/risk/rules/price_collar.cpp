// SPDX-License-Identifier: GPL-3.0-or-later
#include "risk/gate.h"

namespace rialto {

namespace {

std::optional<Refusal> priceCollar(const RiskContext& context)
{
    if (!context.reference) {
        if (!needsLimit(context.request.type))
            return Refusal{"risk.no-reference-price", context.instrument.symbol};
        return std::nullopt;
    }
    if (!needsLimit(context.request.type) || context.limits.collarPerMille <= 0)
        return std::nullopt;
    // The limit of an order that waits for a trigger is measured from there: it means nothing before.
    const Price from = waitsForTrigger(context.request.type) && !context.request.terms.trigger.isZero() ? context.request.terms.trigger : *context.reference;
    // Only a price that is too generous is a slip of the finger; one far away from the market merely rests.
    const Int128 reference = from.raw();
    const Int128 room = (reference < 0 ? Int128(-reference) : reference) * context.limits.collarPerMille / 1000;
    const Int128 limit = context.request.limit.raw();
    const bool through = context.request.side == Side::Buy ? limit > reference + room : limit < reference - room;
    if (through)
        return Refusal{"risk.price-collar", "reference " + from.text() + ", limit " + context.request.limit.text() + ", collar "
                + std::to_string(context.limits.collarPerMille / 10) + "%"};
    return std::nullopt;
}

} // namespace

RiskRule priceCollarRule() { return {"price_collar", priceCollar}; }

} // namespace rialto
