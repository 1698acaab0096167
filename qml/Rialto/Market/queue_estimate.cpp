// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue_estimate.h"

namespace rialto {

using market::MarketEvent;
using market::MarketEventKind;

void QueueEstimate::reset()
{
    m_replay = market::OwnOrderReplay(market::QueueModel::Probabilistic, false);
    m_sides = {};
}

void QueueEstimate::onTrade(const TradePrint& trade)
{
    MarketEvent event;
    event.time = trade.time;
    event.kind = MarketEventKind::Trade;
    event.price = trade.price;
    event.size = trade.quantity;
    m_replay.apply(event);
}

std::optional<market::OwnStand> QueueEstimate::standOf(std::uint64_t order) const
{
    for (const auto& stand : m_replay.orders())
        if (stand.order.id == order)
            return stand;
    return std::nullopt;
}

void QueueEstimate::onDepth(const DepthUpdate& depth)
{
    MarketEvent event;
    event.time = depth.time;
    event.kind = MarketEventKind::Clear;
    m_replay.apply(event);
    event.kind = MarketEventKind::Level;
    std::array<const DepthLevel*, 2> own{};
    for (const bool bid : {true, false})
        for (const DepthLevel& level : bid ? depth.bids : depth.asks) {
            event.bid = bid;
            event.price = level.price;
            event.size = std::max(level.quantity - level.own, Quantity()); // the others
            if (event.size.isPositive())
                m_replay.apply(event);
            auto& best = own[bid ? 0 : 1];
            if (best == nullptr && level.own.isPositive())
                best = &level;
        }
    event.kind = MarketEventKind::End;
    m_replay.apply(event);
    follow(Side::Buy, own[0], depth.time);
    follow(Side::Sell, own[1], depth.time);
}

void QueueEstimate::follow(Side side, const DepthLevel* level, Timestamp time)
{
    Tracked& tracked = m_sides[side == Side::Buy ? 0 : 1];
    const bool same = level != nullptr && tracked.place && tracked.place->price == level->price && level->own <= tracked.place->own;
    if (!same) {
        if (tracked.order != 0)
            m_replay.cancel(tracked.order);
        tracked = {};
        if (level == nullptr)
            return;
    }
    tracked.atFront = tracked.atFront || (same && level->own < tracked.place->own);
    auto stand = standOf(tracked.order);
    // The model may think it filled what in truth still waits: then it stands at the front.
    tracked.atFront = tracked.atFront || (stand && !stand->open && stand->end == "filled");
    if (!stand) {
        tracked.order = m_nextOrder++;
        m_replay.place({tracked.order, side, OrderType::Limit, TimeInForce::Day, level->price, level->own}, time);
        stand = standOf(tracked.order);
    }
    const Quantity others = std::max(level->quantity - level->own, Quantity());
    const Quantity ahead = tracked.atFront ? Quantity() : std::min(stand->ahead.value_or(others), others);
    tracked.place = Place{level->price, level->own, ahead, others};
}

} // namespace rialto
