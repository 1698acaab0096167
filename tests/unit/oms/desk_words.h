// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the desk's orders say often: a broker that can do little, stops, trades, and that a book rebuilt is the same.
#pragma once

#include "support/trading_fixture.h"

namespace rialto::testing {

inline BrokerCapabilities plainBroker()
{
    return {{OrderType::Market, OrderType::Limit}, {TimeInForce::Day, TimeInForce::Gtc}, true, false, false, false, false, false, {}};
}

inline OrderRequest stop(const char* command, Side side, int quantity, const char* trigger)
{
    OrderRequest request = Desk::request(command, 1, side, quantity, "0");
    request.type = OrderType::Stop;
    request.tif = TimeInForce::Gtc;
    request.terms.trigger = Price::literal(trigger);
    return request;
}

inline void trade(Desk& desk, const char* price)
{
    Quote quote;
    quote.instrument = InstrumentId(1);
    quote.last = Price::literal(price);
    quote.trades = 1;
    quote.bid = quote.ask = quote.last;
    quote.bidSize = quote.askSize = Quantity::of(100);
    desk.say(BrokerSaid{quote});
}

template <class Command>
const Command* only(const StepResult& result)
{
    return result.send.size() == 1 ? std::get_if<Command>(&result.send.front()) : nullptr;
}

inline StepResult tradeSaying(Desk& desk, const char* price)
{
    Quote quote;
    quote.instrument = InstrumentId(1);
    quote.last = Price::literal(price);
    quote.trades = 1;
    quote.bid = quote.ask = quote.last;
    quote.bidSize = quote.askSize = Quantity::of(100);
    return desk.say(BrokerSaid{quote});
}

inline bool rebuildsEqual(Desk& desk)
{
    Engine again;
    again.setCapabilities(desk.engine.capabilities());
    for (const Fact& fact : desk.facts)
        if (!again.restore(Fact(fact)))
            return false;
    return again.hash() == desk.engine.hash() && again.ledger().check().ok();
}

} // namespace rialto::testing
