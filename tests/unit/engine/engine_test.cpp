// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_main.h"
#include "support/trading_fixture.h"

#include "ledger/tax_lots.h"

using namespace rialto;
using rialto::testing::Desk;

class EngineTest : public QObject {
    Q_OBJECT
private slots:
    void buyOrderReservesCashAndFillSettlesIt();
    void cancelAfterPartialFillReleasesTheReservation();
    void theSameCommandTwicePlacesOneOrder();
    void theSameExecutionTwiceIsBookedOnce();
    void anOrderWithoutFundsIsRefusedAndStaysInTheBlotter();
    void sellingMoreThanIsHeldIsRefused();
    void twoSellOrdersCannotSellTheSameShares();
    void aSlipOfTheFingerIsStoppedByTheCollar();
    void aFillAfterTheCancelIsBookedAndRaisesAnAlert();
    void replacingUpwardsReservesMoreAndDownwardsGivesBackAtTheEnd();
    void fxTradeExchangesTwoCurrencies();
    void futureTradeMovesMarginAndDailySettlementMovesTheGain();
    void lostConnectionMakesOrdersUnknownUntilTheBrokerSettlesThem();
    void whatTheBrokerCannotYetDecideStaysUnknown();
    void theStateRebuiltFromFactsIsEqual();
    void saleRealisesTheGainOfTheFirstLot();
    void withdrawalOfMoreThanIsFreeIsRefused();
};

void EngineTest::buyOrderReservesCashAndFillSettlesIt()
{
    Desk desk;
    desk.deposit("10000.00");
    desk.quote(1, "9.99", "10.00");
    const auto placed = desk.say(PlaceOrder{Desk::request("o1", 1, Side::Buy, 100, "10.00")});
    QVERIFY(placed.reply.accepted);
    QCOMPARE(placed.send.size(), std::size_t(1));
    QCOMPARE(desk.freeCash(), std::string("8995.00")); // 1000.00 and half a per cent for fees
    const OrderId id = placed.reply.order;
    desk.report(id, "x1", OrderEvent::Accepted);
    QCOMPARE(desk.state(id), OrderState::Working);
    desk.report(id, "x2", OrderEvent::LastFill, 100, "9.99", "1.25");
    QCOMPARE(desk.state(id), OrderState::Filled);
    QCOMPARE(desk.cash(), std::string("8999.75"));
    QCOMPARE(desk.freeCash(), std::string("8999.75"));
    QCOMPARE(desk.position(1), std::string("100"));
    QCOMPARE(desk.engine.ledger().groups().back().kind, GroupKind::Trade);
    QCOMPARE(desk.engine.ledger().groups().back().settleDate.text(), std::string("2026-01-08"));
    QVERIFY(desk.engine.ledger().check().ok());
}

void EngineTest::cancelAfterPartialFillReleasesTheReservation()
{
    Desk desk;
    desk.deposit("10000.00");
    desk.quote(1, "9.99", "10.00");
    const auto id = desk.say(PlaceOrder{Desk::request("o1", 1, Side::Buy, 150, "10.00")}).reply.order;
    desk.report(id, "x1", OrderEvent::Accepted);
    desk.report(id, "x2", OrderEvent::PartFill, 100, "10.00");
    QCOMPARE(desk.cash(), std::string("9000.00"));
    QVERIFY(desk.engine.ledger().reservation(id).has_value());
    const auto cancel = desk.say(CancelOrder{"c1", id});
    QVERIFY(cancel.reply.accepted);
    QCOMPARE(desk.state(id), OrderState::PendingCancel);
    desk.report(id, "x3", OrderEvent::Cancelled);
    QCOMPARE(desk.state(id), OrderState::Cancelled);
    QCOMPARE(desk.freeCash(), std::string("9000.00"));
    QVERIFY(!desk.engine.ledger().reservation(id).has_value());
}

void EngineTest::theSameCommandTwicePlacesOneOrder()
{
    Desk desk;
    desk.deposit("10000.00");
    desk.quote(1, "9.99", "10.00");
    const auto first = desk.say(PlaceOrder{Desk::request("o1", 1, Side::Buy, 10, "10.00")});
    const auto second = desk.say(PlaceOrder{Desk::request("o1", 1, Side::Buy, 10, "10.00")});
    QVERIFY(second.reply.repeated);
    QCOMPARE(second.reply.order.value, first.reply.order.value);
    QVERIFY(second.facts.empty());
    QVERIFY(second.send.empty());
    QCOMPARE(desk.engine.orders().orders().size(), std::size_t(1));
    QVERIFY(desk.deposit("10000.00", "d1").reply.repeated);
    QVERIFY(desk.engine.ledger().cash(AccountId(1), Desk::usd()) == Money(1'000'000, Desk::usd()));
}

void EngineTest::theSameExecutionTwiceIsBookedOnce()
{
    Desk desk;
    desk.deposit("10000.00");
    desk.quote(1, "9.99", "10.00");
    const auto id = desk.say(PlaceOrder{Desk::request("o1", 1, Side::Buy, 100, "10.00")}).reply.order;
    desk.report(id, "x1", OrderEvent::Accepted);
    desk.report(id, "x2", OrderEvent::PartFill, 60, "10.00");
    const auto again = desk.report(id, "x2", OrderEvent::PartFill, 60, "10.00");
    QVERIFY(again.facts.empty());
    QCOMPARE(desk.position(1), std::string("60"));
}

void EngineTest::anOrderWithoutFundsIsRefusedAndStaysInTheBlotter()
{
    Desk desk;
    desk.deposit("100.00");
    desk.quote(1, "9.99", "10.00");
    const auto placed = desk.say(PlaceOrder{Desk::request("o1", 1, Side::Buy, 100, "10.00")});
    QVERIFY(!placed.reply.accepted);
    QCOMPARE(placed.reply.refusals.front().code, std::string("risk.funds"));
    QCOMPARE(desk.state(placed.reply.order), OrderState::Rejected);
    QVERIFY(placed.send.empty());
    QCOMPARE(desk.freeCash(), std::string("100.00"));
}

void EngineTest::sellingMoreThanIsHeldIsRefused()
{
    Desk desk;
    desk.quote(1, "9.99", "10.00");
    const auto placed = desk.say(PlaceOrder{Desk::request("o1", 1, Side::Sell, 1, "10.00")});
    QCOMPARE(placed.reply.refusals.front().code, std::string("risk.position"));
}

void EngineTest::twoSellOrdersCannotSellTheSameShares()
{
    Desk desk;
    desk.deposit("10000.00");
    desk.quote(1, "9.99", "10.00");
    desk.say(BookTrade{"t1", AccountId(1), InstrumentId(1), Quantity::of(100), Price::literal("9"), Money::zero(Desk::usd()),
        Money::zero(Desk::usd())});
    QVERIFY(desk.say(PlaceOrder{Desk::request("s1", 1, Side::Sell, 60, "10.00")}).reply.accepted);
    const auto second = desk.say(PlaceOrder{Desk::request("s2", 1, Side::Sell, 60, "10.00")});
    QCOMPARE(second.reply.refusals.front().code, std::string("risk.position"));
}

void EngineTest::aSlipOfTheFingerIsStoppedByTheCollar()
{
    Desk desk;
    desk.deposit("1000000.00");
    desk.quote(1, "9.99", "10.01");
    const auto placed = desk.say(PlaceOrder{Desk::request("o1", 1, Side::Buy, 100, "100.00")});
    QCOMPARE(placed.reply.refusals.front().code, std::string("risk.price-collar"));
    QVERIFY(desk.say(PlaceOrder{Desk::request("o2", 1, Side::Buy, 100, "1.00")}).reply.accepted);
}

void EngineTest::aFillAfterTheCancelIsBookedAndRaisesAnAlert()
{
    Desk desk;
    desk.deposit("10000.00");
    desk.quote(1, "9.99", "10.00");
    const auto id = desk.say(PlaceOrder{Desk::request("o1", 1, Side::Buy, 100, "10.00")}).reply.order;
    desk.report(id, "x1", OrderEvent::Accepted);
    desk.report(id, "x2", OrderEvent::Cancelled);
    const auto late = desk.report(id, "x3", OrderEvent::PartFill, 10, "10.00");
    QCOMPARE(late.alerts.size(), std::size_t(1));
    QCOMPARE(desk.position(1), std::string("10"));
    QVERIFY(desk.engine.ledger().check().ok());
}

void EngineTest::replacingUpwardsReservesMoreAndDownwardsGivesBackAtTheEnd()
{
    Desk desk;
    desk.deposit("2000.00");
    desk.quote(1, "9.99", "10.00");
    const auto id = desk.say(PlaceOrder{Desk::request("o1", 1, Side::Buy, 100, "10.00")}).reply.order;
    desk.report(id, "x1", OrderEvent::Accepted);
    QVERIFY(desk.say(ReplaceOrder{"r1", id, Quantity::of(150), Price::literal("10.00")}).reply.accepted);
    QCOMPARE(desk.freeCash(), std::string("492.50"));
    ExecutionReport replaced;
    replaced.executionId = "x2";
    replaced.order = id;
    replaced.event = OrderEvent::Replaced;
    replaced.newQuantity = Quantity::of(150);
    replaced.newLimit = Price::literal("10.00");
    replaced.time = desk.now;
    desk.say(BrokerSaid{replaced});
    QCOMPARE(desk.engine.orders().find(id)->request.quantity.text(), std::string("150"));
    const auto tooMuch = desk.say(ReplaceOrder{"r2", id, Quantity::of(400), Price::literal("10.00")});
    QCOMPARE(tooMuch.reply.refusals.front().code, std::string("risk.funds"));
    desk.report(id, "x3", OrderEvent::LastFill, 150, "10.00");
    QCOMPARE(desk.freeCash(), std::string("500.00"));
}

void EngineTest::fxTradeExchangesTwoCurrencies()
{
    Desk desk;
    desk.deposit("20000.00");
    desk.quote(3, "1.0999", "1.1000");
    const auto id = desk.say(PlaceOrder{Desk::request("o1", 3, Side::Buy, 10000, "1.1000")}).reply.order;
    desk.report(id, "x1", OrderEvent::LastFill, 10000, "1.1000");
    QCOMPARE(desk.cash(), std::string("9000.00"));
    QCOMPARE(desk.engine.ledger().cash(AccountId(1), Currency::literal("EUR")).text(), std::string("10000.00"));
    QVERIFY(desk.engine.ledger().check().ok());
}

void EngineTest::futureTradeMovesMarginAndDailySettlementMovesTheGain()
{
    Desk desk;
    desk.deposit("10000.00");
    desk.quote(2, "99.00", "100.00");
    const auto id = desk.say(PlaceOrder{Desk::request("o1", 2, Side::Buy, 2, "100.00")}).reply.order;
    desk.report(id, "x1", OrderEvent::LastFill, 2, "100.00");
    QCOMPARE(desk.cash(), std::string("9000.00")); // two initial margins of 500
    QCOMPARE(desk.position(2), std::string("2"));
    desk.quote(2, "103.00", "103.00");
    desk.say(BrokerSaid{SessionClosed{desk.day, desk.now}});
    QCOMPARE(desk.cash(), std::string("9300.00")); // 3 points x 50 x 2
    // Selling short more than is held closes two and opens one the other way.
    const auto sell = desk.say(PlaceOrder{Desk::request("o2", 2, Side::Sell, 3, "103.00")}).reply.order;
    desk.report(sell, "x2", OrderEvent::LastFill, 3, "103.00");
    QCOMPARE(desk.position(2), std::string("-1"));
    QCOMPARE(desk.cash(), std::string("9800.00"));
    desk.day = desk.day + 1;
    desk.quote(2, "100.00", "100.00");
    desk.say(BrokerSaid{SessionClosed{desk.day, desk.now}});
    QCOMPARE(desk.cash(), std::string("9950.00"));
    // A position closed within the day still settles its gain at the end of it.
    const auto flat = desk.say(PlaceOrder{Desk::request("o3", 2, Side::Buy, 1, "100.00")}).reply.order;
    desk.report(flat, "x3", OrderEvent::LastFill, 1, "99.00");
    desk.day = desk.day + 1;
    desk.say(BrokerSaid{SessionClosed{desk.day, desk.now}});
    QCOMPARE(desk.cash(), std::string("10500.00"));
    QCOMPARE(desk.engine.ledger().balance({AccountId(1), Bucket::Variation}, AssetId::of(Desk::usd())), std::int64_t(0));
    QVERIFY(desk.engine.ledger().check().ok());
}

void EngineTest::lostConnectionMakesOrdersUnknownUntilTheBrokerSettlesThem()
{
    Desk desk;
    desk.deposit("10000.00");
    desk.quote(1, "9.99", "10.00");
    const auto a = desk.say(PlaceOrder{Desk::request("o1", 1, Side::Buy, 10, "10.00")}).reply.order;
    const auto b = desk.say(PlaceOrder{Desk::request("o2", 1, Side::Buy, 10, "10.00")}).reply.order;
    desk.report(a, "x1", OrderEvent::Accepted);
    desk.say(BrokerSaid{ConnectionChanged{ConnectionState::Lost, "broker.lost"}});
    QCOMPARE(desk.state(a), OrderState::Unknown);
    QCOMPARE(desk.state(b), OrderState::Unknown);
    desk.engine.noteStateAsked();
    const auto c = desk.say(PlaceOrder{Desk::request("o3", 1, Side::Buy, 10, "10.00")}).reply.order;
    desk.say(BrokerSaid{BrokerState{{a}, desk.now}});
    QCOMPARE(desk.state(c), OrderState::PendingNew); // placed after the question: the answer says nothing of it
    QCOMPARE(desk.state(a), OrderState::Working);
    QCOMPARE(desk.state(b), OrderState::Rejected);
    QCOMPARE(desk.engine.orders().find(b)->reason, std::string("oms.not-known-to-broker"));
    QVERIFY(!desk.engine.ledger().reservation(b).has_value());
}

void EngineTest::whatTheBrokerCannotYetDecideStaysUnknown()
{
    Desk desk;
    desk.deposit("10000.00");
    desk.quote(1, "9.99", "10.00");
    const auto a = desk.say(PlaceOrder{Desk::request("o1", 1, Side::Buy, 10, "10.00")}).reply.order;
    desk.say(BrokerSaid{ConnectionChanged{ConnectionState::Lost, "broker.lost"}});
    desk.engine.noteStateAsked();
    BrokerState open{{}, desk.now};
    open.undecided = {a};
    desk.say(BrokerSaid{open});
    QCOMPARE(desk.state(a), OrderState::Unknown);
    desk.say(BrokerSaid{BrokerState{{}, desk.now}}); // the next answer speaks of it without being asked for anew
    QCOMPARE(desk.state(a), OrderState::Rejected);
}

void EngineTest::theStateRebuiltFromFactsIsEqual()
{
    Desk desk;
    desk.deposit("10000.00");
    desk.quote(1, "9.99", "10.00");
    const auto a = desk.say(PlaceOrder{Desk::request("o1", 1, Side::Buy, 100, "10.00")}).reply.order;
    desk.report(a, "x1", OrderEvent::Accepted);
    desk.report(a, "x2", OrderEvent::PartFill, 33, "9.98", "0.33");
    desk.say(CancelOrder{"c1", a});
    desk.say(PlaceOrder{Desk::request("o2", 1, Side::Sell, 500, "10.00")});
    Engine again;
    for (auto fact : desk.facts)
        QVERIFY(again.restore(std::move(fact)).ok());
    QCOMPARE(again.hash(), desk.engine.hash());
    QCOMPARE(again.resubmissions().size(), std::size_t(2)); // the rest of a, and its cancel
    auto damaged = desk.facts;
    damaged.push_back(desk.facts.back());
    Engine third;
    bool failed = false;
    for (auto fact : damaged)
        failed = !third.restore(std::move(fact)).ok();
    QVERIFY(failed);
}

void EngineTest::saleRealisesTheGainOfTheFirstLot()
{
    Desk desk;
    const auto trade = [&](const char* id, int quantity, const char* price, const char* fee) {
        desk.say(BookTrade{id, AccountId(1), InstrumentId(1), Quantity::of(quantity), Price::literal(price),
            *Money::parse(fee, Desk::usd()), Money::zero(Desk::usd())});
    };
    trade("t1", 100, "10.00", "1.00");
    trade("t2", 100, "12.00", "1.00");
    trade("t3", -150, "15.00", "2.00");
    const auto book = lotsOf(desk.engine.ledger().groups(), AccountId(1), desk.engine.instruments().at(InstrumentId(1)), desk.day);
    QCOMPARE(book.quantity().text(), std::string("50"));
    QCOMPARE(book.cost(Desk::usd()).text(), std::string("600.50"));
    QCOMPARE(book.realised.size(), std::size_t(2));
    // proceeds 2248.00, cost 1001.00 + 600.50
    QCOMPARE(book.realisedGain(Desk::usd()).text(), std::string("646.50"));
}

void EngineTest::withdrawalOfMoreThanIsFreeIsRefused()
{
    Desk desk;
    desk.deposit("100.00");
    QCOMPARE(desk.deposit("-100.01", "w1").reply.refusals.front().code, std::string("risk.funds"));
    QVERIFY(desk.deposit("-100.00", "w2").reply.accepted);
    QCOMPARE(desk.cash(), std::string("0.00"));
}

RIALTO_TEST(EngineTest)
#include "engine_test.moc"
