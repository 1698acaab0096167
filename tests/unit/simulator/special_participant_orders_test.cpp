// SPDX-License-Identifier: GPL-3.0-or-later
// Participants' stops, trails, icebergs, pegs, auction orders and groups at the simulated venue.
#include "support/simulator_fixture.h"
#include "support/test_main.h"

using namespace rialto;
using namespace rialto::testing;
using simulator::SimulatedExchange;

namespace {

const InstrumentId kMeri(1);

struct Venue {
    SimulatedExchange exchange;
    EventLog log;
    Venue() : exchange(demoConfig()) { run(10'000); }
    void run(std::int64_t millis) { exchange.advanceBy(millis * kNanosPerMilli, log); }
    Price bid() const { return exchange.quote(kMeri).bid; }
    Price ask() const { return exchange.quote(kMeri).ask; }
    Price below(const char* distance) const { return bid() - Price::literal(distance); }
    Price above(const char* distance) const { return ask() + Price::literal(distance); }
    /// Takes so much at once, whatever it costs: moves the market.
    void push(std::uint64_t id, Side side, const char* quantity)
    {
        exchange.submit(brokerOrder(id, kMeri, side, quantity, "", TimeInForce::Ioc));
        run(50);
    }
};

BrokerOrder of(OrderType type, std::uint64_t id, Side side, const char* quantity, TimeInForce tif = TimeInForce::Day)
{
    BrokerOrder order = brokerOrder(id, kMeri, side, quantity, "", tif);
    order.type = type;
    return order;
}

} // namespace

class SpecialParticipantOrdersTest : public QObject {
    Q_OBJECT
private slots:
    void aStopWaitsAndTellsWhenItIsTriggered();
    void aTrailingStopStartsFromTheMarket();
    void badTermsAreRefusedWithAReason();
    void anIcebergShowsOnlyItsPiece();
    void aPostOnlyOrderThatWouldTakeIsGivenUp();
    void auctionOrdersWaitOutsideTheBook();
    void goodTillDateEndsAtTheCloseOfItsDay();
    void whatOneOfAPairTradesComesOffTheOther();
    void aBracketsChildrenWaitForTheParentAndEndWithIt();
    void aGroupIsTakenWholeOrNotAtAllAndOnlyOnce();
};

void SpecialParticipantOrdersTest::aStopWaitsAndTellsWhenItIsTriggered()
{
    Venue venue;
    BrokerOrder stop = of(OrderType::Stop, 1, Side::Buy, "100");
    stop.terms.trigger = venue.above("0.05");
    venue.exchange.submit(stop);
    venue.run(20);
    QCOMPARE(venue.log.story(OrderId(1)), std::string("Accepted"));
    venue.push(2, Side::Buy, "30000");
    venue.run(2000);
    QVERIFY2(venue.log.story(OrderId(1)).rfind("Accepted Triggered", 0) == 0, venue.log.story(OrderId(1)).c_str());
    QVERIFY2(venue.log.filled(OrderId(1)).isPositive(), venue.log.story(OrderId(1)).c_str());
}

void SpecialParticipantOrdersTest::aTrailingStopStartsFromTheMarket()
{
    Venue venue;
    BrokerOrder trail = of(OrderType::TrailingStop, 1, Side::Sell, "100");
    trail.terms.trail = Price::literal("0.05");
    venue.exchange.submit(trail);
    venue.run(20);
    QCOMPARE(venue.log.story(OrderId(1)), std::string("Accepted"));
    venue.push(2, Side::Sell, "300000");
    venue.run(2000);
    QVERIFY2(venue.log.story(OrderId(1)).rfind("Accepted Triggered", 0) == 0, venue.log.story(OrderId(1)).c_str());
}

void SpecialParticipantOrdersTest::badTermsAreRefusedWithAReason()
{
    Venue venue;
    std::uint64_t id = 0;
    const auto reasonOf = [&](BrokerOrder order) {
        order.id = OrderId(++id);
        order.clientOrderId = "B" + std::to_string(id);
        venue.exchange.submit(order);
        venue.run(20);
        return venue.log.of(order.id).front().reason;
    };
    BrokerOrder stop = of(OrderType::Stop, 1, Side::Buy, "100");
    QCOMPARE(reasonOf(stop), std::string("simulator.trigger-range"));
    stop.terms.trigger = Price::literal("100.001");
    QCOMPARE(reasonOf(stop), std::string("simulator.trigger-range"));
    QCOMPARE(reasonOf(of(OrderType::TrailingStop, 1, Side::Buy, "100")), std::string("simulator.trail-range"));
    BrokerOrder iceberg = brokerOrder(1, kMeri, Side::Buy, "100", "1");
    iceberg.terms.display = Quantity::of(101);
    QCOMPARE(reasonOf(iceberg), std::string("simulator.display-range"));
    QCOMPARE(reasonOf(brokerOrder(1, kMeri, Side::Buy, "100", "1", TimeInForce::Gtd)), std::string("simulator.good-till-missing"));
}

void SpecialParticipantOrdersTest::anIcebergShowsOnlyItsPiece()
{
    Venue venue;
    BrokerOrder iceberg = brokerOrder(1, kMeri, Side::Buy, "5000", venue.bid().text().c_str());
    iceberg.limit = venue.ask() - Price::literal("0.01");
    iceberg.terms.display = Quantity::of(100);
    venue.exchange.submit(iceberg);
    venue.run(20);
    QVERIFY(venue.log.story(OrderId(1)).rfind("Accepted", 0) == 0);
    for (const DepthLevel& level : venue.exchange.depth(kMeri, 10).bids)
        if (level.price == iceberg.limit)
            QVERIFY(level.quantity < Quantity::of(5000));
}

void SpecialParticipantOrdersTest::aPostOnlyOrderThatWouldTakeIsGivenUp()
{
    Venue venue;
    BrokerOrder order = brokerOrder(1, kMeri, Side::Buy, "100", venue.above("0.10").text().c_str());
    order.terms.postOnly = true;
    venue.exchange.submit(order);
    venue.run(20);
    QCOMPARE(venue.log.story(OrderId(1)), std::string("Accepted Expired"));
    QCOMPARE(venue.log.of(OrderId(1)).back().reason, std::string("simulator.would-take"));
}

void SpecialParticipantOrdersTest::auctionOrdersWaitOutsideTheBook()
{
    Venue venue;
    venue.exchange.submit(of(OrderType::Market, 1, Side::Buy, "100", TimeInForce::AtClose));
    venue.exchange.submit(of(OrderType::Market, 2, Side::Buy, "100", TimeInForce::AtOpen));
    venue.exchange.submit(of(OrderType::Market, 3, Side::Buy, "100", TimeInForce::AtClose));
    venue.run(50);
    QCOMPARE(venue.log.story(OrderId(1)), std::string("Accepted"));
    QCOMPARE(venue.log.story(OrderId(2)), std::string("Accepted"));
    venue.exchange.cancel(OrderId(3));
    venue.run(50);
    QCOMPARE(venue.log.story(OrderId(3)), std::string("Accepted Cancelled"));
    const Timestamp close = venue.exchange.session().close;
    venue.exchange.advance(close + kNanosPerSecond * 60, venue.log);
    QCOMPARE(venue.log.filled(OrderId(1)), Quantity::of(100));
    QCOMPARE(venue.log.of(OrderId(1)).back().time, close);
    QCOMPARE(venue.log.filled(OrderId(3)), Quantity());
    venue.run(60'000);
    QVERIFY(venue.log.of(OrderId(2)).size() >= 2); // it met the next session
    QVERIFY(venue.log.of(OrderId(2)).back().time > close);
}

void SpecialParticipantOrdersTest::goodTillDateEndsAtTheCloseOfItsDay()
{
    Venue venue;
    BrokerOrder today = brokerOrder(1, kMeri, Side::Buy, "100", "1", TimeInForce::Gtd);
    today.terms.goodTill = demoDay();
    BrokerOrder later = brokerOrder(2, kMeri, Side::Buy, "100", "1", TimeInForce::Gtd);
    later.terms.goodTill = demoDay() + 5;
    venue.exchange.submit(today);
    venue.exchange.submit(later);
    venue.exchange.advance(venue.exchange.session().close + kNanosPerSecond, venue.log);
    QCOMPARE(venue.log.story(OrderId(1)), std::string("Accepted Expired"));
    QCOMPARE(venue.log.story(OrderId(2)), std::string("Accepted"));
}

void SpecialParticipantOrdersTest::whatOneOfAPairTradesComesOffTheOther()
{
    Venue venue;
    BrokerOrder target = brokerOrder(1, kMeri, Side::Sell, "1000", venue.above("0.02").text().c_str());
    BrokerOrder stop = of(OrderType::Stop, 2, Side::Sell, "1000");
    stop.terms.trigger = venue.below("3.00");
    venue.exchange.submitGroup(Link::Oco, {target, stop});
    venue.run(20);
    QCOMPARE(venue.log.story(OrderId(2)), std::string("Accepted"));
    venue.push(3, Side::Buy, "300000");
    venue.run(2000);
    QCOMPARE(venue.log.filled(OrderId(1)), Quantity::of(1000));
    QCOMPARE(venue.log.of(OrderId(2)).back().event, OrderEvent::Expired);
    QCOMPARE(venue.log.of(OrderId(2)).back().reason, std::string("simulator.group-done"));
    QCOMPARE(venue.log.filled(OrderId(2)), Quantity());
}

void SpecialParticipantOrdersTest::aBracketsChildrenWaitForTheParentAndEndWithIt()
{
    Venue venue;
    const BrokerOrder parent = brokerOrder(1, kMeri, Side::Buy, "100", venue.below("20.00").text().c_str());
    const BrokerOrder target = brokerOrder(2, kMeri, Side::Sell, "100", venue.below("1.00").text().c_str(), TimeInForce::Gtc); // would trade at once
    BrokerOrder stop = of(OrderType::Stop, 3, Side::Sell, "100", TimeInForce::Gtc);
    stop.terms.trigger = venue.below("30.00");
    venue.exchange.submitGroup(Link::Bracket, {parent, target, stop});
    venue.run(5000);
    QCOMPARE(venue.log.story(OrderId(2)), std::string("Accepted")); // held
    venue.exchange.cancel(OrderId(1));
    venue.run(50);
    QCOMPARE(venue.log.story(OrderId(1)), std::string("Accepted Cancelled"));
    QCOMPARE(venue.log.of(OrderId(2)).back().reason, std::string("simulator.group-done"));
    QCOMPARE(venue.log.of(OrderId(3)).back().reason, std::string("simulator.group-done"));
}

void SpecialParticipantOrdersTest::aGroupIsTakenWholeOrNotAtAllAndOnlyOnce()
{
    Venue venue;
    const BrokerOrder good = brokerOrder(1, kMeri, Side::Sell, "100", venue.above("5.00").text().c_str());
    BrokerOrder bad = of(OrderType::Stop, 2, Side::Sell, "100"); // no trigger
    venue.exchange.submitGroup(Link::Oco, {good, bad});
    venue.run(20);
    QCOMPARE(venue.log.story(OrderId(1)), std::string("RejectedByBroker"));
    QCOMPARE(venue.log.story(OrderId(2)), std::string("RejectedByBroker"));
    const BrokerOrder a = brokerOrder(3, kMeri, Side::Sell, "100", venue.above("5.00").text().c_str());
    const BrokerOrder b = brokerOrder(4, kMeri, Side::Sell, "100", venue.above("6.00").text().c_str());
    venue.exchange.submitGroup(Link::Oco, {a, b});
    venue.exchange.submitGroup(Link::Oco, {a, b});
    venue.run(20);
    QCOMPARE(venue.log.of(OrderId(3)).front().executionId, venue.log.of(OrderId(3)).back().executionId); // told again, not placed again
    std::size_t open = 0;
    venue.exchange.requestState(venue.exchange.time());
    venue.run(20);
    open = venue.log.states.back().openOrders.size();
    QCOMPARE(open, std::size_t(2));
}

RIALTO_TEST(SpecialParticipantOrdersTest)
#include "special_participant_orders_test.moc"
