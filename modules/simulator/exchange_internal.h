// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of SimulatedExchange that its source files share: how books' events reach it, and how seeds are spread.
#pragma once

#include "simulator/simulated_exchange.h"

namespace rialto::simulator {

inline std::uint64_t mixedSeed(std::uint64_t seed, std::uint64_t salt) { return Rng(seed ^ (salt * 0xD1B54A32D192ED03ULL)).next(); }

struct SimulatedExchange::BookEvents : matching::MatchingHandler {
    SimulatedExchange& exchange;
    matching::OrderId taker = 0;
    matching::Lots taken = 0;

    BookEvents(SimulatedExchange& owner, matching::OrderId id) : exchange(owner), taker(id) {}
    void onTrade(const matching::Trade& trade)
    {
        if (trade.taker == taker)
            taken += trade.quantity;
        exchange.onTrade(trade);
    }
    void onCancelled(const matching::Cancelled& cancelled) { exchange.onCancelled(cancelled); }
    void onRejected(const matching::Rejected& rejected) { exchange.onRejected(rejected); }
    void onTriggered(const matching::Triggered& triggered)
    {
        if (order_ids::isParticipant(triggered.id))
            exchange.m_gateway->onTriggered(triggered.id, exchange.m_now);
    }
    void onRepriced(const matching::Repriced& repriced)
    {
        if (order_ids::isParticipant(repriced.id))
            exchange.m_gateway->onRepriced(repriced.id, repriced.price, exchange.m_now);
    }
};

} // namespace rialto::simulator
