// SPDX-License-Identifier: GPL-3.0-or-later
// The engine on one side of slow and faulty lines, the simulated exchange on the other: a cancel that is on its way when its order
// trades comes too late, and whatever happens, what is set aside in the ledger is what open orders can still cost, and nothing else.
#include "engine/engine.h"
#include "support/simulator_fixture.h"
#include "support/test_main.h"

#include <deque>

using namespace rialto;
using namespace rialto::testing;
using simulator::SimulatorAdapter;

namespace {

const InstrumentId kMeri(1);
const AccountId kAccount(1);
constexpr std::int64_t kMilli = kNanosPerMilli;

/// Engine and venue, wired as the host wires them: facts first, then the message.
class Line : public BrokerEventSink {
public:
    explicit Line(simulator::SimulatorConfig config) : adapter(std::move(config))
    {
        for (const auto& listing : adapter.exchange().listings())
            if (listing.instrument.id == kMeri)
                say(AddInstrument{listing.instrument});
        say(AddClient{{ClientId(1), HouseholdId(), "C-1", "Ada Example", "", Date::of(2025, 1, 1)}});
        say(AddAccount{{kAccount, ClientId(1), "A-1", usd(), Date::of(2025, 1, 1)}});
        say(MoveCash{"d1", kAccount, *Money::parse("5000000", usd()), "deposit"});
        adapter.start();
        pass(2000);
    }
    static Currency usd() { return Currency::literal("USD"); }

    void onBrokerEvent(const BrokerEvent& event) override
    {
        if (std::holds_alternative<ExecutionReport>(event) || std::holds_alternative<SessionClosed>(event))
            log.onBrokerEvent(event);
        if (const auto* quote = std::get_if<Quote>(&event); quote != nullptr && quote->instrument != kMeri)
            return;
        if (std::holds_alternative<TradePrint>(event) || std::holds_alternative<DepthUpdate>(event))
            return;
        say(BrokerSaid{event});
    }
    template <class Body>
    StepResult say(Body body)
    {
        auto result = engine.step({adapter.venueTime({}), demoDay(), std::move(body)});
        for (const BrokerCommand& command : result.send)
            sent.push_back(command);
        return result;
    }
    /// Sends what waits, then lets milliseconds pass.
    void pass(std::int64_t millis)
    {
        for (std::int64_t i = 0; i < millis; i += 5) {
            for (; !sent.empty(); sent.pop_front()) {
                if (const auto* submit = std::get_if<SubmitCommand>(&sent.front()))
                    adapter.submit(submit->order);
                else if (const auto* replace = std::get_if<ReplaceCommand>(&sent.front()))
                    adapter.replace(replace->order, replace->quantity, replace->limit);
                else
                    adapter.cancel(std::get<CancelCommand>(sent.front()).order);
            }
            host = host + 5 * kMilli;
            adapter.poll(host, *this);
        }
    }
    OrderId buy(int quantity, Price limit)
    {
        OrderRequest request;
        request.commandId = "c" + std::to_string(++m_commands);
        request.account = kAccount;
        request.instrument = kMeri;
        request.side = Side::Buy;
        request.quantity = Quantity::of(quantity);
        request.limit = limit;
        const auto result = say(PlaceOrder{request});
        RIALTO_CHECK(result.reply.accepted, "the order is accepted");
        return result.reply.order;
    }
    void cancel(OrderId order) { say(CancelOrder{"x" + std::to_string(++m_commands), order}); }
    Price ask() const { return adapter.exchange().quote(kMeri).ask; }
    Price below(std::int64_t ticks) const { return Price::fromRaw(adapter.exchange().quote(kMeri).bid.raw() - ticks * Price::literal("0.01").raw()); }
    Money cash() const { return engine.ledger().cash(kAccount, usd()); }
    Money free() const { return engine.ledger().availableCash(kAccount, usd()); }
    OrderState state(OrderId id) const { return engine.orders().find(id)->state; }
    Quantity held() const { return engine.ledger().position(kAccount, kMeri); }

    SimulatorAdapter adapter;
    Engine engine;
    EventLog log;
    std::deque<BrokerCommand> sent;
    Timestamp host;

private:
    int m_commands = 0;
};

simulator::SimulatorConfig slow(std::int64_t order, std::int64_t cancel, std::int64_t jitter = 0)
{
    auto config = demoConfig(3);
    config.latency = {order * kMilli, cancel * kMilli, 0, jitter * kMilli};
    return config;
}

} // namespace

class MessageRaceTest : public QObject {
    Q_OBJECT
private slots:
    void aCancelInFlightLosesAgainstAFillAndNothingStaysReserved();
    void aCancelInFlightLosesAgainstAPartOfAFillAndReleasesTheRest();
    void cancelsHaveALatencyOfTheirOwn();
    void theFeedComesLate();
    void rejectedAndLostMessagesLeaveNoReservationBehind();
    void aLostReportIsToldAgainOnRequest();
    void noFaultsDrawNoNumbers();
};

void MessageRaceTest::aCancelInFlightLosesAgainstAFillAndNothingStaysReserved()
{
    Line line(slow(20, 400));
    const OrderId order = line.buy(100, line.ask() + Price::literal("0.50"));
    QVERIFY(line.free() < line.cash());
    line.pass(5);
    line.cancel(order); // the order arrives after 20 ms, its cancel after 400
    QCOMPARE(line.state(order), OrderState::PendingCancel);
    line.pass(100);
    QCOMPARE(line.held(), Quantity::of(100)); // it traded under the cancel
    QCOMPARE(line.state(order), OrderState::Filled);
    line.pass(500);
    QCOMPARE(line.log.of(order).back().event, OrderEvent::CancelRefused);
    QCOMPARE(line.log.of(order).back().reason, std::string("simulator.order-done"));
    QCOMPARE(line.state(order), OrderState::Filled);
    QCOMPARE(line.free().text(), line.cash().text());
    QVERIFY(line.engine.ledger().check().ok());
}

void MessageRaceTest::aCancelInFlightLosesAgainstAPartOfAFillAndReleasesTheRest()
{
    Line line(slow(10, 300));
    // More than rests within the limit: a part trades at once, the rest waits when the cancel arrives.
    const Money before = line.cash();
    const OrderId order = line.buy(20'000, line.ask());
    line.cancel(order);
    line.pass(200);
    QVERIFY(line.held().isPositive());
    QVERIFY(line.held() < Quantity::of(20'000));
    QVERIFY(line.free() < line.cash()); // the rest is still set aside
    line.pass(300);
    QCOMPARE(line.state(order), OrderState::Cancelled);
    QCOMPARE(line.free().text(), line.cash().text());
    QVERIFY(line.cash() < before);
    QCOMPARE(line.log.filled(order), line.held());
    QVERIFY(line.engine.ledger().check().ok());
}

void MessageRaceTest::cancelsHaveALatencyOfTheirOwn()
{
    Line line(slow(10, 200));
    const OrderId order = line.buy(10, line.below(2000));
    line.pass(50);
    QCOMPARE(line.state(order), OrderState::Working);
    line.cancel(order);
    line.pass(190);
    QCOMPARE(line.state(order), OrderState::PendingCancel);
    line.pass(20);
    QCOMPARE(line.state(order), OrderState::Cancelled);
    QCOMPARE(line.free().text(), line.cash().text());
}

void MessageRaceTest::theFeedComesLate()
{
    auto config = slow(0, 0);
    config.latency.feedNanos = 700 * kMilli;
    SimulatorAdapter late(config);
    config.latency.feedNanos = 0;
    SimulatorAdapter prompt(std::move(config));
    EventLog first;
    EventLog second;
    late.start();
    prompt.start();
    for (int i = 0; i <= 400; ++i) {
        late.poll(Timestamp(i * 10 * kMilli), first);
        prompt.poll(Timestamp(i * 10 * kMilli), second);
        if (i == 60)
            QVERIFY(first.trades.empty() && first.quotes.empty());
    }
    // The same trades in the same order, those of the last 700 ms still on their way.
    QVERIFY(first.trades.size() < second.trades.size());
    const Timestamp seen = late.venueTime({}) + -700 * kMilli;
    std::size_t due = 0;
    while (due < second.trades.size() && second.trades[due].time <= seen + -10 * kMilli)
        ++due;
    QVERIFY(first.trades.size() >= due);
    for (std::size_t i = 0; i < first.trades.size(); ++i) {
        QCOMPARE(first.trades[i].sequence, second.trades[i].sequence);
        QVERIFY(first.trades[i].time <= seen);
    }
}

void MessageRaceTest::rejectedAndLostMessagesLeaveNoReservationBehind()
{
    auto config = slow(5, 5, 10);
    config.faults = {200, 150, 150};
    Line line(std::move(config));
    Rng rng(77);
    std::vector<OrderId> orders;
    for (int i = 0; i < 150; ++i) {
        orders.push_back(line.buy(10 + static_cast<int>(rng.below(50)), rng.chance(500) ? line.ask() : line.below(rng.below(30))));
        line.pass(20);
        if (rng.chance(600))
            line.cancel(orders[rng.below(static_cast<std::uint32_t>(orders.size()))]);
        line.pass(40);
    }
    QVERIFY(line.adapter.exchange().lostMessages() > 0);
    QVERIFY(line.adapter.exchange().lostReports() > 0);
    // The line is repaired, and the broker asked how things stand.
    line.adapter.setFaults({});
    line.engine.noteStateAsked();
    line.adapter.requestState(Timestamp());
    line.pass(200);
    int rejected = 0;
    for (const OrderId order : orders) {
        rejected += line.state(order) == OrderState::Rejected ? 1 : 0;
        line.cancel(order);
    }
    QVERIFY(rejected > 5);
    line.pass(200);
    // A cancel that was lost is never answered: its order ends with the day.
    for (int tenMinutes = 0; tenMinutes < 40 && line.log.closes.empty(); ++tenMinutes) {
        line.host = line.host + 10 * kNanosPerMinute;
        line.adapter.poll(line.host, line);
    }
    for (const OrderId order : orders)
        QVERIFY2(isFinal(line.state(order)), std::string(name(line.state(order))).c_str());
    QCOMPARE(line.free().text(), line.cash().text());
    Quantity filled;
    for (const auto& report : line.engine.fills())
        filled += report.lastQuantity;
    QCOMPARE(line.held(), filled);
    QVERIFY(line.engine.ledger().check().ok());
}

void MessageRaceTest::aLostReportIsToldAgainOnRequest()
{
    auto config = slow(5, 5);
    config.faults.dropReportPerMille = 1000;
    Line line(std::move(config));
    const OrderId order = line.buy(100, line.ask() + Price::literal("0.50"));
    line.pass(100);
    QCOMPARE(line.state(order), OrderState::PendingNew);
    QVERIFY(line.held().isZero());
    line.engine.noteStateAsked();
    line.adapter.requestState(Timestamp());
    line.pass(100);
    QCOMPARE(line.state(order), OrderState::Filled);
    QCOMPARE(line.held(), Quantity::of(100));
    QCOMPARE(line.free().text(), line.cash().text());
}

void MessageRaceTest::noFaultsDrawNoNumbers()
{
    const auto hash = [](bool withUnusedFaults) {
        auto config = demoConfig(8);
        if (withUnusedFaults)
            config.faults = {0, 0, 0};
        simulator::SimulatedExchange exchange(std::move(config));
        EventLog log;
        exchange.submit(brokerOrder(1, kMeri, Side::Buy, "100", ""));
        exchange.advanceBy(kNanosPerMinute, log);
        return exchange.stateHash();
    };
    QCOMPARE(hash(true), hash(false));
}

RIALTO_TEST(MessageRaceTest)
#include "message_race_test.moc"
