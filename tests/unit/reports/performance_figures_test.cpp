// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/performance.h"
#include "support/sample_statement.h"
#include "support/test_main.h"

using namespace rialto;
using namespace rialto::reports;

class PerformanceFiguresTest : public QObject {
    Q_OBJECT

    static ValuePoint at(const char* date, std::int64_t value, std::int64_t contributed)
    {
        const Currency usd = Currency::literal("USD");
        return {*Date::parse(date), Money(value * 100, usd), Money(contributed * 100, usd)};
    }

private slots:
    void figuresFollowFromTheSeries()
    {
        // 1000 gains 10 %, 900 join, then a fall of a quarter.
        const auto figures = performanceOf({at("2024-12-31", 1000, 1000), at("2025-06-30", 1100, 1000), at("2026-01-02", 2000, 1900), at("2026-12-31", 1500, 1900)},
            *Date::parse("2026-01-01"));
        QCOMPARE(figures.inception.text(), std::string("2024-12-31"));
        QCOMPARE(figures.sinceInceptionTwr->e8, std::int64_t(-17'500'000));
        QCOMPARE(figures.periodTwr->e8, std::int64_t(-25'000'000));
        QCOMPARE(figures.maxDrawdown->e8, std::int64_t(25'000'000));
        QCOMPARE(figures.drawdownPeak->text(), std::string("2026-01-02"));
        QCOMPARE(figures.drawdownTrough->text(), std::string("2026-12-31"));
        QCOMPARE(figures.sinceInceptionTwrAnnualised->e8, std::int64_t(-9'170'489)); // sqrt(0.825) - 1
        QVERIFY(figures.xirr->e8 < 0);
        QCOMPARE(figures.months.size(), std::size_t(4));
    }
    void lessThanAYearIsNotAnnualised()
    {
        const auto figures = performanceOf({at("2026-01-02", 100, 100), at("2026-03-02", 101, 100)}, *Date::parse("2026-01-01"));
        QVERIFY(!figures.sinceInceptionTwrAnnualised);
        QCOMPARE(figures.sinceInceptionTwr->e8, std::int64_t(1'000'000));
        QCOMPARE(figures.maxDrawdown->e8, std::int64_t(0));
    }
    void aBookThatHeldNothingHasNoFigures()
    {
        const auto figures = testing::emptyStatement().performance;
        QVERIFY(!figures.periodTwr && !figures.sinceInceptionTwr && !figures.xirr && !figures.maxDrawdown);
        QVERIFY(performanceOf({}, Date()) == PerformanceFigures());
    }
    void beyondMeasureIsNoFigure()
    {
        QVERIFY(!Rate::of(std::numeric_limits<double>::quiet_NaN()));
        QVERIFY(!Rate::of(1e12));
        QCOMPARE(Rate::of(-0.125)->e8, std::int64_t(-12'500'000));
    }
};

RIALTO_TEST(PerformanceFiguresTest)
#include "performance_figures_test.moc"
