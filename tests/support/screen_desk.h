// SPDX-License-Identifier: GPL-3.0-or-later
// ScreenDesk: a book with a few instruments, two clients and a broker that does what the test says, behind AppServices
// without a thread and a Feed: what view models and panels are tested with.
#pragma once

#include "Feed/feed.h"
#include "storage/memory_journal.h"
#include "support/trading_fixture.h"

#include <QCoreApplication>

#include <deque>

namespace rialto::testing {

/// Confirms, fills and cancels only when told; keeps what was sent.
class ObedientBroker final : public BrokerAdapter {
public:
    std::string id() const override { return "obedient"; }
    BrokerCapabilities capabilities() const override { return {{}, {}, true, false, true}; }
    void start() override {}
    void stop() override {}
    void submit(const BrokerOrder& order) override
    {
        submitted.push_back(order);
        if (acknowledges)
            report(order.id, OrderEvent::Accepted);
    }
    void replace(OrderId order, Quantity quantity, Price limit) override
    {
        ExecutionReport answer = blank(order, OrderEvent::Replaced);
        answer.newQuantity = quantity;
        answer.newLimit = limit;
        m_events.emplace_back(answer);
    }
    void cancel(OrderId order) override { report(order, OrderEvent::Cancelled); }
    void subscribe(InstrumentId) override {}
    void unsubscribe(InstrumentId) override {}
    void requestState(Timestamp) override {}
    void poll(Timestamp now, BrokerEventSink& sink) override
    {
        m_now = now;
        while (!m_events.empty()) {
            const BrokerEvent event = std::move(m_events.front());
            m_events.pop_front();
            sink.onBrokerEvent(event);
        }
    }

    void say(BrokerEvent event) { m_events.push_back(std::move(event)); }
    void report(OrderId order, OrderEvent event) { m_events.emplace_back(blank(order, event)); }
    void fill(OrderId order, int quantity, const char* price, bool last, const char* fee = "1.00", const char* currency = "USD")
    {
        ExecutionReport answer = blank(order, last ? OrderEvent::LastFill : OrderEvent::PartFill);
        answer.lastQuantity = Quantity::of(quantity);
        answer.lastPrice = Price::literal(price);
        answer.fee = *Money::parse(fee, Currency::literal(currency));
        m_events.emplace_back(answer);
    }

    std::vector<BrokerOrder> submitted;
    bool acknowledges = true;

private:
    ExecutionReport blank(OrderId order, OrderEvent event)
    {
        ExecutionReport answer;
        answer.executionId = "x" + std::to_string(++m_next);
        answer.order = order;
        answer.event = event;
        answer.fee = answer.tax = Money::zero(Currency::literal("USD"));
        answer.time = m_now;
        return answer;
    }
    std::deque<BrokerEvent> m_events;
    Timestamp m_now;
    int m_next = 0;
};

class ScreenDesk {
public:
    explicit ScreenDesk(RiskLimits limits = {})
        : services([this, limits] { return make(limits); }, board), m_opened(services.open()), feed(services)
    {
        RIALTO_CHECK(m_opened.ok(), "the test's book does not open");
        auto fx = equity(3, "EURUSD");
        fx.spec.tick = Price::literal("0.0001");
        fx.spec.priceDigits = 4;
        fx.spec.lot = Quantity::of(1000);
        fx.details = FxPair{Currency::literal("EUR")};
        auto euro = equity(4, "EEE", "EUR");
        euro.nameZh = "欧元公司";
        auto index = equity(5, "IDX");
        index.details = Index{};
        for (const auto& instrument : {equity(1, "AAA"), equity(2, "BBB"), fx, euro, index, equity(6, "JJJ", "JPY")})
            services.command(AddInstrument{instrument}, nullptr);
        services.command(AddClient{{ClientId(1), HouseholdId(), "C-1", "Ada Example", "艾达", Date::of(2025, 1, 1)}}, nullptr);
        services.command(AddClient{{ClientId(2), HouseholdId(7), "C-2", "Bo Sample", "", Date::of(2025, 1, 1)}}, nullptr);
        services.command(AddAccount{{AccountId(1), ClientId(1), "A-1", Currency::literal("USD"), Date::of(2025, 1, 1)}}, nullptr);
        services.command(AddAccount{{AccountId(2), ClientId(2), "A-2", Currency::literal("EUR"), Date::of(2025, 1, 1)}}, nullptr);
        deposit(1, "100000.00", "USD");
        deposit(2, "50000.00", "EUR");
        quote(1, "10.00", "10.02", "10.01", "9.90");
        quote(2, "50.00", "50.10", "50.05", "51.00");
        quote(3, "1.0998", "1.1002", "1.1000", "1.0900");
        quote(4, "20.00", "20.04", "20.02", "20.00");
        settle();
    }

    void deposit(int account, const char* amount, const char* currency)
    {
        services.command(MoveCash{AppServices::newCommandId(), AccountId(std::uint64_t(account)), *Money::parse(amount, Currency::literal(currency)), "opening"}, nullptr);
    }
    void book(int account, int instrument, int quantity, const char* price, const char* currency = "USD")
    {
        const Money none = Money::zero(Currency::literal(currency));
        services.command(BookTrade{AppServices::newCommandId(), AccountId(std::uint64_t(account)), InstrumentId(std::uint32_t(instrument)),
                             Quantity::of(quantity), Price::literal(price), none, none},
            nullptr);
    }
    void quote(int instrument, const char* bid, const char* ask, const char* last, const char* previous)
    {
        Quote q;
        q.instrument = InstrumentId(std::uint32_t(instrument));
        q.bid = Price::literal(bid);
        q.ask = Price::literal(ask);
        q.bidSize = q.askSize = Quantity::of(1000);
        q.last = Price::literal(last);
        q.trades = 1;
        q.previousClose = Price::literal(previous);
        q.time = now;
        broker.say(q);
    }
    /// Places an order as the engine's own door would.
    OrderId place(int account, int instrument, Side side, int quantity, const char* limit)
    {
        OrderRequest order;
        order.commandId = AppServices::newCommandId();
        order.account = AccountId(std::uint64_t(account));
        order.instrument = InstrumentId(std::uint32_t(instrument));
        order.side = side;
        order.quantity = Quantity::of(quantity);
        order.limit = Price::literal(limit);
        OrderId id;
        services.placeOrder(order, [&id](const Result<Reply>& reply) { id = reply->order; });
        return id;
    }
    /// Lets the venue and the screens catch up.
    void settle()
    {
        for (int i = 0; i < 3; ++i) {
            now = now + 100 * kNanosPerMilli;
            RIALTO_CHECK(services.advanceTo(now).ok(), "the test's journal fails");
            feed.tick();
            QCoreApplication::processEvents();
        }
    }

private:
    std::unique_ptr<ObedientBroker> m_broker = std::make_unique<ObedientBroker>(); // until the host owns it

public:
    ObedientBroker& broker = *m_broker;
    MarketBoard board;
    Timestamp now{1'767'800'000'000'000'000}; // 2026-01-07T15:33:20Z
    AppServices services;

private:
    Result<HostStart> make(RiskLimits limits)
    {
        EngineHost::Parts parts;
        parts.journal = std::make_unique<storage::MemoryJournal>();
        parts.makeBroker = [this](const Engine&, Journal&) -> Result<std::unique_ptr<BrokerAdapter>> { return std::unique_ptr<BrokerAdapter>(std::move(m_broker)); };
        parts.board = &board;
        parts.limits = limits;
        auto host = EngineHost::open(std::move(parts));
        if (!host)
            return host.error();
        return HostStart{std::move(*host), now};
    }
    Result<void> m_opened;

public:
    Feed feed;
};

} // namespace rialto::testing
