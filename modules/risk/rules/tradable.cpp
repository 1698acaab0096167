// SPDX-License-Identifier: GPL-3.0-or-later
#include "risk/gate.h"

namespace rialto {

namespace {

std::optional<Refusal> tradable(const RiskContext& context)
{
    if (!context.instrument.tradable())
        return Refusal{"risk.not-tradable", context.instrument.symbol};
    if (!context.venueOpen)
        return Refusal{"risk.venue-closed", context.instrument.mic};
    return std::nullopt;
}

} // namespace

RiskRule tradableRule() { return {"tradable", tradable}; }

} // namespace rialto
