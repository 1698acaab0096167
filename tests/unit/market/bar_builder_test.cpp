// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/bar_builder.h"
#include "support/test_main.h"

using namespace rialto;
using namespace rialto::market;

class BarBuilderTest : public QObject {
    Q_OBJECT

    static Timestamp at(std::int64_t seconds) { return Timestamp(seconds * kNanosPerSecond); }
    static Price price(const char* text) { return Price::literal(text); }

private slots:
    void tradesOfAMinuteMakeOneBar()
    {
        BarBuilder builder(BarInterval::Minute);
        const Date day = Date::of(2026, 1, 7);
        QVERIFY(!builder.add(at(65), price("10"), Quantity::of(1), day).finished);
        QVERIFY(!builder.add(at(70), price("12"), Quantity::of(2), day).finished);
        QVERIFY(!builder.add(at(119), price("9.5"), Quantity::of(3), day).finished);
        const Bar expected{at(60), price("10"), price("12"), price("9.5"), price("9.5"), Quantity::of(6)};
        QVERIFY(builder.current() == expected);
        const auto next = builder.add(at(240), price("11"), Quantity::of(1), day);
        QVERIFY(next.finished == expected);
        QVERIFY(builder.current()->start == at(240)); // the empty minutes between have no bar
        QVERIFY(builder.finish().has_value());
        QVERIFY(!builder.finish().has_value());
    }

    void aTradeOfAnEarlierIntervalIsLateAndNotCounted()
    {
        BarBuilder builder(BarInterval::Minute);
        builder.add(at(60), price("10"), Quantity::of(1), Date());
        const auto late = builder.add(at(59), price("99"), Quantity::of(1), Date());
        QVERIFY(late.late && !late.finished);
        QVERIFY(builder.current()->high == price("10"));
    }

    void daysFollowTheTradingDayNotTheClock()
    {
        BarBuilder builder(BarInterval::Day);
        const Date monday = Date::of(2026, 1, 5);
        // An evening session belongs to the next trading day.
        builder.add(monday.startUtc() + -7200 * kNanosPerSecond, price("10"), Quantity::of(1), monday);
        builder.add(monday.startUtc() + 3600 * kNanosPerSecond, price("11"), Quantity::of(1), monday);
        QVERIFY(builder.current()->start == monday.startUtc());
        QVERIFY(builder.current()->volume == Quantity::of(2));
    }

    void timesBeforeNineteenSeventyAreAlignedDownToo()
    {
        BarBuilder builder(BarInterval::Minute);
        builder.add(at(-1), price("1"), Quantity::of(1), Date());
        QVERIFY(builder.current()->start == at(-60));
    }

    void mergingKeepsTheFirstOpenAndTheLastClose()
    {
        const Bar first{at(0), price("10"), price("12"), price("9"), price("11"), Quantity::of(5)};
        const Bar second{at(60), price("11"), price("11.5"), price("8"), price("8.5"), Quantity::of(7)};
        QVERIFY((merged(first, second) == Bar{at(0), price("10"), price("12"), price("8"), price("8.5"), Quantity::of(12)}));
    }
};

RIALTO_TEST(BarBuilderTest)
#include "bar_builder_test.moc"
