// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matching_engine.h"
#include "support/matching_event_log.h"
#include "support/test_main.h"

#include <array>

using namespace rialto::matching;

class MatchingEngineTest : public QObject {
    Q_OBJECT

    MatchingEngine m_engine;
    BookId m_book = 0;
    rialto::testing::MatchingEventLog m_log;

    QString limit(OrderId id, Side side, Ticks price, Lots quantity, TimeInForce tif = TimeInForce::GoodTillCancel)
    {
        m_engine.submit({id, price, quantity, 0, m_book, side, OrderKind::Limit, tif}, m_log);
        return taken();
    }
    QString market(OrderId id, Side side, Lots quantity)
    {
        m_engine.submit({id, 0, quantity, 0, m_book, side, OrderKind::Market}, m_log);
        return taken();
    }
    QString replace(OrderId id, OrderId newId, Ticks price, Lots quantity)
    {
        m_engine.replace({id, newId, price, quantity}, m_log);
        return taken();
    }
    QString cancel(OrderId id)
    {
        m_engine.cancel(id, m_log);
        return taken();
    }
    QString taken() { return QString::fromStdString(m_log.take()); }
    QString top(Side side)
    {
        const auto best = m_engine.best(m_book, side);
        return best ? QString("%1x%2/%3").arg(best->price).arg(best->quantity).arg(best->orders) : QString("none");
    }

private slots:
    void init()
    {
        m_engine = MatchingEngine(16);
        m_book = m_engine.addBook();
    }

    void ordersRestUntilTheOtherSideCrosses()
    {
        QCOMPARE(limit(1, Side::Sell, 1000, 300), QString("accepted 1 sell 300@1000"));
        QCOMPARE(limit(2, Side::Buy, 999, 100), QString("accepted 2 buy 100@999"));
        QCOMPARE(top(Side::Buy), QString("999x100/1"));
        QCOMPARE(top(Side::Sell), QString("1000x300/1"));
        QCOMPARE(limit(3, Side::Buy, 1005, 120),
                 QString("accepted 3 buy 120@1005; trade 120@1000 maker 1 left 180 taker 3 left 0"));
        QCOMPARE(m_engine.lastPrice(m_book), std::optional<Ticks>(1000));
    }

    void betterPriceComesFirstThenEarlierOrder()
    {
        limit(1, Side::Buy, 100, 10);
        limit(2, Side::Buy, 101, 10);
        limit(3, Side::Buy, 101, 10);
        QCOMPARE(limit(4, Side::Sell, 100, 25),
                 QString("accepted 4 sell 25@100; trade 10@101 maker 2 left 0 taker 4 left 15; "
                         "trade 10@101 maker 3 left 0 taker 4 left 5; trade 5@100 maker 1 left 5 taker 4 left 0"));
    }

    void marketOrderTakesEveryPriceAndNeverRests()
    {
        limit(1, Side::Sell, 100, 10);
        limit(2, Side::Sell, 2'000'000'000, 10);
        QCOMPARE(market(3, Side::Buy, 25),
                 QString("accepted 3 buy 25@0; trade 10@100 maker 1 left 0 taker 3 left 15; "
                         "trade 10@2000000000 maker 2 left 0 taker 3 left 5; cancelled 3 5 not filled at once"));
        QCOMPARE(m_engine.liveOrders(), 0U);
        QCOMPARE(market(4, Side::Sell, 5), QString("accepted 4 sell 5@0; cancelled 4 5 not filled at once"));
    }

    void immediateOrCancelGivesUpTheRemainder()
    {
        limit(1, Side::Sell, 100, 10);
        QCOMPARE(limit(2, Side::Buy, 100, 15, TimeInForce::ImmediateOrCancel),
                 QString("accepted 2 buy 15@100; trade 10@100 maker 1 left 0 taker 2 left 5; cancelled 2 5 not filled at once"));
    }

    void fillOrKillTradesAllOrNothing()
    {
        limit(1, Side::Sell, 100, 10);
        limit(2, Side::Sell, 101, 10);
        QCOMPARE(limit(3, Side::Buy, 100, 11, TimeInForce::FillOrKill),
                 QString("accepted 3 buy 11@100; cancelled 3 11 not filled in full"));
        QCOMPARE(top(Side::Sell), QString("100x10/1"));
        QCOMPARE(limit(4, Side::Buy, 101, 20, TimeInForce::FillOrKill),
                 QString("accepted 4 buy 20@101; trade 10@100 maker 1 left 0 taker 4 left 10; "
                         "trade 10@101 maker 2 left 0 taker 4 left 0"));
    }

    void cancelRemovesOnlyThatOrder()
    {
        limit(1, Side::Buy, 100, 10);
        limit(2, Side::Buy, 100, 20);
        limit(3, Side::Buy, 100, 30);
        QCOMPARE(cancel(2), QString("cancelled 2 20 requested"));
        QCOMPARE(top(Side::Buy), QString("100x40/2"));
        QCOMPARE(cancel(2), QString("rejected 2 unknown order"));
        QCOMPARE(cancel(1), QString("cancelled 1 10 requested"));
        QCOMPARE(cancel(3), QString("cancelled 3 30 requested"));
        QCOMPARE(top(Side::Buy), QString("none"));
    }

    void reductionKeepsThePlaceInTheQueue()
    {
        limit(1, Side::Buy, 100, 10);
        limit(2, Side::Buy, 100, 10);
        m_engine.reduce(1, 4, m_log);
        QCOMPARE(taken(), QString("reduced 1 to 6"));
        QCOMPARE(m_engine.quantityAhead(2), std::uint64_t{6});
        m_engine.reduce(1, 6, m_log);
        QCOMPARE(taken(), QString("cancelled 1 6 requested"));
        QCOMPARE(m_engine.quantityAhead(2), std::uint64_t{0});
    }

    void replacementKeepsPriorityOnlyForQuantityDown()
    {
        limit(1, Side::Buy, 100, 10);
        limit(2, Side::Buy, 100, 10);
        QCOMPARE(replace(1, 5, 100, 8), QString("replaced 1 by 5 buy 8@100 in place"));
        QCOMPARE(m_engine.quantityAhead(5), std::uint64_t{0});
        QVERIFY(!m_engine.find(1));
        QCOMPARE(replace(5, 5, 100, 9), QString("replaced 5 by 5 buy 9@100"));
        QCOMPARE(m_engine.quantityAhead(5), std::uint64_t{10});
        m_engine.replace({2, 6, 100, 10, QueuePlace::GiveUp}, m_log);
        QCOMPARE(taken(), QString("replaced 2 by 6 buy 10@100"));
        QCOMPARE(m_engine.quantityAhead(6), std::uint64_t{9});
    }

    void replacementMayTrade()
    {
        limit(1, Side::Sell, 105, 10);
        limit(2, Side::Buy, 100, 10);
        QCOMPARE(replace(2, 3, 105, 15),
                 QString("replaced 2 by 3 buy 15@105; trade 10@105 maker 1 left 0 taker 3 left 5"));
        QCOMPARE(top(Side::Buy), QString("105x5/1"));
        QCOMPARE(replace(9, 10, 105, 15), QString("rejected 9 unknown order"));
        QVERIFY(!m_engine.find(10));
    }

    void wrongCommandsAreRejectedAndChangeNothing()
    {
        m_engine.setPriceBand(m_book, {90, 110});
        limit(1, Side::Buy, 100, 10);
        const std::uint64_t before = m_engine.stateHash();
        QCOMPARE(limit(1, Side::Buy, 100, 10), QString("rejected 1 duplicate id"));
        QCOMPARE(limit(2, Side::Buy, 100, 0), QString("rejected 2 zero quantity"));
        QCOMPARE(limit(2, Side::Buy, 89, 1), QString("rejected 2 price outside band"));
        QCOMPARE(limit(2, Side::Buy, 111, 1), QString("rejected 2 price outside band"));
        QCOMPARE(replace(1, 1, 111, 1), QString("rejected 1 price outside band"));
        QCOMPARE(replace(1, 1, 100, 0), QString("rejected 1 zero quantity"));
        m_engine.submit({.id = 2, .price = 100, .quantity = 1, .book = 7}, m_log);
        QCOMPARE(taken(), QString("rejected 2 unknown book"));
        QCOMPARE(m_engine.stateHash(), before);
        limit(2, Side::Buy, 90, 1);
        QCOMPARE(replace(1, 2, 100, 5), QString("rejected 1 duplicate id"));
    }

    void booksDoNotTouchEachOther()
    {
        const BookId other = m_engine.addBook();
        limit(1, Side::Sell, 100, 10);
        m_engine.submit({.id = 2, .price = 100, .quantity = 10, .book = other, .side = Side::Buy}, m_log);
        QCOMPARE(m_engine.liveOrders(), 2U);
        QCOMPARE(m_engine.liveOrders(other), 1U);
        QCOMPARE(m_engine.find(2)->book, other);
    }

    void depthListsTheBestLevelsFirst()
    {
        for (OrderId id = 1; id <= 20; ++id)
            limit(id, Side::Buy, static_cast<Ticks>(100 + id * 7 % 10), 10);
        std::array<DepthLevel, 4> levels;
        QCOMPARE(m_engine.depth(m_book, Side::Buy, levels), std::size_t{4});
        QCOMPARE(levels[0].price, 109);
        QCOMPARE(levels[3].price, 106);
        QCOMPARE(levels[0].orders, 2U);
        QCOMPARE(levels[0].quantity, std::uint64_t{20});
        QCOMPARE(m_engine.levelCount(m_book, Side::Buy), 10U);
        QCOMPARE(m_engine.ordersAt(m_book, 107).size(), std::size_t{2});
        QCOMPARE(m_engine.ordersAt(m_book, 107).front().id, OrderId{1});
    }

    void pricesAtTheEndsOfTheRangeWork()
    {
        const PriceBand all;
        limit(1, Side::Buy, all.lowest, 10);
        limit(2, Side::Sell, all.highest, 10);
        limit(3, Side::Buy, 0, 10);
        limit(4, Side::Sell, 1, 10);
        QCOMPARE(top(Side::Buy), QString("0x10/1"));
        QCOMPARE(top(Side::Sell), QString("1x10/1"));
        cancel(3);
        cancel(4);
        QCOMPARE(top(Side::Buy), QString("-2147483646x10/1"));
        QCOMPARE(top(Side::Sell), QString("2147483645x10/1"));
        QCOMPARE(market(5, Side::Sell, 10), QString("accepted 5 sell 10@0; trade 10@-2147483646 maker 1 left 0 taker 5 left 0"));
    }

    void poolAndWindowGrowWithoutLosingOrders()
    {
        // Prices walk far beyond the first window in both directions while many orders stay.
        OrderId id = 0;
        for (Ticks step = 0; step < 6000; ++step) {
            limit(++id, Side::Buy, 100'000 - step * 17, 5);
            limit(++id, Side::Sell, 100'001 + step * 17, 5);
        }
        QCOMPARE(m_engine.liveOrders(), 12000U);
        QCOMPARE(m_engine.levelCount(m_book, Side::Buy), 6000U);
        QCOMPARE(m_engine.levelCount(m_book, Side::Sell), 6000U);
        QCOMPARE(top(Side::Buy), QString("100000x5/1"));
        market(++id, Side::Sell, 5 * 5999);
        QCOMPARE(top(Side::Buy), QString("-1983x5/1"));
        market(++id, Side::Buy, 5 * 5999);
        QCOMPARE(top(Side::Sell), QString("201984x5/1"));
    }

    void icebergShowsItsPiecesEachWithANewPlace()
    {
        m_engine.submit({.id = 1, .price = 100, .quantity = 25, .book = m_book, .side = Side::Sell, .display = 10}, m_log);
        limit(2, Side::Sell, 100, 5);
        taken();
        QCOMPARE(top(Side::Sell), QString("100x15/2"));
        QCOMPARE(limit(3, Side::Buy, 100, 12),
                 QString("accepted 3 buy 12@100; trade 10@100 maker 1 left 15 taker 3 left 2; refreshed 1 10; "
                         "trade 2@100 maker 2 left 3 taker 3 left 0"));
        QCOMPARE(m_engine.quantityAhead(1), std::uint64_t{3});
        QCOMPARE(limit(4, Side::Buy, 100, 18, TimeInForce::FillOrKill).left(23), QString("accepted 4 buy 18@100; "));
        QCOMPARE(m_engine.liveOrders(), 0U);
    }

    void postOnlyNeverTakes()
    {
        limit(1, Side::Sell, 100, 10);
        m_engine.submit({.id = 2, .price = 100, .quantity = 5, .book = m_book, .side = Side::Buy, .postOnly = true}, m_log);
        QCOMPARE(taken(), QString("accepted 2 buy 5@100; cancelled 2 5 would take"));
        m_engine.submit({.id = 3, .price = 99, .quantity = 5, .book = m_book, .side = Side::Buy, .postOnly = true}, m_log);
        QCOMPARE(taken(), QString("accepted 3 buy 5@99"));
    }

    void ownOrdersDoNotTradeWithEachOtherWhenPrevented_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("events");
        const QString trade = "accepted 3 buy 12@100; trade 5@100 maker 1 left 0 taker 3 left 7; ";
        QTest::newRow("newest") << 1 << trade + "cancelled 3 7 self trade";
        QTest::newRow("oldest") << 2 << trade + "cancelled 2 4 self trade";
        QTest::newRow("both") << 3 << trade + "cancelled 2 4 self trade; cancelled 3 7 self trade";
        QTest::newRow("decrement") << 4 << trade + "cancelled 2 4 self trade; cancelled 3 4 self trade";
    }
    void ownOrdersDoNotTradeWithEachOtherWhenPrevented()
    {
        QFETCH(int, mode);
        QFETCH(QString, events);
        m_engine.submit({.id = 1, .price = 100, .quantity = 5, .owner = 8, .book = m_book, .side = Side::Sell}, m_log);
        m_engine.submit({.id = 2, .price = 100, .quantity = 4, .owner = 7, .book = m_book, .side = Side::Sell}, m_log);
        taken();
        m_engine.submit({.id = 3, .price = 100, .quantity = 12, .owner = 7, .book = m_book, .side = Side::Buy,
                         .selfTrade = static_cast<SelfTrade>(mode)}, m_log);
        QCOMPARE(taken(), events);
    }

    void massCancelAndEndOfDayTakeOnlyTheirOrders()
    {
        m_engine.submit({.id = 1, .price = 100, .quantity = 5, .owner = 8, .book = m_book, .timeInForce = TimeInForce::Day}, m_log);
        m_engine.submit({.id = 2, .price = 101, .quantity = 5, .owner = 8, .book = m_book}, m_log);
        m_engine.submit({.id = 3, .price = 99, .quantity = 5, .owner = 9, .book = m_book, .timeInForce = TimeInForce::Day}, m_log);
        taken();
        m_engine.cancelAll(m_book, 8, m_log);
        QCOMPARE(taken(), QString("cancelled 2 5 requested; cancelled 1 5 requested"));
        m_engine.endDay(m_book, m_log);
        QCOMPARE(taken(), QString("cancelled 3 5 end of day"));
    }

    void equalBooksHaveEqualHashesWhateverTheirHistory()
    {
        limit(1, Side::Buy, 100, 10);
        limit(2, Side::Buy, 100, 20);
        const std::uint64_t before = m_engine.stateHash();
        limit(3, Side::Sell, 200, 20);
        QVERIFY(m_engine.stateHash() != before);
        cancel(3);
        QCOMPARE(m_engine.stateHash(), before);
    }
};

RIALTO_TEST(MatchingEngineTest)
#include "matching_engine_test.moc"
