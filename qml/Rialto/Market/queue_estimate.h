// SPDX-License-Identifier: GPL-3.0-or-later
// QueueEstimate: where one's own order probably stands in the queue at its price, worked out from what everybody sees: depth and trades.
// The probabilistic model of market/replay/own_order_replay.h (Rigtorp 2013, f(x) = x): behind all that was shown when the order was first
// seen there; trades at the price bring it forward, cancels by the share that stood before it. One instrument; GUI thread.
#pragma once

#include "brokers/broker_adapter.h"
#include "market/replay/own_order_replay.h"

#include <array>
#include <optional>

namespace rialto {

class QueueEstimate {
public:
    struct Place {
        Price price;
        Quantity own;
        Quantity ahead;
        Quantity others; // at this price
    };

    void reset();
    void onTrade(const TradePrint& trade);
    /// A whole picture of the best levels.
    void onDepth(const DepthUpdate& depth);
    /// Of the best own order of a side; nothing without one.
    std::optional<Place> place(Side side) const { return m_sides[side == Side::Buy ? 0 : 1].place; }

private:
    struct Tracked {
        std::uint64_t order = 0; // 0: none
        bool atFront = false;    // part of it has traded: nobody stands before it
        std::optional<Place> place;
    };
    void follow(Side side, const DepthLevel* level, Timestamp time);
    std::optional<market::OwnStand> standOf(std::uint64_t order) const;

    market::OwnOrderReplay m_replay{market::QueueModel::Probabilistic, false};
    std::array<Tracked, 2> m_sides;
    std::uint64_t m_nextOrder = 1;
};

} // namespace rialto
