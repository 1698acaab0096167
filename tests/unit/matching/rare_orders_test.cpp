// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matching_engine.h"
#include "support/matching_event_log.h"
#include "support/test_main.h"

using namespace rialto::matching;

class RareOrdersTest : public QObject {
    Q_OBJECT

    MatchingEngine m_engine;
    rialto::testing::MatchingEventLog m_log;

    QString submit(const NewOrder& order)
    {
        m_engine.submit(order, m_log);
        return taken();
    }
    QString limit(OrderId id, Side side, Ticks price, Lots quantity) { return submit({.id = id, .price = price, .quantity = quantity, .side = side}); }
    QString taken() { return QString::fromStdString(m_log.take()); }
    Ticks priceOf(OrderId id) { return m_engine.find(id).value_or(OrderView{}).price; }

private slots:
    void init()
    {
        m_engine = MatchingEngine(16);
        m_engine.addBook();
    }

    void stopWaitsForTheLastTradeAndEntersAsMarketOrder()
    {
        limit(1, Side::Sell, 100, 5);
        limit(2, Side::Sell, 105, 5);
        QCOMPARE(submit({.id = 3, .quantity = 4, .side = Side::Buy, .kind = OrderKind::Stop, .trigger = 100}), QString("accepted 3 buy 4@0"));
        QCOMPARE(limit(4, Side::Buy, 100, 5),
                 QString("accepted 4 buy 5@100; trade 5@100 maker 1 left 0 taker 4 left 0; triggered 3 4 at 100; "
                         "trade 4@105 maker 2 left 1 taker 3 left 0"));
    }

    void touchedOrderWaitsForTheBetterSide()
    {
        m_engine.setLastPrice(0, 100);
        submit({.id = 1, .price = 95, .quantity = 4, .side = Side::Buy, .kind = OrderKind::LimitIfTouched, .trigger = 96});
        QCOMPARE(m_engine.waitingOrders(0), std::vector<OrderId>{1});
        limit(2, Side::Buy, 96, 1);
        QCOMPARE(limit(3, Side::Sell, 96, 1),
                 QString("accepted 3 sell 1@96; trade 1@96 maker 2 left 0 taker 3 left 0; triggered 1 4 at 96"));
        QCOMPARE(m_engine.best(0, Side::Buy)->price, 95);
    }

    void trailingStopFollowsAndNeverGoesBack()
    {
        m_engine.setLastPrice(0, 100);
        submit({.id = 1, .price = 85, .quantity = 4, .side = Side::Sell, .kind = OrderKind::TrailingStopLimit, .trigger = 90, .trailDistance = 10, .trailStep = 3});
        const auto trade = [&](OrderId id, Ticks price) {
            limit(id, Side::Sell, price, 1);
            limit(id + 1, Side::Buy, price, 1);
        };
        trade(10, 102);
        QCOMPARE(m_engine.specialTerms(1)->trigger, 90); // less than a step
        trade(20, 110);
        QCOMPARE(m_engine.specialTerms(1)->trigger, 100);
        QCOMPARE(m_engine.specialTerms(1)->price, 95); // the limit keeps its distance
        trade(30, 105);
        QCOMPARE(m_engine.specialTerms(1)->trigger, 100);
        trade(40, 100);
        QVERIFY(m_engine.waitingOrders(0).empty());
        QCOMPARE(priceOf(1), 95);
    }

    void marketToLimitRestsAtThePriceItTradedAt()
    {
        limit(1, Side::Buy, 15, 10);
        limit(2, Side::Buy, 12, 10);
        QCOMPARE(submit({.id = 3, .quantity = 25, .side = Side::Sell, .kind = OrderKind::MarketToLimit}),
                 QString("accepted 3 sell 25@0; trade 10@15 maker 1 left 0 taker 3 left 15; repriced 3 15@15"));
        QCOMPARE(m_engine.best(0, Side::Sell)->price, 15);
    }

    void hiddenOrdersAreNotShownAndTradeAfterTheShownOnes()
    {
        submit({.id = 1, .price = 100, .quantity = 5, .side = Side::Sell, .hidden = true});
        QVERIFY(!m_engine.best(0, Side::Sell));
        limit(2, Side::Sell, 100, 3);
        QCOMPARE(m_engine.best(0, Side::Sell)->quantity, std::uint64_t{3});
        QCOMPARE(limit(3, Side::Buy, 100, 4),
                 QString("accepted 3 buy 4@100; trade 3@100 maker 2 left 0 taker 3 left 1; trade 1@100 maker 1 left 4 taker 3 left 0"));
    }

    void pegsFollowTheBestPriceUpToTheirCap()
    {
        limit(1, Side::Buy, 115, 200);
        submit({.id = 2, .price = 116, .quantity = 150, .side = Side::Buy, .kind = OrderKind::Pegged, .capped = true});
        submit({.id = 3, .quantity = 70, .side = Side::Buy, .kind = OrderKind::Pegged});
        QCOMPARE(priceOf(2), 115);
        QCOMPARE(limit(4, Side::Buy, 117, 10), QString("accepted 4 buy 10@117; repriced 2 150@116; repriced 3 70@117"));
        limit(5, Side::Sell, 120, 1);
        submit({.id = 6, .quantity = 1, .side = Side::Sell, .kind = OrderKind::Pegged, .pegTo = PegTo::Middle});
        QCOMPARE(priceOf(6), 119); // (117 + 120) / 2, away from the buyers
        m_engine.cancel(1, m_log);
        m_engine.cancel(4, m_log);
        QVERIFY(!m_engine.find(2) && !m_engine.find(3) && !m_engine.find(6)); // nothing left to follow
    }

    void allOrNoneTradesWholeOrWaits()
    {
        submit({.id = 1, .price = 100, .quantity = 10, .side = Side::Sell, .allOrNone = true});
        QCOMPARE(limit(2, Side::Buy, 100, 6), QString("accepted 2 buy 6@100"));
        QCOMPARE(limit(3, Side::Buy, 101, 4),
                 QString("accepted 3 buy 4@101; trade 4@100 maker 3 left 0 taker 1 left 6; trade 6@100 maker 2 left 0 taker 1 left 0"));
        QCOMPARE(m_engine.liveOrders(), 0U);
    }

    void allOrNoneIsNotSplitBehindAnIcebergThatRefreshes()
    {
        submit({.id = 1, .price = 99, .quantity = 10, .side = Side::Buy, .allOrNone = true});
        QCOMPARE(submit({.id = 2, .price = 99, .quantity = 12, .side = Side::Sell, .allOrNone = true}), QString("accepted 2 sell 12@99"));
        // Ten come before the ten of order 1: no way to twelve, although two are shown.
        QCOMPARE(submit({.id = 3, .price = 100, .quantity = 10, .side = Side::Buy, .display = 2}), QString("accepted 3 buy 10@100"));
        QCOMPARE(limit(4, Side::Buy, 100, 2),
                 QString("accepted 4 buy 2@100; trade 2@99 maker 3 left 8 taker 2 left 10; refreshed 3 2; "
                         "trade 2@99 maker 4 left 0 taker 2 left 8; trade 2@99 maker 3 left 6 taker 2 left 6; refreshed 3 2; "
                         "trade 2@99 maker 3 left 4 taker 2 left 4; refreshed 3 2; trade 2@99 maker 3 left 2 taker 2 left 2; refreshed 3 2; "
                         "trade 2@99 maker 3 left 0 taker 2 left 0"));
        QCOMPARE(m_engine.queue(0, Side::Buy), std::vector<OrderId>{1});
    }

    void unpricedOrdersThatOutliveACallStayOnTheirSide()
    {
        m_engine.startCall(0);
        submit({.id = 1, .quantity = 5, .side = Side::Buy, .kind = OrderKind::Market, .rests = true});
        submit({.id = 2, .quantity = 3, .side = Side::Sell, .kind = OrderKind::Market, .rests = true});
        limit(3, Side::Sell, 100, 4);
        m_engine.endCall(0, m_log);
        QCOMPARE(taken(), QString()); // neither a buyer's limit nor a last trade to price them
        QCOMPARE(m_engine.queue(0, Side::Buy), std::vector<OrderId>{1});
        QCOMPARE(m_engine.queue(0, Side::Sell), (std::vector<OrderId>{2, 3}));
        m_engine.cancel(1, m_log);
        QVERIFY(!m_engine.best(0, Side::Buy));
        QCOMPARE(m_engine.best(0, Side::Sell)->orders, 1U);
        taken();
        QCOMPARE(limit(4, Side::Sell, 50, 1), QString("accepted 4 sell 1@50")); // not with another seller
        QCOMPARE(limit(5, Side::Buy, 100, 8),
                 QString("accepted 5 buy 8@100; trade 3@50 maker 2 left 0 taker 5 left 5; trade 1@50 maker 4 left 0 taker 5 left 4; "
                         "trade 4@100 maker 3 left 0 taker 5 left 0"));
        QCOMPARE(m_engine.liveOrders(), 0U);
    }

    void minimumQuantityIsTakenAtOnceOrTheOrderIsGivenUp()
    {
        limit(1, Side::Sell, 100, 5);
        QCOMPARE(submit({.id = 2, .price = 100, .quantity = 20, .side = Side::Buy, .minimum = 6}),
                 QString("accepted 2 buy 20@100; cancelled 2 20 below minimum"));
        QCOMPARE(submit({.id = 3, .price = 100, .quantity = 20, .side = Side::Buy, .minimum = 5}),
                 QString("accepted 3 buy 20@100; trade 5@100 maker 1 left 0 taker 3 left 15"));
    }

    void slidingPostOnlyStopsOneTickBehind()
    {
        limit(1, Side::Sell, 100, 5);
        QCOMPARE(submit({.id = 2, .price = 103, .quantity = 5, .side = Side::Buy, .slides = true}), QString("accepted 2 buy 5@103; repriced 2 5@99"));
    }

    void marketOrderStopsAtItsSlippage()
    {
        limit(1, Side::Sell, 100, 5);
        limit(2, Side::Sell, 102, 5);
        limit(3, Side::Sell, 103, 5);
        QCOMPARE(submit({.id = 4, .quantity = 20, .side = Side::Buy, .kind = OrderKind::Market, .slippage = 2}),
                 QString("accepted 4 buy 20@0; trade 5@100 maker 1 left 0 taker 4 left 15; trade 5@102 maker 2 left 0 taker 4 left 10; "
                         "cancelled 4 10 not filled at once"));
    }

    void goodTillDateEndsWithItsDate()
    {
        submit({.id = 1, .price = 100, .quantity = 5, .side = Side::Sell, .timeInForce = TimeInForce::GoodTillDate, .expiry = 20});
        m_engine.expire(0, 19, m_log);
        QCOMPARE(taken(), QString());
        m_engine.expire(0, 20, m_log);
        QCOMPARE(taken(), QString("cancelled 1 5 expired"));
    }

    void proRataSharesByShownSizeAndGivesTheRestInTime()
    {
        m_engine.setAllocation(0, Allocation::ProRata);
        limit(1, Side::Sell, 100, 50);
        limit(2, Side::Sell, 100, 30);
        limit(3, Side::Sell, 100, 20);
        // 7 x 50/100 = 3, 7 x 30/100 = 2, 7 x 20/100 = 1, one left for the first
        QCOMPARE(limit(4, Side::Buy, 100, 7),
                 QString("accepted 4 buy 7@100; trade 4@100 maker 1 left 46 taker 4 left 3; trade 2@100 maker 2 left 28 taker 4 left 1; "
                         "trade 1@100 maker 3 left 19 taker 4 left 0"));
    }

    void callCollectsAndTheAuctionTradesAtOnePrice()
    {
        m_engine.startCall(0);
        limit(1, Side::Buy, 102, 10);
        limit(2, Side::Sell, 100, 4);
        submit({.id = 3, .quantity = 8, .side = Side::Sell, .kind = OrderKind::Market, .timeInForce = TimeInForce::AtOpen});
        QCOMPARE(submit({.id = 4, .price = 1, .quantity = 8, .side = Side::Sell, .timeInForce = TimeInForce::ImmediateOrCancel}),
                 QString("rejected 4 not in this phase"));
        taken();
        // From 100 to 102 ten trade and two sells are left over: sellers press the price to the lowest.
        const auto result = m_engine.uncross(0, {UncrossRule::Euronext, std::nullopt, true}, m_log);
        QCOMPARE(result.price, std::optional<Ticks>(100));
        QCOMPARE(taken(), QString("trade 8@100 maker 1 left 2 taker 3 left 0; trade 2@100 maker 1 left 0 taker 2 left 2"));
        m_engine.endCall(0, m_log);
        QCOMPARE(m_engine.best(0, Side::Sell)->quantity, std::uint64_t{2});
        QCOMPARE(submit({.id = 5, .price = 1, .quantity = 8, .side = Side::Sell, .timeInForce = TimeInForce::AtClose}), QString("rejected 5 not in this phase"));
    }

    void contradictingTermsAreRefused()
    {
        QCOMPARE(submit({.id = 1, .price = 1, .quantity = 8, .allOrNone = true, .display = 2}), QString("rejected 1 bad combination"));
        QCOMPARE(submit({.id = 1, .quantity = 8, .kind = OrderKind::TrailingStop}), QString("rejected 1 bad combination"));
        QCOMPARE(submit({.id = 1, .price = 1, .quantity = 8, .hidden = true, .display = 2}), QString("rejected 1 bad combination"));
    }
};

RIALTO_TEST(RareOrdersTest)
#include "rare_orders_test.moc"
