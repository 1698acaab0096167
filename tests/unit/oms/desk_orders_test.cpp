// SPDX-License-Identifier: GPL-3.0-or-later
// Orders that wait, groups and blocks, at the engine; the broker's words are said by hand.
#include "support/test_main.h"

#include "desk_words.h"

using namespace rialto;
using namespace rialto::testing;

class DeskOrdersTest : public QObject {
    Q_OBJECT
private slots:
    void termsAreTheSameAfterTextAndBack();
    void aStopThatTheBrokerKnowsGoesOutAsItIs();
    void aStopThatTheBrokerLacksWaitsHereAndEntersOnceWhenReached();
    void aTrailingStopFollowsTheMarketAndNeverGoesBack();
    void aHeldOrderIsCancelledWithoutTheBroker();
    void aHeldDayOrderEndsWithItsDay();
    void whatCannotBeDoneSafelyIsRefused();
    void anOcoSetsTheSharesAsideOnce();
    void aBracketReservesForItsChildrenOnceTheParentTrades();
    void aBracketKeptHereHasOneLiveChildAndTheStopWaitsForItsEnd();
    void aGroupPlacedTwiceIsPlacedOnce();
    void aRestartGoesOnWithWhatWaits();
    void aGroupWhoseParentHasTradedInPartIsKeptHereAfterTheExchangeForgot();
};

void DeskOrdersTest::termsAreTheSameAfterTextAndBack()
{
    OrderTerms terms;
    terms.trigger = Price::literal("-1.25");
    terms.trail = Price::literal("0.5");
    terms.trailBasisPoints = 150;
    terms.display = Quantity::of(100);
    terms.hidden = terms.postOnly = terms.parent = true;
    terms.pegTo = PegTo::Middle;
    terms.pegOffset = Price::literal("-0.01");
    terms.goodTill = Date::of(2026, 3, 1);
    terms.group = "a;b=c%d";
    terms.link = Link::Bracket;
    terms.user = "Ada \n Li";
    terms.strategy = "twap";
    const auto back = parseOrderTerms(text(terms));
    QVERIFY(back.ok());
    QVERIFY(*back == terms);
    QVERIFY(text(OrderTerms()).empty());
    for (const char* bad : {"trigger", "trigger=x", "what=1", "hidden=2", "group=%4", "trail-bp=-1", "link=none", ";"})
        QVERIFY2(!parseOrderTerms(bad), bad);
}

void DeskOrdersTest::aStopThatTheBrokerKnowsGoesOutAsItIs()
{
    Desk desk;
    desk.deposit("10000.00");
    trade(desk, "10.00");
    const auto placed = desk.say(PlaceOrder{stop("s1", Side::Buy, 10, "10.50")});
    QVERIFY(placed.reply.accepted);
    QVERIFY(placed.reply.notes.empty());
    const auto* submit = only<SubmitCommand>(placed);
    QVERIFY(submit != nullptr);
    QCOMPARE(submit->order.type, OrderType::Stop);
    QCOMPARE(submit->order.terms.trigger.text(), std::string("10.5"));
    // set aside at the trigger and the collar: 10 x 11.55 and half a per cent
    QCOMPARE(desk.freeCash(), std::string("9883.92"));
    desk.report(placed.reply.order, "x1", OrderEvent::Accepted);
    desk.report(placed.reply.order, "x2", OrderEvent::Triggered);
    const auto again = desk.engine.resubmissions();
    QCOMPARE(std::get<SubmitCommand>(again.front()).order.type, OrderType::Market); // it has entered already
    QVERIFY(rebuildsEqual(desk));
}

void DeskOrdersTest::aStopThatTheBrokerLacksWaitsHereAndEntersOnceWhenReached()
{
    Desk desk;
    desk.engine.setCapabilities(plainBroker());
    desk.deposit("10000.00");
    trade(desk, "10.00");
    const auto placed = desk.say(PlaceOrder{stop("s1", Side::Buy, 10, "10.50")});
    QVERIFY(placed.reply.accepted);
    QCOMPARE(placed.reply.notes, std::vector<std::string>{"oms.held-trigger"});
    QVERIFY(placed.send.empty());
    QCOMPARE(desk.state(placed.reply.order), OrderState::Held);
    QVERIFY(tradeSaying(desk, "10.49").send.empty());
    const auto reached = tradeSaying(desk, "10.50");
    const auto* submit = only<SubmitCommand>(reached);
    QVERIFY(submit != nullptr);
    QCOMPARE(submit->order.type, OrderType::Market);
    QCOMPARE(desk.state(placed.reply.order), OrderState::PendingNew);
    QVERIFY(tradeSaying(desk, "10.60").send.empty());
    QVERIFY(rebuildsEqual(desk));
}

void DeskOrdersTest::aTrailingStopFollowsTheMarketAndNeverGoesBack()
{
    Desk desk;
    desk.engine.setCapabilities(plainBroker());
    desk.deposit("10000.00");
    trade(desk, "10.00");
    desk.say(BookTrade{"t1", AccountId(1), InstrumentId(1), Quantity::of(10), Price::literal("10"), Money::zero(Desk::usd()), Money::zero(Desk::usd())});
    OrderRequest request = stop("s1", Side::Sell, 10, "0");
    request.type = OrderType::TrailingStop;
    request.terms.trail = Price::literal("0.50");
    const auto id = desk.say(PlaceOrder{request}).reply.order;
    QCOMPARE(desk.state(id), OrderState::Held);
    trade(desk, "10.00");                                   // trigger 9.50
    trade(desk, "11.00");                                   // 10.50
    QVERIFY(tradeSaying(desk, "10.80").send.empty());       // stays
    QCOMPARE(desk.engine.heldTrigger(*desk.engine.orders().find(id))->text(), std::string("10.5"));
    QVERIFY(only<SubmitCommand>(tradeSaying(desk, "10.50")) != nullptr);
}

void DeskOrdersTest::aHeldOrderIsCancelledWithoutTheBroker()
{
    Desk desk;
    desk.engine.setCapabilities(plainBroker());
    desk.deposit("10000.00");
    trade(desk, "10.00");
    const auto id = desk.say(PlaceOrder{stop("s1", Side::Buy, 10, "10.50")}).reply.order;
    const auto cancelled = desk.say(CancelOrder{"c1", id});
    QVERIFY(cancelled.reply.accepted && cancelled.send.empty());
    QCOMPARE(desk.state(id), OrderState::Cancelled);
    QCOMPARE(desk.freeCash(), std::string("10000.00"));
    QVERIFY(tradeSaying(desk, "11.00").send.empty());
}

void DeskOrdersTest::aHeldDayOrderEndsWithItsDay()
{
    Desk desk;
    desk.engine.setCapabilities(plainBroker());
    desk.deposit("10000.00");
    trade(desk, "10.00");
    OrderRequest day = stop("s1", Side::Buy, 10, "10.50");
    day.tif = TimeInForce::Day;
    const auto id = desk.say(PlaceOrder{day}).reply.order;
    const auto kept = desk.say(PlaceOrder{stop("s2", Side::Buy, 10, "10.50")}).reply.order;
    desk.say(BrokerSaid{SessionClosed{desk.day, desk.now}});
    QCOMPARE(desk.state(id), OrderState::Expired);
    QCOMPARE(desk.state(kept), OrderState::Held);
}

void DeskOrdersTest::whatCannotBeDoneSafelyIsRefused()
{
    Desk desk;
    desk.engine.setCapabilities(plainBroker());
    desk.deposit("10000.00");
    trade(desk, "10.00");
    const auto codeOf = [&](OrderRequest request) {
        const auto reply = desk.say(PlaceOrder{std::move(request)}).reply;
        return reply.accepted ? std::string() : reply.refusals.front().code;
    };
    OrderRequest iceberg = Desk::request("i", 1, Side::Buy, 10, "10.00");
    iceberg.terms.display = Quantity::of(1);
    QCOMPARE(codeOf(iceberg), std::string("oms.display-not-possible"));
    OrderRequest pegged = Desk::request("p", 1, Side::Buy, 10, "10.00");
    pegged.type = OrderType::Pegged;
    QCOMPARE(codeOf(pegged), std::string("oms.type-not-possible"));
    OrderRequest fok = Desk::request("f", 1, Side::Buy, 10, "10.00");
    fok.tif = TimeInForce::Fok;
    QCOMPARE(codeOf(fok), std::string("oms.time-in-force-not-possible"));
    OrderRequest none = stop("n", Side::Buy, 10, "0");
    QCOMPARE(codeOf(none), std::string("engine.trigger-missing"));
    OrderRequest past = Desk::request("g", 1, Side::Buy, 10, "10.00");
    past.tif = TimeInForce::Gtd;
    past.terms.goodTill = desk.day - 1;
    QCOMPARE(codeOf(past), std::string("engine.good-till-past"));
    // two live orders that cancel each other can both trade
    PlaceGroup pair{"g1", Link::Oco, {Desk::request("", 1, Side::Buy, 10, "9.00"), Desk::request("", 1, Side::Buy, 10, "9.50")}};
    QCOMPARE(desk.say(pair).reply.refusals.front().code, std::string("oms.group-not-possible"));
}

void DeskOrdersTest::anOcoSetsTheSharesAsideOnce()
{
    Desk desk;
    desk.deposit("10000.00");
    trade(desk, "10.00");
    desk.say(BookTrade{"t1", AccountId(1), InstrumentId(1), Quantity::of(100), Price::literal("10"), Money::zero(Desk::usd()), Money::zero(Desk::usd())});
    const AssetId asset = AssetId::of(InstrumentId(1));
    const auto placed = desk.say(PlaceGroup{"g1", Link::Oco, {Desk::request("", 1, Side::Sell, 100, "11.00"), stop("", Side::Sell, 100, "9.00")}});
    QVERIFY(placed.reply.accepted);
    const auto* group = only<SubmitGroupCommand>(placed);
    QVERIFY(group != nullptr && group->orders.size() == 2 && group->link == Link::Oco);
    QCOMPARE(desk.engine.ledger().available(AccountId(1), asset), std::int64_t(0));
    const OrderId target = placed.reply.order;
    const OrderId loss(target.value + 1);
    desk.report(target, "x1", OrderEvent::Accepted);
    desk.report(loss, "x2", OrderEvent::Accepted);
    desk.report(loss, "x3", OrderEvent::PartFill, 40, "9.00");
    QCOMPARE(desk.position(1), std::string("60"));
    QCOMPARE(desk.engine.ledger().available(AccountId(1), asset), std::int64_t(0)); // the other 60, once
    desk.report(loss, "x4", OrderEvent::LastFill, 60, "9.00");
    desk.report(target, "x5", OrderEvent::Cancelled);
    QCOMPARE(desk.position(1), std::string("0"));
    QCOMPARE(desk.engine.ledger().reserved(AccountId(1), asset), std::int64_t(0));
    QVERIFY(rebuildsEqual(desk));
}

void DeskOrdersTest::aBracketReservesForItsChildrenOnceTheParentTrades()
{
    Desk desk;
    desk.deposit("10000.00");
    trade(desk, "10.00");
    const AssetId asset = AssetId::of(InstrumentId(1));
    const auto placed = desk.say(PlaceGroup{"b1", Link::Bracket,
        {Desk::request("", 1, Side::Buy, 100, "10.00"), Desk::request("", 1, Side::Sell, 100, "11.00"), stop("", Side::Sell, 100, "9.00")}});
    QVERIFY(placed.reply.accepted);
    const OrderId parent = placed.reply.order;
    desk.report(parent, "x1", OrderEvent::PartFill, 30, "10.00");
    QCOMPARE(desk.engine.ledger().reserved(AccountId(1), asset), Quantity::of(30).raw());
    desk.report(parent, "x2", OrderEvent::LastFill, 70, "10.00");
    QCOMPARE(desk.engine.ledger().reserved(AccountId(1), asset), Quantity::of(100).raw());
    desk.report(OrderId(parent.value + 1), "x3", OrderEvent::LastFill, 100, "11.00");
    QCOMPARE(desk.engine.ledger().reserved(AccountId(1), asset), std::int64_t(0));
    QCOMPARE(desk.position(1), std::string("0"));
    QVERIFY(rebuildsEqual(desk));
}

void DeskOrdersTest::aBracketKeptHereHasOneLiveChildAndTheStopWaitsForItsEnd()
{
    Desk desk;
    desk.engine.setCapabilities(plainBroker());
    desk.deposit("10000.00");
    trade(desk, "10.00");
    const auto placed = desk.say(PlaceGroup{"b1", Link::Bracket,
        {Desk::request("", 1, Side::Buy, 100, "10.00"), Desk::request("", 1, Side::Sell, 100, "11.00"), stop("", Side::Sell, 100, "9.00")}});
    QVERIFY(placed.reply.accepted);
    QCOMPARE(placed.reply.notes, std::vector<std::string>{"oms.held-group"});
    const OrderId parent = placed.reply.order;
    const OrderId target(parent.value + 1);
    const OrderId loss(parent.value + 2);
    QVERIFY(only<SubmitCommand>(placed) != nullptr);
    QVERIFY(tradeSaying(desk, "8.90").send.empty()); // nothing to protect yet
    const auto filled = desk.report(parent, "x1", OrderEvent::PartFill, 30, "10.00");
    const auto* submit = only<SubmitCommand>(filled);
    QVERIFY(submit != nullptr);
    QCOMPARE(submit->order.id.value, target.value);
    QCOMPARE(submit->order.quantity.text(), std::string("30"));
    desk.report(target, "x2", OrderEvent::Accepted);
    const auto more = desk.report(parent, "x3", OrderEvent::LastFill, 70, "10.00");
    const auto* grown = only<ReplaceCommand>(more);
    QVERIFY(grown != nullptr);
    QCOMPARE(grown->quantity.text(), std::string("100"));
    ExecutionReport replaced;
    replaced.executionId = "x4";
    replaced.order = target;
    replaced.event = OrderEvent::Replaced;
    replaced.newQuantity = Quantity::of(100);
    replaced.newLimit = Price::literal("11.00");
    replaced.time = desk.now;
    desk.say(BrokerSaid{replaced});
    const auto reached = tradeSaying(desk, "9.00");
    QVERIFY(only<CancelCommand>(reached) != nullptr); // the target first
    QCOMPARE(desk.state(loss), OrderState::Held);
    desk.report(target, "x5", OrderEvent::PartFill, 20, "11.00"); // it wins a part of the race
    const auto gone = desk.report(target, "x6", OrderEvent::Cancelled);
    const auto* out = only<SubmitCommand>(gone);
    QVERIFY(out != nullptr);
    QCOMPARE(out->order.id.value, loss.value);
    QCOMPARE(out->order.type, OrderType::Market);
    QCOMPARE(out->order.quantity.text(), std::string("80"));
    desk.report(loss, "x7", OrderEvent::LastFill, 80, "9.00");
    QCOMPARE(desk.position(1), std::string("0"));
    QCOMPARE(desk.engine.orders().openOrders().size(), std::size_t(0));
    QVERIFY(rebuildsEqual(desk));
}

void DeskOrdersTest::aGroupPlacedTwiceIsPlacedOnce()
{
    Desk desk;
    desk.deposit("10000.00");
    trade(desk, "10.00");
    const PlaceGroup group{"g1", Link::Oto, {Desk::request("", 1, Side::Buy, 10, "10.00"), Desk::request("", 1, Side::Sell, 10, "11.00")}};
    const auto first = desk.say(group);
    const auto second = desk.say(group);
    QVERIFY(second.reply.repeated && second.facts.empty() && second.send.empty());
    QCOMPARE(second.reply.order.value, first.reply.order.value);
}

void DeskOrdersTest::aRestartGoesOnWithWhatWaits()
{
    Desk desk;
    desk.engine.setCapabilities(plainBroker());
    desk.deposit("10000.00");
    trade(desk, "10.00");
    desk.say(BookTrade{"t1", AccountId(1), InstrumentId(1), Quantity::of(100), Price::literal("10"), Money::zero(Desk::usd()), Money::zero(Desk::usd())});
    const auto placed = desk.say(PlaceGroup{"g1", Link::Oco, {Desk::request("", 1, Side::Sell, 100, "11.00"), stop("", Side::Sell, 100, "9.00")}});
    QVERIFY(placed.reply.accepted);
    const OrderId target = placed.reply.order;
    const OrderId loss(target.value + 1);
    desk.report(target, "x1", OrderEvent::Accepted);
    trade(desk, "9.00"); // the cancel of the target is asked for
    Desk after;
    after.engine = Engine();
    after.engine.setCapabilities(plainBroker());
    for (const Fact& fact : desk.facts)
        QVERIFY(after.engine.restore(Fact(fact)).ok());
    after.now = desk.now;
    QVERIFY(after.say(Resume{false}).send.empty()); // the target's fate is not known yet
    const auto gone = after.report(target, "x2", OrderEvent::Cancelled);
    const auto* out = only<SubmitCommand>(gone); // although the price may have gone back since
    QVERIFY(out != nullptr);
    QCOMPARE(out->order.id.value, loss.value);
}

void DeskOrdersTest::aGroupWhoseParentHasTradedInPartIsKeptHereAfterTheExchangeForgot()
{
    Desk desk;
    desk.deposit("10000.00");
    trade(desk, "10.00");
    const auto placed = desk.say(PlaceGroup{"b1", Link::Bracket,
        {Desk::request("", 1, Side::Buy, 100, "10.00"), Desk::request("", 1, Side::Sell, 100, "11.00"), stop("", Side::Sell, 100, "9.00")}});
    const OrderId parent = placed.reply.order;
    for (std::uint64_t i = 0; i < 3; ++i)
        desk.report(OrderId(parent.value + i), ("a" + std::to_string(i)).c_str(), OrderEvent::Accepted);
    desk.report(parent, "x1", OrderEvent::PartFill, 30, "10.00");
    const auto resumed = desk.say(Resume{true});
    const auto* target = only<SubmitCommand>(resumed);
    QVERIFY(target != nullptr);
    QCOMPARE(target->order.quantity.text(), std::string("30"));
    QCOMPARE(desk.state(OrderId(parent.value + 2)), OrderState::Held);
    const auto again = desk.engine.resubmissions(); // the parent alone; the target was just sent
    QVERIFY(std::holds_alternative<SubmitCommand>(again.front()));
    QCOMPARE(std::get<SubmitCommand>(again.front()).order.quantity.text(), std::string("70"));
    QVERIFY(rebuildsEqual(desk));
}

RIALTO_TEST(DeskOrdersTest)
#include "desk_orders_test.moc"
