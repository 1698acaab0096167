// SPDX-License-Identifier: GPL-3.0-or-later
#include "risk/gate.h"

namespace rialto {

namespace {

std::optional<Refusal> lotAndTick(const RiskContext& context)
{
    const auto& spec = context.instrument.spec;
    if (!wholeLots(context.instrument, context.request.quantity))
        return Refusal{"risk.lot", "lot " + spec.lot.text() + ", quantity " + context.request.quantity.text()};
    if (needsLimit(context.request.type) && !onTick(context.instrument, context.request.limit))
        return Refusal{"risk.tick", "tick " + spec.tick.text() + ", price " + context.request.limit.text()};
    for (const Price price : {context.request.terms.trigger, context.request.terms.trail, context.request.terms.pegOffset})
        if (!price.isZero() && !onTick(context.instrument, price.abs()))
            return Refusal{"risk.tick", "tick " + spec.tick.text() + ", price " + price.text()};
    if (!context.request.terms.display.isZero() && (!wholeLots(context.instrument, context.request.terms.display) || context.request.terms.display > context.request.quantity))
        return Refusal{"risk.lot", "lot " + spec.lot.text() + ", shown " + context.request.terms.display.text()};
    return std::nullopt;
}

} // namespace

RiskRule lotAndTickRule() { return {"lot_and_tick", lotAndTick}; }

} // namespace rialto
