// SPDX-License-Identifier: GPL-3.0-or-later
// A small market for tests of the engine: instruments of each kind of settlement, one client with one account, and short
// ways to say what happens. Everything happens on Wednesday, 2026-01-07.
#pragma once

#include "engine/engine.h"

namespace rialto::testing {

inline Instrument equity(std::uint32_t id, const std::string& symbol, const char* currency = "USD")
{
    Instrument instrument;
    instrument.id = InstrumentId(id);
    instrument.symbol = symbol;
    instrument.mic = "XSIM";
    instrument.name = symbol + " Corp";
    instrument.calendarId = "XNYS";
    instrument.timeZone = "America/New_York";
    instrument.spec.currency = Currency::literal(currency);
    instrument.spec.tick = Price::literal("0.01");
    instrument.spec.lot = Quantity::of(1);
    instrument.spec.settlementDays = 1;
    instrument.details = Equity{};
    return instrument;
}

class Desk {
public:
    Desk()
    {
        say(AddInstrument{equity(1, "AAA")});
        auto future = equity(2, "FUT");
        future.spec.multiplier = {50, 1};
        future.details = Future{InstrumentId(1), Date::of(2026, 6, 19), Money(500'00, Currency::literal("USD"))};
        say(AddInstrument{future});
        auto fx = equity(3, "EURUSD");
        fx.spec.tick = Price::literal("0.0001");
        fx.spec.lot = Quantity::of(1000);
        fx.spec.settlementDays = 2;
        fx.details = FxPair{Currency::literal("EUR")};
        say(AddInstrument{fx});
        say(AddClient{{ClientId(1), HouseholdId(), "C-1", "Ada Example", "", Date::of(2025, 1, 1)}});
        say(AddAccount{{AccountId(1), ClientId(1), "A-1", usd(), Date::of(2025, 1, 1)}});
    }

    static Currency usd() { return Currency::literal("USD"); }

    template <class Body>
    StepResult say(Body body)
    {
        auto result = engine.step({now, day, std::move(body)});
        facts.insert(facts.end(), result.facts.begin(), result.facts.end());
        now = now + kNanosPerMilli;
        return result;
    }
    StepResult deposit(const char* amount, const char* id = "d1")
    {
        return say(MoveCash{id, AccountId(1), *Money::parse(amount, usd()), "deposit"});
    }
    void quote(std::uint32_t instrument, const char* bid, const char* ask)
    {
        Quote q;
        q.instrument = InstrumentId(instrument);
        q.bid = Price::literal(bid);
        q.ask = Price::literal(ask);
        q.bidSize = q.askSize = Quantity::of(1000);
        say(BrokerSaid{q});
    }
    static OrderRequest request(const char* command, std::uint32_t instrument, Side side, int quantity, const char* limit)
    {
        OrderRequest order;
        order.commandId = command;
        order.account = AccountId(1);
        order.instrument = InstrumentId(instrument);
        order.side = side;
        order.quantity = Quantity::of(quantity);
        order.limit = Price::literal(limit);
        return order;
    }
    StepResult report(OrderId order, const char* id, OrderEvent event, int quantity = 0, const char* price = "0", const char* fee = "0.00")
    {
        ExecutionReport r;
        r.executionId = id;
        r.order = order;
        r.event = event;
        r.lastQuantity = Quantity::of(quantity);
        r.lastPrice = Price::literal(price);
        r.fee = *Money::parse(fee, usd());
        r.tax = Money::zero(usd());
        r.time = now;
        return say(BrokerSaid{r});
    }
    std::string cash() const { return engine.ledger().cash(AccountId(1), usd()).text(); }
    std::string freeCash() const { return engine.ledger().availableCash(AccountId(1), usd()).text(); }
    std::string position(std::uint32_t instrument) const
    {
        return engine.ledger().position(AccountId(1), InstrumentId(instrument)).text();
    }
    OrderState state(OrderId id) const { return engine.orders().find(id)->state; }

    Engine engine;
    std::vector<Fact> facts;
    Timestamp now{1'767'800'000'000'000'000}; // 2026-01-07T15:33:20Z
    Date day = Date::of(2026, 1, 7);
};

} // namespace rialto::testing
