// SPDX-License-Identifier: GPL-3.0-or-later
#include "oms/trigger_watch.h"

#include <algorithm>

namespace rialto {

bool TriggerWatch::reached(const Order& order, const Quote& quote)
{
    if (!quote.hasLast())
        return false;
    const OrderRequest& asked = order.request;
    const bool buy = asked.side == Side::Buy;
    if (trails(asked.type)) {
        std::int64_t distance = asked.terms.trail.raw();
        if (asked.terms.trailBasisPoints > 0)
            distance = mulDiv(quote.last.raw(), asked.terms.trailBasisPoints, 10'000, Rounding::Up).value_or(0);
        const Price stand = Price::fromRaw(addChecked(quote.last.raw(), buy ? distance : -distance));
        const auto [it, fresh] = m_trailing.try_emplace(order.id, asked.terms.trigger.isZero() ? stand : asked.terms.trigger);
        it->second = buy ? std::min(it->second, stand) : std::max(it->second, stand);
    }
    const auto at = level(order);
    if (!at)
        return false;
    const bool touched = asked.type == OrderType::MarketIfTouched || asked.type == OrderType::LimitIfTouched;
    const bool fromBelow = buy != touched;
    return fromBelow ? quote.last >= *at : quote.last <= *at;
}

std::optional<Price> TriggerWatch::level(const Order& order) const
{
    if (!trails(order.request.type))
        return order.request.terms.trigger;
    const auto it = m_trailing.find(order.id);
    return it == m_trailing.end() ? std::nullopt : std::optional(it->second);
}

} // namespace rialto
