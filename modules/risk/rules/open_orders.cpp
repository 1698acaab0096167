// SPDX-License-Identifier: GPL-3.0-or-later
#include "risk/gate.h"

namespace rialto {

namespace {

std::optional<Refusal> openOrders(const RiskContext& context)
{
    if (context.limits.maxOpenOrdersPerAccount > 0 && context.openOrders >= context.limits.maxOpenOrdersPerAccount)
        return Refusal{"risk.open-orders", "limit " + std::to_string(context.limits.maxOpenOrdersPerAccount)};
    return std::nullopt;
}

} // namespace

RiskRule openOrdersRule() { return {"open_orders", openOrders}; }

} // namespace rialto
