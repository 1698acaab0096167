// SPDX-License-Identifier: GPL-3.0-or-later
// Own orders in recorded data, worked by hand: what is taken is taken once, queues move as each model says.
#include "market/replay/own_order_replay.h"
#include "support/test_main.h"

using namespace rialto;
using namespace rialto::market;
using Kind = MarketEventKind;

namespace {

Price px(const char* text) { return Price::literal(text); }

class Record {
public:
    explicit Record(QueueModel model, bool fillsAreTold = false) : replay(model, fillsAreTold) {}
    void level(bool bid, const char* price, int size) { say(Kind::Level, bid, 0, price, size); }
    void order(Kind kind, std::int64_t id, bool bid, const char* price, int size) { say(kind, bid, id, price, size); }
    void trade(const char* price, int size) { say(Kind::Trade, false, 0, price, size); }
    void end() { say(Kind::End, false, 0, "0", 0); }
    void quote(const char* bid, int bidSize, const char* ask, int askSize)
    {
        MarketEvent event{Timestamp(++m_time), Kind::Quote, false, 0, px(bid), Quantity::of(bidSize), px(ask), Quantity::of(askSize)};
        replay.apply(event);
        end();
    }
    void own(std::uint64_t id, rialto::Side side, int quantity, const char* limit, TimeInForce tif = TimeInForce::Day)
    {
        OwnOrder order{id, side, *limit == 0 ? OrderType::Market : OrderType::Limit, tif, *limit == 0 ? Price() : px(limit), Quantity::of(quantity)};
        QVERIFY(replay.place(order, Timestamp(++m_time)));
    }
    /// "100@10.01 took, 50@10.02 took"
    QString fills(std::uint64_t id) const
    {
        QStringList list;
        for (const OwnFill& fill : replay.fills())
            if (fill.order == id)
                list.append(QString::fromStdString(fill.quantity.text() + "@" + fill.price.text() + " " + std::string(name(fill.cause))));
        return list.join(", ");
    }
    OwnStand stand(std::uint64_t id) const
    {
        for (const OwnStand& each : replay.orders())
            if (each.order.id == id)
                return each;
        return {};
    }
    QString ahead(std::uint64_t id) const
    {
        const auto quantity = stand(id).ahead;
        return quantity ? QString::fromStdString(quantity->text()) : QString("unknown");
    }

    OwnOrderReplay replay;

private:
    void say(Kind kind, bool bid, std::int64_t id, const char* price, int size)
    {
        MarketEvent event;
        event.time = Timestamp(++m_time);
        event.kind = kind;
        event.bid = bid;
        event.orderId = id;
        event.price = px(price);
        event.size = Quantity::of(size);
        replay.apply(event);
    }
    std::int64_t m_time = 0;
};

void shallowBook(Record& record)
{
    record.level(true, "10.00", 300);
    record.level(true, "9.99", 500);
    record.level(false, "10.01", 100);
    record.level(false, "10.02", 100);
    record.end();
}

} // namespace

class OwnOrderReplayTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsShownIsTakenOnce();
    void aRepeatedSnapshotDoesNotGiveBackWhatWasTaken();
    void ofAnOrderThatShrinksOnlyTheRestIsTaken();
    void atOnceOrNotAtAll();
    void conservativelyOnlyTradesBringAnOrderForward();
    void probablyCancelsAreSharedByWhatStandsBeforeAndBehind();
    void aQueueIsNeverLongerThanItsLevel();
    void exactlyTheOrdersThatCameBeforeStandBefore();
    void anOrderOfTheRecordThatLosesItsPlaceStandsBehind();
    void aTradeThroughServesTheBetterPriceFirst();
    void theOtherSideCrossingFillsAtTheOwnLimit();
    void withoutABookTheNextTradeFills();
    void atTheTouchWithoutABookTheModelsDiffer();
    void quotesWithoutSizesFillInFull();
    void reducingKeepsThePlaceAndAnotherPriceLosesIt();
    void eventsThatDoNotFitAreTold();
    void theHashFollowsFillsAndBooks();
};

void OwnOrderReplayTest::whatIsShownIsTakenOnce()
{
    Record record(QueueModel::Conservative);
    shallowBook(record);
    record.own(1, rialto::Side::Buy, 150, "10.02");
    QCOMPARE(record.fills(1), QString("100@10.01 took, 50@10.02 took"));
    record.own(2, rialto::Side::Buy, 120, "10.02");
    QCOMPARE(record.fills(2), QString("50@10.02 took"));
    // The record goes on showing the same offers: nothing is there for us.
    record.level(false, "10.01", 100);
    record.level(false, "10.02", 100);
    record.end();
    QCOMPARE(record.fills(2), QString("50@10.02 took"));
    // 60 more are offered: they would have met the resting order.
    record.level(false, "10.01", 160);
    record.end();
    QCOMPARE(record.fills(2), QString("50@10.02 took, 60@10.02 crossed"));
    QVERIFY(record.stand(2).open);
}

void OwnOrderReplayTest::aRepeatedSnapshotDoesNotGiveBackWhatWasTaken()
{
    Record record(QueueModel::Conservative);
    shallowBook(record);
    record.own(1, rialto::Side::Buy, 100, "10.01");
    record.order(Kind::Clear, 0, false, "0", 0);
    shallowBook(record);
    record.own(2, rialto::Side::Buy, 100, "10.01", TimeInForce::Ioc);
    QCOMPARE(record.fills(2), QString());
    QCOMPARE(record.stand(2).end, std::string_view("no-liquidity"));
}

void OwnOrderReplayTest::ofAnOrderThatShrinksOnlyTheRestIsTaken()
{
    Record record(QueueModel::Exact);
    record.order(Kind::Add, 1, false, "10.01", 100);
    record.order(Kind::Add, 2, false, "10.01", 100);
    record.end();
    record.own(7, rialto::Side::Buy, 130, "10.01"); // all of the first, 30 of the second
    record.order(Kind::Remove, 1, false, "0", 0);
    record.end();
    record.own(8, rialto::Side::Buy, 100, "10.01", TimeInForce::Ioc);
    QCOMPARE(record.fills(8), QString("70@10.01 took"));
}

void OwnOrderReplayTest::atOnceOrNotAtAll()
{
    Record record(QueueModel::Conservative);
    shallowBook(record);
    record.own(1, rialto::Side::Buy, 201, "10.02", TimeInForce::Fok);
    QCOMPARE(record.stand(1).end, std::string_view("not-filled-in-full"));
    record.own(2, rialto::Side::Buy, 200, "10.02", TimeInForce::Fok);
    QCOMPARE(record.fills(2), QString("100@10.01 took, 100@10.02 took"));
    record.own(3, rialto::Side::Sell, 350, "10.00", TimeInForce::Ioc);
    QCOMPARE(record.fills(3), QString("300@10 took"));
    record.own(4, rialto::Side::Sell, 600, "");
    QCOMPARE(record.fills(4), QString("500@9.99 took"));
    QCOMPARE(record.stand(4).end, std::string_view("no-liquidity"));
}

void OwnOrderReplayTest::conservativelyOnlyTradesBringAnOrderForward()
{
    Record record(QueueModel::Conservative);
    shallowBook(record);
    record.own(1, rialto::Side::Buy, 100, "10.00");
    QCOMPARE(record.ahead(1), QString("300"));
    record.level(true, "10.00", 500); // 200 join behind
    record.end();
    record.level(true, "10.00", 420); // 80 leave: from behind
    record.end();
    QCOMPARE(record.ahead(1), QString("300"));
    record.trade("10.00", 200);
    record.level(true, "10.00", 220);
    record.end();
    QCOMPARE(record.ahead(1), QString("100"));
    record.trade("10.00", 150);
    QCOMPARE(record.fills(1), QString("50@10 queue-reached"));
    record.level(true, "10.00", 70);
    record.end();
    record.trade("10.00", 500);
    QCOMPARE(record.fills(1), QString("50@10 queue-reached, 50@10 queue-reached"));
}

void OwnOrderReplayTest::probablyCancelsAreSharedByWhatStandsBeforeAndBehind()
{
    Record record(QueueModel::Probabilistic);
    shallowBook(record);
    record.own(1, rialto::Side::Buy, 100, "10.00");
    record.level(true, "10.00", 500);
    record.end();
    record.level(true, "10.00", 400); // of 100 that leave, 300 / 500 stood before
    record.end();
    QCOMPARE(record.ahead(1), QString("240"));
    // A trade of 40 explains 40 of the next 90; the other 50 leave from 200 before and 160 behind.
    record.trade("10.00", 40);
    record.level(true, "10.00", 310);
    record.end();
    QCOMPARE(record.ahead(1), QString("172.22222222")); // 200 - 50 x 200 / 360
}

void OwnOrderReplayTest::aQueueIsNeverLongerThanItsLevel()
{
    Record record(QueueModel::Conservative);
    shallowBook(record);
    record.own(1, rialto::Side::Buy, 100, "10.00");
    record.level(true, "10.00", 120);
    record.end();
    QCOMPARE(record.ahead(1), QString("120"));
    record.level(true, "10.00", 0);
    record.end();
    QCOMPARE(record.ahead(1), QString("0"));
    record.trade("10.00", 30);
    QCOMPARE(record.fills(1), QString("30@10 queue-reached"));
}

void OwnOrderReplayTest::exactlyTheOrdersThatCameBeforeStandBefore()
{
    Record record(QueueModel::Exact, true);
    record.order(Kind::Add, 1, true, "10.00", 100);
    record.order(Kind::Add, 2, true, "10.00", 200);
    record.order(Kind::Add, 3, false, "10.01", 100);
    record.end();
    record.own(9, rialto::Side::Buy, 50, "10.00");
    record.order(Kind::Add, 4, true, "10.00", 100);
    record.end();
    QCOMPARE(record.ahead(9), QString("300"));
    record.order(Kind::Remove, 1, true, "0", 0); // a cancel from before
    record.end();
    QCOMPARE(record.ahead(9), QString("200"));
    record.order(Kind::Remove, 4, true, "0", 0);
    record.order(Kind::Add, 5, true, "10.00", 100);
    record.end();
    QCOMPARE(record.ahead(9), QString("200")); // that was behind
    record.trade("10.00", 200); // an echo of the fill
    record.order(Kind::Fill, 2, true, "10.00", 200);
    record.order(Kind::Reduce, 2, true, "0", 200);
    record.end();
    QCOMPARE(record.ahead(9), QString("0"));
    QCOMPARE(record.fills(9), QString());
    // The next to trade came after us: it would have been ours.
    record.order(Kind::Fill, 5, true, "10.00", 30);
    record.order(Kind::Reduce, 5, true, "0", 30);
    record.end();
    QCOMPARE(record.fills(9), QString("30@10 queue-reached"));
    record.order(Kind::Fill, 5, true, "10.00", 70);
    record.order(Kind::Reduce, 5, true, "0", 70);
    record.end();
    QCOMPARE(record.fills(9), QString("30@10 queue-reached, 20@10 queue-reached"));
}

void OwnOrderReplayTest::anOrderOfTheRecordThatLosesItsPlaceStandsBehind()
{
    Record record(QueueModel::Exact, true);
    record.order(Kind::Add, 1, true, "10.00", 100);
    record.order(Kind::Add, 2, true, "10.00", 40);
    record.end();
    record.own(9, rialto::Side::Buy, 50, "10.00");
    record.order(Kind::Modify, 1, true, "10.00", 60); // smaller: keeps its place
    record.end();
    QCOMPARE(record.ahead(9), QString("100"));
    record.order(Kind::Modify, 1, true, "10.00", 80); // larger: to the back
    record.end();
    QCOMPARE(record.ahead(9), QString("40"));
    record.order(Kind::Modify, 2, true, "9.99", 40);
    record.end();
    QCOMPARE(record.ahead(9), QString("0"));
}

void OwnOrderReplayTest::aTradeThroughServesTheBetterPriceFirst()
{
    Record record(QueueModel::Conservative);
    shallowBook(record);
    record.own(1, rialto::Side::Buy, 60, "9.99");
    record.own(2, rialto::Side::Buy, 60, "10.00");
    record.trade("9.98", 100);
    QCOMPARE(record.fills(2), QString("60@10 traded-through"));
    QCOMPARE(record.fills(1), QString("40@9.99 traded-through"));
}

void OwnOrderReplayTest::theOtherSideCrossingFillsAtTheOwnLimit()
{
    Record record(QueueModel::Conservative);
    record.level(true, "10.00", 300);
    record.level(false, "10.05", 100);
    record.end();
    record.own(1, rialto::Side::Buy, 100, "10.02");
    QCOMPARE(record.ahead(1), QString("0"));
    record.level(false, "10.01", 30); // somebody offers at less than we bid
    record.end();
    QCOMPARE(record.fills(1), QString("30@10.02 crossed"));
    record.level(false, "10.02", 200);
    record.end();
    QCOMPARE(record.fills(1), QString("30@10.02 crossed, 70@10.02 crossed"));
}

void OwnOrderReplayTest::withoutABookTheNextTradeFills()
{
    Record record(QueueModel::Conservative);
    record.trade("10.00", 100);
    record.end();
    record.own(1, rialto::Side::Buy, 50, "");
    record.own(2, rialto::Side::Buy, 80, "10.50"); // through the last price
    record.own(3, rialto::Side::Buy, 10, "9.50");
    record.trade("10.10", 100);
    QCOMPARE(record.fills(1), QString("50@10.1 took"));
    QCOMPARE(record.fills(2), QString("50@10.1 took"));
    record.trade("9.40", 100);
    QCOMPARE(record.fills(2), QString("50@10.1 took, 30@9.4 took"));
    QCOMPARE(record.fills(3), QString("10@9.5 traded-through"));
}

void OwnOrderReplayTest::atTheTouchWithoutABookTheModelsDiffer()
{
    for (const auto& [model, filled] : {std::pair(QueueModel::Conservative, QString()), {QueueModel::Probabilistic, QString("40@10 queue-reached")}}) {
        Record record(model);
        record.trade("10.05", 10);
        record.own(1, rialto::Side::Buy, 500, "10.00");
        record.trade("10.00", 80);
        QCOMPARE(record.fills(1), filled);
    }
}

void OwnOrderReplayTest::quotesWithoutSizesFillInFull()
{
    Record record(QueueModel::Conservative);
    record.quote("1.1200", 0, "1.1202", 0);
    record.own(1, rialto::Side::Buy, 100000, "1.1202");
    QCOMPARE(record.fills(1), QString("100000@1.1202 took"));
    record.own(2, rialto::Side::Sell, 5000, "1.1205");
    QCOMPARE(record.ahead(2), QString("unknown")); // deeper than what quotes show
    record.quote("1.1204", 0, "1.1206", 0);
    QVERIFY(record.stand(2).open);
    record.quote("1.1205", 0, "1.1207", 0);
    QCOMPARE(record.fills(2), QString("5000@1.1205 crossed"));
}

void OwnOrderReplayTest::reducingKeepsThePlaceAndAnotherPriceLosesIt()
{
    Record record(QueueModel::Exact, true);
    record.order(Kind::Add, 1, true, "10.00", 100);
    record.end();
    record.own(9, rialto::Side::Buy, 50, "10.00");
    record.order(Kind::Add, 2, true, "10.00", 100);
    record.end();
    QVERIFY(record.replay.replace(9, Quantity::of(30), px("10.00"), Timestamp(100)));
    QCOMPARE(record.ahead(9), QString("100"));
    QVERIFY(record.replay.replace(9, Quantity::of(60), px("10.00"), Timestamp(101)));
    QCOMPARE(record.ahead(9), QString("200"));
    QVERIFY(!record.replay.replace(9, Quantity(), px("10.00"), Timestamp(102)));
    QVERIFY(record.replay.cancel(9));
    QVERIFY(!record.replay.cancel(9));
}

void OwnOrderReplayTest::eventsThatDoNotFitAreTold()
{
    OwnOrderReplay replay(QueueModel::Exact, false);
    const auto says = [&](Kind kind, std::int64_t id, int size) {
        MarketEvent event;
        event.kind = kind;
        event.orderId = id;
        event.bid = true;
        event.price = px("10");
        event.size = Quantity::of(size);
        return replay.apply(event);
    };
    QVERIFY(says(Kind::Add, 1, 100));
    QVERIFY(!says(Kind::Add, 1, 100));
    QVERIFY(!says(Kind::Add, 2, 0));
    QVERIFY(!says(Kind::Reduce, 3, 10));
    QVERIFY(!says(Kind::Modify, 3, 10));
    QVERIFY(!says(Kind::Level, 0, 10)); // levels do not mix with orders
    QVERIFY(says(Kind::Reduce, 1, 1000)); // more than there is takes all
    QVERIFY(replay.book().empty());
}

void OwnOrderReplayTest::theHashFollowsFillsAndBooks()
{
    const auto hash = [](int quantity) {
        Record record(QueueModel::Conservative);
        shallowBook(record);
        record.own(1, rialto::Side::Buy, quantity, "10.02");
        return record.replay.hash();
    };
    QCOMPARE(hash(10), hash(10));
    QVERIFY(hash(10) != hash(11));
}

RIALTO_TEST(OwnOrderReplayTest)
#include "own_order_replay_test.moc"
