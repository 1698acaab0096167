// SPDX-License-Identifier: GPL-3.0-or-later
// Phases, interruptions and fixed-price trading of the engine, and days of venues as their profiles tell them.
#include "matching/market_rules.h"
#include "matching/trading_session.h"
#include "support/matching_event_log.h"
#include "support/test_main.h"

using namespace rialto::matching;

class SessionTest : public QObject {
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
    QString phase(Phase phase, const PhaseTerms& terms = {})
    {
        m_engine.setPhase(0, phase, terms, m_log);
        return taken();
    }
    QString cancel(OrderId id)
    {
        m_engine.cancel(id, m_log);
        return taken();
    }
    static std::int32_t at(const char* time) { return *secondOfDay(time); }
    TradingSession session(const char* profile)
    {
        const MarketRules& rules = *venueProfile(profile);
        return {rules.day, m_engine, 0, {*uncrossRule(rules.openingRule.empty() ? "euronext" : rules.openingRule), std::nullopt, true}, 7};
    }
    QString advance(TradingSession& session, const char* time)
    {
        session.advanceTo(m_engine, at(time), m_log);
        return taken();
    }

private slots:
    void init()
    {
        m_engine = MatchingEngine(16);
        m_engine.addBook();
        taken();
    }

    void ordersRestUncrossedOutsideContinuousTrading()
    {
        for (const Phase closed : {Phase::PreOpen, Phase::OpeningCall, Phase::Halt, Phase::ClosingCall, Phase::VolatilityAuction}) {
            phase(closed);
            QCOMPARE(limit(1, Side::Buy, 101, 5), QString("accepted 1 buy 5@101"));
            QCOMPARE(limit(2, Side::Sell, 100, 5), QString("accepted 2 sell 5@100"));
            QCOMPARE(phase(Phase::Continuous), QString("phase continuous; trade 5@101 maker 1 left 0 taker 2 left 0"));
        }
    }

    void phaseTermsRefuseOrdersAndCancellations()
    {
        limit(1, Side::Buy, 99, 5);
        QCOMPARE(phase(Phase::OpeningCall, {.cancels = false}), QString("phase opening_call"));
        QCOMPARE(cancel(1), QString("rejected 1 not in this phase"));
        m_engine.reduce(1, 2, m_log);
        m_engine.replace({1, 1, 98, 5, QueuePlace::KeepWhenReduced}, m_log);
        m_engine.cancelAll(0, 0, m_log);
        QCOMPARE(taken(), QString("rejected 1 not in this phase; rejected 1 not in this phase; rejected 0 not in this phase"));
        QCOMPARE(limit(2, Side::Buy, 99, 5), QString("accepted 2 buy 5@99"));
        phase(Phase::Closed, {.orders = false, .cancels = true});
        QCOMPARE(limit(3, Side::Buy, 99, 5), QString("rejected 3 not in this phase"));
        QCOMPARE(cancel(1), QString("cancelled 1 5 requested"));
        phase(Phase::OpeningCall, {.marketOrders = false});
        QCOMPARE(submit({.id = 4, .quantity = 1, .kind = OrderKind::Market}), QString("rejected 4 not in this phase"));
    }

    void indicativePriceAndImbalanceAreTold()
    {
        phase(Phase::OpeningCall);
        limit(1, Side::Buy, 101, 10);
        limit(2, Side::Sell, 100, 4);
        m_engine.publishIndicative(0, {UncrossRule::Xetra, std::nullopt, true}, m_log);
        QCOMPARE(taken(), QString("indicative 4@101 surplus buy 6")); // buyers are left over at every price: the highest
        cancel(2);
        m_engine.publishIndicative(0, {UncrossRule::Xetra, std::nullopt, true}, m_log);
        QCOMPARE(taken(), QString("indicative none surplus 0"));
    }

    void atCloseOrdersWaitForTheirCallWhereThePhaseLetsThem()
    {
        phase(Phase::Continuous, {.auctionOrders = true});
        QCOMPARE(submit({.id = 1, .quantity = 5, .side = Side::Buy, .kind = OrderKind::Market, .timeInForce = TimeInForce::AtClose}),
                 QString("accepted 1 buy 5@0"));
        limit(2, Side::Sell, 100, 3);
        QVERIFY(m_engine.find(1)->waiting);
        QCOMPARE(phase(Phase::ClosingCall), QString("phase closing_call"));
        QVERIFY(!m_engine.find(1)->waiting);
        m_engine.setLastPrice(0, 99);
        m_engine.uncross(0, {}, m_log);
        QCOMPARE(taken(), QString("trade 3@100 maker 1 left 2 taker 2 left 0; cancelled 1 2 auction over"));
    }

    void leavingTheRangeTradesUpToItAndStartsAnAuction()
    {
        m_engine.setLastPrice(0, 100);
        m_engine.setPriceGuard(0, {GuardAction::Interrupt, 200, 0, std::nullopt});
        limit(1, Side::Sell, 101, 5);
        limit(2, Side::Sell, 102, 5);
        limit(3, Side::Sell, 103, 5);
        QCOMPARE(limit(4, Side::Buy, 105, 12),
                 QString("accepted 4 buy 12@105; trade 5@101 maker 1 left 0 taker 4 left 7; trade 5@102 maker 2 left 0 taker 4 left 2; "
                         "phase volatility_auction"));
        QCOMPARE(m_engine.find(4)->quantity, 2U); // rests, crossing, until the auction
        m_engine.uncross(0, {UncrossRule::Xetra, std::nullopt, true}, m_log);
        QCOMPARE(taken(), QString("trade 2@103 maker 4 left 0 taker 3 left 3"));
        QCOMPARE(phase(Phase::Continuous), QString("phase continuous"));
    }

    void rangeMovesWithTheLastPriceAndTheStaticOneWithTheAuction()
    {
        m_engine.setLastPrice(0, 1000);
        m_engine.setPriceGuard(0, {GuardAction::Interrupt, 100, 300, Ticks{1000}});
        QCOMPARE(m_engine.allowedRange(0).highest, 1010);
        limit(1, Side::Sell, 1010, 1);
        limit(2, Side::Buy, 1010, 1);
        QCOMPARE(m_engine.allowedRange(0).highest, 1020);
        m_engine.setLastPrice(0, 1029);
        QCOMPARE(m_engine.allowedRange(0).highest, 1030); // 3 % of the last auction's price, not 1039
        phase(Phase::OpeningCall);
        limit(3, Side::Sell, 1100, 1);
        limit(4, Side::Buy, 1100, 1);
        m_engine.uncross(0, {}, m_log);
        QCOMPARE(m_engine.allowedRange(0).highest, 1111); // both around 1100 now
        QCOMPARE(*m_engine.priceGuard(0).reference, 1100);
    }

    void ordersThatMayNotRestEndWithAnInterruption()
    {
        m_engine.setLastPrice(0, 100);
        m_engine.setPriceGuard(0, {GuardAction::Interrupt, 100, 0, std::nullopt});
        limit(1, Side::Sell, 105, 5);
        // A fill-or-kill order that would leave the range is given up before, and interrupts nothing.
        QCOMPARE(submit({.id = 2, .price = 105, .quantity = 5, .side = Side::Buy, .timeInForce = TimeInForce::FillOrKill}),
                 QString("accepted 2 buy 5@105; cancelled 2 5 not filled in full"));
        QCOMPARE(submit({.id = 3, .price = 105, .quantity = 5, .side = Side::Buy, .timeInForce = TimeInForce::ImmediateOrCancel}),
                 QString("accepted 3 buy 5@105; phase volatility_auction; cancelled 3 5 interrupted"));
    }

    void heldPricesRestAtTheEdgeOfTheBand()
    {
        m_engine.setPriceGuard(0, {.action = GuardAction::Hold, .lowest = 95, .highest = 105});
        QCOMPARE(limit(1, Side::Buy, 110, 5), QString("accepted 1 buy 5@110; repriced 1 5@105"));
        QCOMPARE(limit(2, Side::Sell, 90, 2), QString("accepted 2 sell 2@90; repriced 2 2@95; trade 2@105 maker 1 left 3 taker 2 left 0"));
        QCOMPARE(m_engine.best(0, Side::Buy)->price, 105);
        QCOMPARE(m_engine.phase(0), Phase::Continuous);
    }

    void closingPriceOrdersTradeByTimeAtTheLastPrice()
    {
        m_engine.setLastPrice(0, 100);
        phase(Phase::Continuous, {.auctionOrders = true});
        submit({.id = 1, .price = 102, .quantity = 5, .side = Side::Buy, .kind = OrderKind::ClosingPrice, .capped = true});
        submit({.id = 2, .price = 99, .quantity = 5, .side = Side::Buy, .kind = OrderKind::ClosingPrice, .capped = true});
        submit({.id = 3, .price = 90, .quantity = 3, .side = Side::Sell, .kind = OrderKind::ClosingPrice, .capped = true});
        limit(4, Side::Sell, 100, 50); // the book of the day takes no part
        QCOMPARE(phase(Phase::FixedPrice), QString("phase fixed_price; cancelled 2 5 worse than fixed; trade 3@100 maker 1 left 2 taker 3 left 0"));
        QCOMPARE(limit(5, Side::Buy, 101, 4), QString("accepted 5 buy 4@101"));
        QCOMPARE(limit(6, Side::Sell, 95, 5), QString("accepted 6 sell 5@95; trade 2@100 maker 1 left 0 taker 6 left 3; trade 3@100 maker 5 left 1 taker 6 left 0"));
        QCOMPARE(limit(7, Side::Sell, 101, 5), QString("accepted 7 sell 5@101; cancelled 7 5 worse than fixed"));
        QCOMPARE(submit({.id = 8, .price = 100, .quantity = 5, .side = Side::Sell, .display = 1}), QString("rejected 8 not in this phase"));
        QCOMPARE(phase(Phase::Closed), QString("phase closed; cancelled 5 1 auction over"));
        QVERIFY(m_engine.find(4).has_value());
    }

    void chineseDayFollowsItsRules()
    {
        TradingSession day = session("cn-star");
        QCOMPARE(advance(day, "09:14"), QString());
        QCOMPARE(limit(1, Side::Buy, 1000, 200), QString("accepted 1 buy 200@1000")); // nothing is due yet: the book is as it was made
        cancel(1);
        QCOMPARE(advance(day, "09:15"), QString("phase opening_call"));
        limit(2, Side::Buy, 1010, 500);
        limit(3, Side::Sell, 1000, 300);
        limit(4, Side::Sell, 1020, 300);
        QCOMPARE(cancel(4), QString("cancelled 4 300 requested"));
        QCOMPARE(advance(day, "09:20"), QString());
        QCOMPARE(cancel(2), QString("rejected 2 not in this phase"));
        QCOMPARE(advance(day, "09:25"), QString("trade 300@1010 maker 2 left 200 taker 3 left 0; phase closed"));
        QCOMPARE(limit(5, Side::Buy, 1010, 200), QString("rejected 5 not in this phase"));
        QCOMPARE(advance(day, "09:30"), QString("phase continuous"));
        QCOMPARE(submit({.id = 6, .price = 1030, .quantity = 200, .side = Side::Buy, .kind = OrderKind::ClosingPrice, .capped = true}), QString("accepted 6 buy 200@1030"));
        QCOMPARE(advance(day, "14:57"), QString("phase closed; phase continuous; phase closing_call"));
        limit(7, Side::Sell, 1010, 200);
        QCOMPARE(cancel(7), QString("rejected 7 not in this phase"));
        QCOMPARE(advance(day, "15:00"), QString("trade 200@1010 maker 2 left 0 taker 7 left 0; phase closed"));
        QCOMPARE(advance(day, "15:05"), QString("phase fixed_price"));
        QCOMPARE(submit({.id = 8, .price = 1000, .quantity = 250, .side = Side::Sell, .kind = OrderKind::ClosingPrice, .capped = true}),
                 QString("accepted 8 sell 250@1000; trade 200@1010 maker 6 left 0 taker 8 left 50"));
        QCOMPARE(advance(day, "16:00"), QString("phase closed; cancelled 8 50 auction over"));
        QCOMPARE(m_engine.liveOrders(), 0U);
    }

    void interruptionEndsAfterItsTimeOrWithTheNextCall()
    {
        TradingSession day = session("eu-xetra");
        m_engine.setLastPrice(0, 10'000);
        advance(day, "09:05");
        QCOMPARE(m_engine.phase(0), Phase::Continuous);
        limit(1, Side::Sell, 10'300, 5); // 3 % away, the range is 2 %
        limit(2, Side::Buy, 10'300, 5);
        QCOMPARE(taken(), QString());
        QCOMPARE(m_engine.phase(0), Phase::VolatilityAuction);
        QCOMPARE(advance(day, "09:06:59"), QString());
        const QString ended = advance(day, "09:07:30"); // two minutes, and up to thirty seconds
        QCOMPARE(ended, QString("trade 5@10300 maker 2 left 0 taker 1 left 0; phase continuous"));

        advance(day, "17:29");
        limit(3, Side::Sell, 10'700, 5);
        limit(4, Side::Buy, 10'700, 5);
        QCOMPARE(m_engine.phase(0), Phase::VolatilityAuction);
        QCOMPARE(advance(day, "17:31"), QString("phase closing_call")); // orders stay, the auction is the closing one
        QVERIFY(advance(day, "17:36").startsWith("trade 5@10700 maker 4 left 0 taker 3 left 0; phase fixed_price"));
    }

    void farAuctionPriceExtendsTheCallOnce()
    {
        TradingSession day = session("eu-xetra");
        m_engine.setLastPrice(0, 10'000);
        advance(day, "10:00");
        limit(1, Side::Sell, 11'000, 5);
        limit(2, Side::Buy, 11'000, 5);
        QCOMPARE(advance(day, "10:03"), QString());
        QCOMPARE(m_engine.phase(0), Phase::VolatilityAuction);
        QCOMPARE(advance(day, "10:08"), QString("trade 5@11000 maker 2 left 0 taker 1 left 0; phase continuous"));
    }

    void heldPriceBecomesAPause()
    {
        TradingSession day = session("us-nms-tier1");
        m_engine.setLastPrice(0, 100);
        advance(day, "10:00");
        PriceGuard bands = venueProfile("us-nms-tier1")->day.volatility.guard;
        bands.lowest = 95;
        bands.highest = 105;
        m_engine.setPriceGuard(0, bands);
        limit(1, Side::Buy, 120, 5);
        QCOMPARE(advance(day, "10:00:05"), QString());
        QCOMPARE(*day.nextChange(), at("10:00:20"));
        QCOMPARE(advance(day, "10:00:20"), QString("phase volatility_auction"));
        QCOMPARE(advance(day, "10:05:20"), QString("phase continuous"));
    }

    void haltStopsTheScheduleUntilItIsLifted()
    {
        TradingSession day = session("hk");
        advance(day, "09:45");
        day.halt(m_engine, m_log);
        QCOMPARE(taken(), QString("phase halt"));
        QCOMPARE(advance(day, "13:30"), QString());
        day.resume(m_engine, m_log);
        QCOMPARE(taken(), QString("phase volatility_auction"));
        QCOMPARE(advance(day, "13:31"), QString("phase continuous"));
    }

    void randomEndsStayWithinTheirBoundsAndDependOnTheDrawOnly()
    {
        const MarketRules& rules = *venueProfile("hk");
        std::set<std::int32_t> ends;
        for (std::uint64_t draw = 0; draw < 40; ++draw) {
            TradingSession day(rules.day, m_engine, 0, {}, draw);
            day.advanceTo(m_engine, at("09:20"), m_log);
            const TradingSession again(rules.day, 0, {}, day.state());
            QCOMPARE(again.nextChange(), day.nextChange());
            QVERIFY(*day.nextChange() >= at("09:20") && *day.nextChange() <= at("09:22"));
            ends.insert(*day.nextChange());
        }
        QVERIFY(ends.size() > 10);
    }

    void everyProfilesDayIsCompleteAndCited()
    {
        int days = 0;
        for (const MarketRules& rules : venueProfiles()) {
            for (const DayPhase& phase : rules.day.phases)
                QVERIFY2(phase.rule.size() > 20, rules.id.c_str());
            if (rules.day.phases.empty())
                continue;
            ++days;
            QVERIFY2(!rules.day.zone.empty() && rules.day.phases.back().phase == Phase::Closed, rules.id.c_str());
            TradingSession day = session(rules.id.c_str());
            day.advanceTo(m_engine, kSecondsPerDay - 1, m_log);
            QCOMPARE(m_engine.phase(0), Phase::Closed);
        }
        QCOMPARE(days, 10);
    }

    void damagedDaysAreRefused()
    {
        for (const char* text : {"", "[]", "{}", R"({"zone":"UTC","phases":[{"from":"9:00","phase":"halt","rule":""}]})",
                                 R"({"zone":"UTC","phases":[{"from":"09:00","phase":"nap","rule":""}]})",
                                 R"({"zone":"UTC","phases":[{"from":"10:00","phase":"halt","rule":""},{"from":"09:00","phase":"halt","rule":""}]})",
                                 R"({"zone":"UTC","phases":[],"volatility":{"action":"hold","seconds":-1,"rule":""}})"})
            QVERIFY2(!TradingDay::parse(text), text);
        QVERIFY(!secondOfDay("24:00") && !secondOfDay("12:60") && !secondOfDay("12-30") && secondOfDay("23:59:59") == 86399);
    }

    void snapshotKeepsPhaseRangeAndClosingOrders()
    {
        m_engine.setLastPrice(0, 100);
        m_engine.setPriceGuard(0, {GuardAction::Interrupt, 200, 500, Ticks{99}});
        phase(Phase::FixedPrice, {.marketOrders = false});
        limit(1, Side::Buy, 101, 4);
        auto copy = MatchingEngine::restored(m_engine.snapshot());
        QVERIFY(copy.has_value());
        QCOMPARE(copy->stateHash(), m_engine.stateHash());
        QCOMPARE(copy->phase(0), Phase::FixedPrice);
        QVERIFY(copy->priceGuard(0) == m_engine.priceGuard(0) && copy->phaseTerms(0) == m_engine.phaseTerms(0));
        const QString here = limit(2, Side::Sell, 100, 4);
        copy->submit({.id = 2, .price = 100, .quantity = 4, .side = Side::Sell}, m_log);
        QCOMPARE(taken(), here);
    }
};

RIALTO_TEST(SessionTest)
#include "session_test.moc"
