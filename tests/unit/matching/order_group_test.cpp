// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matching_engine.h"
#include "support/matching_event_log.h"
#include "support/test_main.h"

using namespace rialto::matching;

class OrderGroupTest : public QObject {
    Q_OBJECT

    MatchingEngine m_engine;
    rialto::testing::MatchingEventLog m_log;

    QString taken() { return QString::fromStdString(m_log.take()); }
    QString submit(const NewOrder& order)
    {
        m_engine.submit(order, m_log);
        return taken();
    }
    QString limit(OrderId id, Side side, Ticks price, Lots quantity) { return submit({.id = id, .price = price, .quantity = quantity, .side = side}); }
    QString group(GroupKind kind, const std::vector<NewOrder>& orders)
    {
        m_engine.submitGroup(kind, orders, m_log);
        return taken();
    }
    static NewOrder sell(OrderId id, Ticks price, Lots quantity) { return {.id = id, .price = price, .quantity = quantity, .side = Side::Sell}; }
    static NewOrder buy(OrderId id, Ticks price, Lots quantity) { return {.id = id, .price = price, .quantity = quantity, .side = Side::Buy}; }
    static NewOrder stopSell(OrderId id, Ticks trigger, Lots quantity)
    {
        return {.id = id, .quantity = quantity, .side = Side::Sell, .kind = OrderKind::Stop, .trigger = trigger};
    }
    /// Buys at 100; sells at 110, or below when 90 trades.
    QString bracket(Lots quantity) { return group(GroupKind::Bracket, {buy(1, 100, quantity), sell(2, 110, quantity), stopSell(3, 90, quantity)}); }
    void snapshotAndGoOn()
    {
        auto copy = MatchingEngine::restored(m_engine.snapshot());
        QVERIFY(copy.has_value());
        QCOMPARE(copy->stateHash(), m_engine.stateHash());
        m_engine = std::move(*copy);
    }

private slots:
    void init()
    {
        m_engine = MatchingEngine(16);
        m_engine.addBook();
        taken();
    }

    void oneCancelsOtherTakesOffWhatTrades()
    {
        QCOMPARE(group(GroupKind::OneCancelsOther, {sell(1, 110, 10), sell(2, 105, 10)}),
                 QString("accepted 1 sell 10@110; accepted 2 sell 10@105; activated 1 10; activated 2 10"));
        QCOMPARE(limit(3, Side::Buy, 105, 4), QString("accepted 3 buy 4@105; trade 4@105 maker 2 left 6 taker 3 left 0; cancelled 1 4 group done"));
        QCOMPARE(m_engine.find(1)->quantity, 6U);
        snapshotAndGoOn();
        QCOMPARE(limit(4, Side::Buy, 105, 6), QString("accepted 4 buy 6@105; trade 6@105 maker 2 left 0 taker 4 left 0; cancelled 1 6 group done"));
        QCOMPARE(m_engine.liveOrders(), 0U);
    }

    void sweepNeverTradesMoreThanTheGroupHas()
    {
        group(GroupKind::OneCancelsOther, {sell(1, 100, 10), sell(2, 101, 10)});
        QCOMPARE(limit(3, Side::Buy, 105, 15),
                 QString("accepted 3 buy 15@105; trade 10@100 maker 1 left 0 taker 3 left 5; cancelled 2 10 group done"));
        QCOMPARE(m_engine.find(3)->quantity, 5U);
    }

    void fillOrKillCountsLinkedOrdersOnce()
    {
        group(GroupKind::OneCancelsOther, {sell(1, 100, 10), sell(2, 101, 12)});
        QCOMPARE(submit({.id = 3, .price = 105, .quantity = 13, .side = Side::Buy, .timeInForce = TimeInForce::FillOrKill}),
                 QString("accepted 3 buy 13@105; cancelled 3 13 not filled in full"));
        QCOMPARE(submit({.id = 4, .price = 105, .quantity = 12, .side = Side::Buy, .timeInForce = TimeInForce::FillOrKill}),
                 QString("accepted 4 buy 12@105; trade 10@100 maker 1 left 0 taker 4 left 2; cancelled 2 10 group done; trade 2@101 maker 2 left 0 taker 4 left 0"));
    }

    void auctionTakesOneOfLinkedOrders()
    {
        m_engine.startCall(0);
        group(GroupKind::OneCancelsOther, {sell(1, 100, 10), sell(2, 101, 10)});
        limit(3, Side::Buy, 105, 15);
        QCOMPARE(m_engine.indicative(0, {}).volume, std::uint64_t{10});
        m_engine.uncross(0, {}, m_log);
        QCOMPARE(taken(), QString("trade 10@105 maker 3 left 5 taker 1 left 0; cancelled 2 10 group done"));
    }

    void childrenBecomeActiveWithWhatTheParentTrades()
    {
        QCOMPARE(group(GroupKind::OneTriggersOther, {buy(1, 100, 10), sell(2, 110, 10)}), QString("accepted 1 buy 10@100; accepted 2 sell 10@110"));
        QVERIFY(m_engine.find(2)->waiting);
        QCOMPARE(limit(3, Side::Sell, 100, 4), QString("accepted 3 sell 4@100; trade 4@100 maker 1 left 6 taker 3 left 0; activated 2 4"));
        QCOMPARE(m_engine.find(2)->quantity, 4U);
        QCOMPARE(m_engine.find(2)->held, 6U);
        snapshotAndGoOn();
        // What is active may trade away; what is held comes back when the parent trades again.
        QCOMPARE(limit(4, Side::Buy, 110, 4), QString("accepted 4 buy 4@110; trade 4@110 maker 2 left 6 taker 4 left 0"));
        QVERIFY(m_engine.find(2)->waiting);
        snapshotAndGoOn();
        QCOMPARE(limit(5, Side::Sell, 100, 1), QString("accepted 5 sell 1@100; trade 1@100 maker 1 left 5 taker 5 left 0; activated 2 1"));
        m_engine.cancel(1, m_log);
        QCOMPARE(taken(), QString("cancelled 1 5 requested; cancelled 2 5 group done"));
        QCOMPARE(m_engine.find(2)->quantity, 1U);
        QCOMPARE(m_engine.find(2)->held, 0U);
    }

    void parentThatTradesNothingTakesItsChildrenAlong()
    {
        NewOrder parent = buy(1, 100, 10);
        parent.timeInForce = TimeInForce::ImmediateOrCancel;
        QCOMPARE(group(GroupKind::OneTriggersOther, {parent, sell(2, 110, 10), sell(3, 120, 5)}),
                 QString("accepted 1 buy 10@100; accepted 2 sell 10@110; accepted 3 sell 5@120; cancelled 1 10 not filled at once; "
                         "cancelled 2 10 group done; cancelled 3 5 group done"));
        QCOMPARE(m_engine.liveOrders(), 0U);
    }

    void bracketProtectsWhatWasBoughtAndNoMore()
    {
        bracket(10);
        limit(4, Side::Sell, 100, 6); // six are bought: six to sell at the target or the stop
        taken();
        QCOMPARE(m_engine.find(2)->quantity, 6U);
        QCOMPARE(m_engine.find(3)->quantity, 6U);
        QCOMPARE(limit(5, Side::Buy, 110, 2), QString("accepted 5 buy 2@110; trade 2@110 maker 2 left 8 taker 5 left 0; cancelled 3 2 group done"));
        QCOMPARE(m_engine.find(3)->quantity, 4U);
        snapshotAndGoOn();
        m_engine.cancel(1, m_log);
        QCOMPARE(taken(), QString("cancelled 1 4 requested; cancelled 2 4 group done; cancelled 3 4 group done"));
        limit(6, Side::Buy, 90, 1);
        limit(7, Side::Buy, 89, 9);
        QCOMPARE(limit(8, Side::Sell, 90, 1),
                 QString("accepted 8 sell 1@90; trade 1@90 maker 6 left 0 taker 8 left 0; triggered 3 4 at 90; trade 4@89 maker 7 left 5 taker 3 left 0; "
                         "cancelled 2 4 group done"));
        QCOMPARE(m_engine.liveOrders(), 1U);
    }

    void childThatTradesAtOnceLeavesItsSiblingNothingToDo()
    {
        limit(9, Side::Buy, 99, 50);
        limit(8, Side::Sell, 100, 5);
        taken();
        // The target is below the market: it sells what was bought at once, so there is nothing to protect.
        QCOMPARE(group(GroupKind::Bracket, {buy(1, 100, 5), sell(2, 99, 8), stopSell(3, 90, 8)}),
                 QString("accepted 1 buy 5@100; accepted 2 sell 8@99; accepted 3 sell 8@0; trade 5@100 maker 8 left 0 taker 1 left 0; activated 2 5; "
                         "trade 5@99 maker 9 left 45 taker 2 left 3; cancelled 3 5 group done; cancelled 2 3 group done; cancelled 3 3 group done"));
        QCOMPARE(m_engine.liveOrders(), 1U);
    }

    void groupIsCancelledAsAWholeAndOrdersAlone()
    {
        bracket(10);
        limit(4, Side::Sell, 100, 6);
        m_engine.cancel(2, m_log); // the stop stays: only trades concern the others
        taken();
        QCOMPARE(m_engine.find(3)->quantity, 6U);
        m_engine.cancelGroup(3, m_log);
        QCOMPARE(taken(), QString("cancelled 1 4 requested; cancelled 3 10 requested"));
        m_engine.cancelGroup(3, m_log);
        QCOMPARE(taken(), QString("rejected 3 unknown order"));
        QCOMPARE(m_engine.liveOrders(), 0U);
    }

    void reductionsAndReplacementsTakeWhatIsHeldFirst()
    {
        bracket(10);
        limit(4, Side::Sell, 100, 6);
        m_engine.reduce(2, 3, m_log);
        QCOMPARE(m_engine.find(2)->quantity, 6U);
        QCOMPARE(m_engine.find(2)->held, 1U);
        taken();
        m_engine.replace({2, 20, 112, 7, QueuePlace::GiveUp}, m_log);
        QCOMPARE(taken(), QString("replaced 2 by 20 sell 7@112"));
        QCOMPARE(m_engine.find(20)->quantity, 6U);
        QCOMPARE(limit(5, Side::Buy, 112, 6), QString("accepted 5 buy 6@112; trade 6@112 maker 20 left 1 taker 5 left 0; cancelled 3 6 group done"));
        m_engine.replace({20, 21, 115, 3, QueuePlace::GiveUp}, m_log); // held as a whole now, and it stays so
        QCOMPARE(taken(), QString("replaced 20 by 21 sell 3@115"));
        QVERIFY(m_engine.find(21)->waiting);
        QCOMPARE(limit(6, Side::Sell, 100, 4), QString("accepted 6 sell 4@100; trade 4@100 maker 1 left 0 taker 6 left 0; activated 21 3; activated 3 4"));
    }

    void groupsThatContradictThemselvesAreRefusedAsAWhole()
    {
        QCOMPARE(group(GroupKind::OneCancelsOther, {sell(1, 100, 10), buy(2, 90, 10)}), QString("rejected 1 bad combination; rejected 2 group refused"));
        QCOMPARE(group(GroupKind::OneCancelsOther, {sell(1, 100, 10)}), QString("rejected 1 bad combination"));
        NewOrder iceberg = sell(2, 110, 10);
        iceberg.display = 2;
        QCOMPARE(group(GroupKind::OneTriggersOther, {buy(1, 100, 10), iceberg}), QString("rejected 1 group refused; rejected 2 bad combination"));
        QCOMPARE(group(GroupKind::OneTriggersOther, {buy(1, 100, 10), sell(1, 110, 10)}), QString("rejected 1 group refused; rejected 1 duplicate id"));
        QCOMPARE(group(GroupKind::Bracket, {}), QString());
        QCOMPARE(m_engine.liveOrders(), 0U);
    }
};

RIALTO_TEST(OrderGroupTest)
#include "order_group_test.moc"
