// SPDX-License-Identifier: GPL-3.0-or-later
#include "risk/gate.h"

namespace rialto {

namespace {

std::optional<Refusal> lotAndTick(const RiskContext& context)
{
    const auto& spec = context.instrument.spec;
    if (!wholeLots(context.instrument, context.request.quantity))
        return Refusal{"risk.lot", "lot " + spec.lot.text() + ", quantity " + context.request.quantity.text()};
    if (context.request.type == OrderType::Limit && !onTick(context.instrument, context.request.limit))
        return Refusal{"risk.tick", "tick " + spec.tick.text() + ", price " + context.request.limit.text()};
    return std::nullopt;
}

} // namespace

RiskRule lotAndTickRule() { return {"lot_and_tick", lotAndTick}; }

} // namespace rialto
