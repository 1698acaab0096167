// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/simulator_fixture.h"
#include "support/test_main.h"

#include <set>

using namespace rialto;
using namespace rialto::testing;
using simulator::SimulatedExchange;

namespace {

const InstrumentId kMeri(1);
constexpr std::int64_t kMilli = kNanosPerMilli;

/// Ten seconds after the open, when everybody quotes.
struct Venue {
    SimulatedExchange exchange;
    EventLog log;
    explicit Venue(simulator::SimulatorConfig config = demoConfig()) : exchange(std::move(config)) { run(10'000); }
    void run(std::int64_t millis) { exchange.advanceBy(millis * kMilli, log); }
    BrokerOrder order(std::uint64_t id, Side side, const char* quantity, Price limit, TimeInForce tif = TimeInForce::Day) const
    {
        return brokerOrder(id, kMeri, side, quantity, limit.text().c_str(), tif);
    }
    Price bid() const { return exchange.quote(kMeri).bid; }
    Price ask() const { return exchange.quote(kMeri).ask; }
    Price below(const char* distance) const { return bid() - Price::literal(distance); }
    Price above(const char* distance) const { return ask() + Price::literal(distance); }
};

} // namespace

class ParticipantOrdersTest : public QObject {
    Q_OBJECT
private slots:
    void aMarketableOrderFillsAgainstTheRestingLiquidity();
    void liquidityIsConsumedOnce();
    void anOrderTakesItsTimeToArrive();
    void theSameClientOrderIdIsNeverExecutedTwice();
    void aRestingOrderIsSeenInTheDepthAndCancelled();
    void aCancelInFlightCanLoseTheRace();
    void messagesNeverOvertakeEachOther();
    void replaceChangesPriceAndTotalQuantity();
    void replaceBelowWhatIsFilledIsRefused();
    void dayOrdersExpireAtTheCloseAndGtcOrdersStay();
    void immediateOrderGivesUpItsRemainder();
    void fillOrKillIsAllOrNothing();
    void badOrdersAreRefusedWithAReason();
    void requestStateTellsEverythingSinceAndWhatIsOpen();
    void aRestoredOrderCountsWhatWasFilledBefore();
    void executionIdsAreUniqueAndCarryTheRun();
    void commissionHasAMinimumOnceAnOrder();
    void largeOwnOrdersMoveTheMarket();
};

void ParticipantOrdersTest::aMarketableOrderFillsAgainstTheRestingLiquidity()
{
    Venue venue;
    const Quote before = venue.exchange.quote(kMeri);
    venue.exchange.submit(brokerOrder(1, kMeri, Side::Buy, "100", ""));
    venue.run(6);
    QVERIFY(venue.log.story(OrderId(1)).rfind("Accepted", 0) == 0);
    QCOMPARE(venue.log.filled(OrderId(1)), Quantity::of(100));
    for (const ExecutionReport& report : venue.log.of(OrderId(1)))
        if (!report.lastQuantity.isZero())
            QVERIFY(report.lastPrice >= before.bid && report.lastPrice <= before.ask + Price::literal("0.50"));
    QCOMPARE(venue.log.of(OrderId(1)).back().event, OrderEvent::LastFill);
}

void ParticipantOrdersTest::liquidityIsConsumedOnce()
{
    // All that rests within 20 cents is bought; asking for the same again at once finds nothing there.
    Venue venue;
    const Price limit = venue.above("0.20");
    venue.exchange.submit(venue.order(1, Side::Buy, "5000000", limit, TimeInForce::Ioc));
    venue.exchange.submit(venue.order(2, Side::Buy, "5000000", limit, TimeInForce::Ioc));
    venue.run(8);
    QVERIFY(venue.log.filled(OrderId(1)).isPositive());
    QVERIFY(venue.log.filled(OrderId(2)) < venue.log.filled(OrderId(1)));
    Quantity printed;
    for (const TradePrint& print : venue.log.trades)
        if (print.instrument == kMeri && print.time >= venue.log.of(OrderId(1)).front().time)
            printed += print.quantity;
    QVERIFY(printed >= venue.log.filled(OrderId(1)) + venue.log.filled(OrderId(2)));
}

void ParticipantOrdersTest::anOrderTakesItsTimeToArrive()
{
    auto config = demoConfig();
    config.latency = {50 * kMilli, 50 * kMilli, 0, 0};
    Venue venue(std::move(config));
    const Timestamp sent = venue.exchange.time();
    venue.exchange.submit(brokerOrder(1, kMeri, Side::Buy, "100", ""));
    venue.run(49);
    QVERIFY(venue.log.of(OrderId(1)).empty());
    venue.run(1);
    QCOMPARE(venue.log.of(OrderId(1)).front().time - sent, 50 * kMilli);
}

void ParticipantOrdersTest::theSameClientOrderIdIsNeverExecutedTwice()
{
    Venue venue;
    const BrokerOrder order = brokerOrder(1, kMeri, Side::Buy, "300", "");
    venue.exchange.submit(order);
    venue.run(10);
    const auto first = venue.log.of(OrderId(1));
    QCOMPARE(venue.log.filled(OrderId(1)), Quantity::of(300));
    venue.log.reports.clear();
    venue.exchange.submit(order);
    venue.run(10);
    QVERIFY(venue.log.of(OrderId(1)) == first); // told again word for word
}

void ParticipantOrdersTest::aRestingOrderIsSeenInTheDepthAndCancelled()
{
    Venue venue;
    const Price limit = venue.bid();
    venue.exchange.submit(venue.order(1, Side::Buy, "40000000", limit, TimeInForce::Gtc));
    venue.run(6);
    const DepthUpdate depth = venue.exchange.depth(kMeri, 10);
    Quantity own;
    for (const DepthLevel& level : depth.bids)
        if (level.price == limit) {
            own = level.own;
            QVERIFY(level.quantity >= level.own);
        }
    QCOMPARE(own, Quantity::of(40'000'000) - venue.log.filled(OrderId(1)));
    venue.exchange.cancel(OrderId(1));
    venue.run(6);
    QCOMPARE(venue.log.of(OrderId(1)).back().event, OrderEvent::Cancelled);
    for (const DepthLevel& level : venue.exchange.depth(kMeri, 10).bids)
        QVERIFY(level.own.isZero());
}

void ParticipantOrdersTest::aCancelInFlightCanLoseTheRace()
{
    auto config = demoConfig();
    config.latency = {20 * kMilli, 20 * kMilli, 0, 0};
    Venue venue(std::move(config));
    venue.exchange.submit(venue.order(1, Side::Buy, "100", venue.above("1.00")));
    venue.exchange.cancel(OrderId(1));
    venue.run(25);
    QCOMPARE(venue.log.filled(OrderId(1)), Quantity::of(100));
    QCOMPARE(venue.log.of(OrderId(1)).back().event, OrderEvent::CancelRefused);
    QCOMPARE(venue.log.of(OrderId(1)).back().reason, std::string("simulator.order-done"));
}

void ParticipantOrdersTest::messagesNeverOvertakeEachOther()
{
    auto config = demoConfig();
    config.latency = {1 * kMilli, 1 * kMilli, 0, 40 * kMilli};
    Venue venue(std::move(config));
    for (std::uint64_t id = 1; id <= 60; ++id) {
        venue.exchange.submit(venue.order(id, Side::Buy, "10", venue.below("20")));
        venue.exchange.cancel(OrderId(id));
        venue.run(1);
    }
    venue.run(100);
    for (std::uint64_t id = 1; id <= 60; ++id)
        QCOMPARE(QString::fromStdString(venue.log.story(OrderId(id))), QString("Accepted Cancelled"));
}

void ParticipantOrdersTest::replaceChangesPriceAndTotalQuantity()
{
    Venue venue;
    venue.exchange.submit(venue.order(1, Side::Sell, "500", venue.above("15")));
    venue.run(6);
    venue.exchange.replace(OrderId(1), Quantity::of(800), venue.bid() - Price::literal("1"));
    venue.run(6);
    const auto reports = venue.log.of(OrderId(1));
    QCOMPARE(reports.at(1).event, OrderEvent::Replaced);
    QCOMPARE(reports.at(1).newQuantity, Quantity::of(800));
    QCOMPARE(venue.log.filled(OrderId(1)), Quantity::of(800));
    QCOMPARE(reports.back().event, OrderEvent::LastFill);
}

void ParticipantOrdersTest::replaceBelowWhatIsFilledIsRefused()
{
    Venue venue;
    // More than rests at the touch: part fills, the rest rests at the limit.
    venue.exchange.submit(venue.order(1, Side::Buy, "40000000", venue.ask(), TimeInForce::Gtc));
    venue.run(6);
    QVERIFY(venue.log.filled(OrderId(1)).isPositive());
    venue.exchange.replace(OrderId(1), Quantity::of(1), venue.bid());
    venue.run(6);
    QCOMPARE(venue.log.of(OrderId(1)).back().event, OrderEvent::ReplaceRefused);
    QCOMPARE(venue.log.of(OrderId(1)).back().reason, std::string("simulator.below-filled"));
    venue.exchange.replace(OrderId(99), Quantity::of(1), venue.bid());
    venue.run(6);
    QCOMPARE(venue.log.of(OrderId(99)).back().reason, std::string("simulator.order-unknown"));
}

void ParticipantOrdersTest::dayOrdersExpireAtTheCloseAndGtcOrdersStay()
{
    Venue venue;
    venue.exchange.submit(venue.order(1, Side::Buy, "100", venue.below("90"), TimeInForce::Day));
    venue.exchange.submit(venue.order(2, Side::Buy, "100", venue.below("90"), TimeInForce::Gtc));
    venue.run(6);
    const Timestamp close = venue.exchange.session().close;
    venue.exchange.advance(close, venue.log);
    QCOMPARE(QString::fromStdString(venue.log.story(OrderId(1))), QString("Accepted Expired"));
    QCOMPARE(venue.log.of(OrderId(1)).back().reason, std::string("simulator.day-over"));
    QCOMPARE(venue.log.of(OrderId(1)).back().time, close);
    QCOMPARE(QString::fromStdString(venue.log.story(OrderId(2))), QString("Accepted"));
    QCOMPARE(venue.log.closes.size(), std::size_t(1));
    QCOMPARE(venue.log.closes.front().day.text(), std::string("2026-03-02"));
    // Tuesday's open, at once.
    QCOMPARE(isoUtc(venue.exchange.time()), std::string("2026-03-03T14:30:00Z"));
    venue.run(1000);
    venue.exchange.cancel(OrderId(2));
    venue.run(6);
    QCOMPARE(QString::fromStdString(venue.log.story(OrderId(2))), QString("Accepted Cancelled"));
}

void ParticipantOrdersTest::immediateOrderGivesUpItsRemainder()
{
    Venue venue;
    venue.exchange.submit(venue.order(1, Side::Buy, "900000000", venue.above("0.50"), TimeInForce::Ioc));
    venue.run(6);
    QVERIFY(venue.log.filled(OrderId(1)).isPositive());
    QCOMPARE(venue.log.of(OrderId(1)).back().event, OrderEvent::Expired);
    QCOMPARE(venue.log.of(OrderId(1)).back().reason, std::string("simulator.no-liquidity"));
    QCOMPARE(venue.exchange.depth(kMeri, 1).bids.front().own, Quantity());
}

void ParticipantOrdersTest::fillOrKillIsAllOrNothing()
{
    Venue venue;
    venue.exchange.submit(venue.order(1, Side::Sell, "900000000", venue.below("0.50"), TimeInForce::Fok));
    venue.exchange.submit(venue.order(2, Side::Sell, "50", venue.below("0.50"), TimeInForce::Fok));
    venue.run(6);
    QCOMPARE(QString::fromStdString(venue.log.story(OrderId(1))), QString("Accepted Expired"));
    QCOMPARE(venue.log.filled(OrderId(2)), Quantity::of(50));
}

void ParticipantOrdersTest::badOrdersAreRefusedWithAReason()
{
    Venue venue;
    std::uint64_t id = 0;
    const auto reasonOf = [&](const BrokerOrder& order) {
        venue.exchange.submit(order);
        venue.run(6);
        const auto reports = venue.log.of(order.id);
        return reports.size() == 1 && reports.front().event == OrderEvent::RejectedByBroker ? reports.front().reason : "not refused";
    };
    QCOMPARE(reasonOf(brokerOrder(++id, InstrumentId(999), Side::Buy, "1", "1")), std::string("simulator.instrument-unknown"));
    QCOMPARE(reasonOf(brokerOrder(++id, InstrumentId(25), Side::Buy, "1", "1")), std::string("simulator.not-tradable"));
    QCOMPARE(reasonOf(brokerOrder(++id, kMeri, Side::Buy, "1.5", "100")), std::string("simulator.not-whole-lots"));
    QCOMPARE(reasonOf(brokerOrder(++id, kMeri, Side::Buy, "0", "100")), std::string("simulator.not-whole-lots"));
    QCOMPARE(reasonOf(brokerOrder(++id, kMeri, Side::Buy, "3000000000", "100")), std::string("simulator.quantity-range"));
    QCOMPARE(reasonOf(brokerOrder(++id, kMeri, Side::Buy, "1", "100.005")), std::string("simulator.not-on-tick"));
    QCOMPARE(reasonOf(brokerOrder(++id, kMeri, Side::Buy, "1", "-1")), std::string("simulator.price-range"));
    BrokerOrder nameless = brokerOrder(++id, kMeri, Side::Buy, "1", "100");
    nameless.clientOrderId.clear();
    QCOMPARE(reasonOf(nameless), std::string("simulator.client-order-id-missing"));
}

void ParticipantOrdersTest::requestStateTellsEverythingSinceAndWhatIsOpen()
{
    Venue venue;
    venue.exchange.submit(venue.order(1, Side::Buy, "100", venue.above("1")));
    venue.run(20);
    const Timestamp since = venue.exchange.time();
    venue.exchange.submit(venue.order(2, Side::Buy, "100", venue.below("30")));
    venue.exchange.requestState(since); // arrives after the order that is under way
    venue.log.reports.clear();
    venue.run(20);
    QVERIFY(venue.log.of(OrderId(1)).empty());
    QCOMPARE(QString::fromStdString(venue.log.story(OrderId(2))), QString("Accepted Accepted"));
    QCOMPARE(venue.log.of(OrderId(2)).front().executionId, venue.log.of(OrderId(2)).back().executionId);
    QCOMPARE(venue.log.states.size(), std::size_t(1));
    QVERIFY(venue.log.states.front().openOrders == std::vector<OrderId>{OrderId(2)});
}

void ParticipantOrdersTest::aRestoredOrderCountsWhatWasFilledBefore()
{
    Venue venue;
    BrokerOrder order = venue.order(1, Side::Buy, "60", venue.below("30"));
    order.filled = Quantity::of(40);
    venue.exchange.submit(order);
    venue.run(6);
    venue.exchange.replace(OrderId(1), Quantity::of(140), venue.above("1"));
    venue.run(6);
    QCOMPARE(venue.log.filled(OrderId(1)), Quantity::of(100)); // 140 in all, 40 of them before
}

void ParticipantOrdersTest::executionIdsAreUniqueAndCarryTheRun()
{
    Venue venue;
    for (std::uint64_t id = 1; id <= 20; ++id)
        venue.exchange.submit(brokerOrder(id, kMeri, id % 2 == 0 ? Side::Buy : Side::Sell, "700", ""));
    venue.run(200);
    std::set<std::string> ids;
    for (const ExecutionReport& report : venue.log.reports) {
        QVERIFY(report.executionId.rfind("test-", 0) == 0);
        QVERIFY(ids.insert(report.executionId).second);
    }
    QVERIFY(ids.size() >= 40);
}

void ParticipantOrdersTest::commissionHasAMinimumOnceAnOrder()
{
    auto config = demoConfig();
    config.fees = simulator::FeeSchedule::free();
    config.fees.set(AssetClass::Equity, "USD", {0, 100, 0, 0, 0});
    Venue venue(std::move(config));
    venue.exchange.submit(venue.order(1, Side::Buy, "60000", venue.above("0.50")));
    venue.run(6);
    const auto reports = venue.log.of(OrderId(1));
    QVERIFY(reports.size() > 2);
    Money sum = Money::zero(Currency::literal("USD"));
    for (const ExecutionReport& report : reports)
        if (!report.lastQuantity.isZero())
            sum += report.fee;
    QCOMPARE(sum.minor(), std::int64_t(100));
}

void ParticipantOrdersTest::largeOwnOrdersMoveTheMarket()
{
    // The same minute with and without a buyer of a sixth of the day's volume.
    Venue quiet;
    Venue pushed;
    for (std::uint64_t id = 1; id <= 60; ++id) {
        pushed.exchange.submit(brokerOrder(id, kMeri, Side::Buy, "25000", ""));
        pushed.run(1000);
        quiet.run(1000);
    }
    QVERIFY(pushed.exchange.fairValue(kMeri) > quiet.exchange.fairValue(kMeri));
    QVERIFY(pushed.bid() > quiet.bid());
}

RIALTO_TEST(ParticipantOrdersTest)
#include "participant_orders_test.moc"
