// SPDX-License-Identifier: GPL-3.0-or-later
#include "Charts/bar_pyramid.h"
#include "Charts/chart_view.h"
#include "Charts/time_marks.h"
#include "support/test_main.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

using namespace rialto::charts;

namespace {

std::vector<ChartBar> randomBars(std::size_t count, quint32 seed, std::int64_t stepMs = 60'000)
{
    std::vector<ChartBar> bars;
    quint32 state = seed;
    const auto draw = [&state] {
        state = state * 1664525u + 1013904223u;
        return double(state >> 8) / double(1u << 24);
    };
    for (std::size_t i = 0; i < count; ++i) {
        const double open = 90 + 20 * draw();
        const double close = 90 + 20 * draw();
        bars.push_back({std::int64_t(i) * stepMs, open, std::max(open, close) + draw(), std::min(open, close) - draw(), close, std::floor(draw() * 1000)});
    }
    return bars;
}

BarSpan bruteSpan(const std::vector<ChartBar>& bars, std::size_t from, std::size_t to)
{
    BarSpan span{bars[from].open, bars[from].high, bars[from].low, bars[to - 1].close, 0, 0};
    for (std::size_t i = from; i < to; ++i) {
        span.high = std::max(span.high, bars[i].high);
        span.low = std::min(span.low, bars[i].low);
        span.volume += bars[i].volume;
        span.maxVolume = std::max(span.maxVolume, bars[i].volume);
    }
    return span;
}

bool same(const BarSpan& a, const BarSpan& b)
{
    return a.open == b.open && a.high == b.high && a.low == b.low && a.close == b.close && a.volume == b.volume && a.maxVolume == b.maxVolume;
}

} // namespace

class ChartArithmeticTest : public QObject
{
    Q_OBJECT
private slots:
    void everyStretchSumsUpLikeALoopOverItsBars()
    {
        const auto bars = randomBars(1300, 3);
        BarPyramid pyramid;
        pyramid.assign(bars);
        quint32 state = 9;
        for (int i = 0; i < 20'000; ++i) {
            state = state * 1664525u + 1013904223u;
            const std::size_t a = (state >> 8) % 1300;
            state = state * 1664525u + 1013904223u;
            const std::size_t b = (state >> 8) % 1300;
            const std::size_t from = std::min(a, b);
            const std::size_t to = std::max(a, b) + 1;
            QVERIFY2(same(pyramid.span(from, to), bruteSpan(bars, from, to)), qPrintable(QStringLiteral("[%1, %2)").arg(from).arg(to)));
        }
    }

    void appendingBarByBarEqualsBuildingAtOnce()
    {
        const auto bars = randomBars(700, 4);
        BarPyramid grown;
        for (std::size_t i = 0; i < bars.size(); ++i) {
            grown.append(bars[i]);
            QVERIFY(same(grown.span(0, i + 1), bruteSpan(bars, 0, i + 1)));
            QVERIFY(same(grown.span(i / 3, i + 1), bruteSpan(bars, i / 3, i + 1)));
        }
    }

    void changingTheLastBarReachesEveryLevel()
    {
        auto bars = randomBars(600, 5);
        BarPyramid pyramid;
        pyramid.assign(bars);
        bars.back().high = 500;
        bars.back().volume = 1'000'000;
        pyramid.replaceLast(bars.back());
        QVERIFY(same(pyramid.span(0, 600), bruteSpan(bars, 0, 600)));
        bars.back().high = 130;
        pyramid.replaceLast(bars.back());
        QVERIFY(same(pyramid.span(1, 600), bruteSpan(bars, 1, 600)));
    }

    void aPlaceInTimeIsFoundBetweenBars()
    {
        BarPyramid pyramid;
        pyramid.assign(randomBars(10, 6));
        QCOMPARE(pyramid.firstAtOrAfter(-5), std::size_t(0));
        QCOMPARE(pyramid.firstAtOrAfter(120'000), std::size_t(2));
        QCOMPARE(pyramid.firstAtOrAfter(120'001), std::size_t(3));
        QCOMPARE(pyramid.firstAtOrAfter(600'000), std::size_t(10));
    }

    void zoomingKeepsTheBarUnderThePointer()
    {
        ChartView view{500, 8, 1000};
        const double bar = view.barAt(300);
        view.zoom(1.7, 300, 1000);
        QVERIFY(std::abs(view.barAt(300) - bar) < 1e-9);
        view.zoom(0.6, 300, 1000);
        QVERIFY(std::abs(view.barAt(300) - bar) < 1e-9);
    }

    void theViewNeverLosesTheBars()
    {
        ChartView view{500, 8, 1000};
        view.pan(1e9, 1000);
        QVERIFY(view.left() < 1000);
        view.pan(-1e9, 1000);
        QVERIFY(view.right >= 1);
        for (int i = 0; i < 200; ++i)
            view.zoom(0.5, 10, 1'000'000);
        QVERIFY(view.width / view.barWidth <= 1'060'000);
        for (int i = 0; i < 200; ++i)
            view.zoom(2, 10, 1'000'000);
        QCOMPARE(view.barWidth, ChartView::widest);
        view.clamp(0);
        QVERIFY(std::isfinite(view.right) && view.barWidth > 0);
    }

    void stepsAreRoundAndOnThePriceGrid()
    {
        QCOMPARE(roundStep(0.9, 2), 1.0);
        QCOMPARE(roundStep(1.1, 2), 2.0);
        QCOMPARE(roundStep(2.1, 2), 2.5);
        QCOMPARE(roundStep(3, 2), 5.0);
        QCOMPARE(roundStep(700, 2), 1000.0);
        QCOMPARE(roundStep(0.0001, 2), 0.01);
        // 2.5 ticks would fall between prices.
        QVERIFY(std::abs(roundStep(0.021, 2) - 0.05) < 1e-12);
    }

    void ticksLieWithinAndApart()
    {
        const auto ticks = priceTicks(181.3, 196.4, 460, 44, 2);
        QVERIFY(ticks.size() >= 4);
        QVERIFY(ticks.front() >= 181.3 && ticks.back() <= 196.4);
        for (std::size_t i = 1; i < ticks.size(); ++i)
            QVERIFY((ticks[i] - ticks[i - 1]) / (196.4 - 181.3) * 460 >= 44 - 1e-6);
        QVERIFY(priceTicks(5, 5, 460, 44, 2).empty());
        QVERIFY(priceTicks(-std::numeric_limits<double>::infinity(), 5, 460, 44, 2).empty());
    }

    void localTimeFollowsTheZoneThroughItsChanges()
    {
        const QTimeZone zone("America/New_York");
        if (!zone.isValid())
            QSKIP("the system has no time zone data");
        const ZoneClock clock(zone);
        for (std::int64_t moment = 1'577'836'800'000; moment < 1'640'995'200'000; moment += 3'600'000 * 7) {
            const QDateTime utc = QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
            QCOMPARE(clock.toLocalMs(moment), moment + zone.offsetFromUtc(utc) * 1000LL);
        }
    }

    void marksAreTheOpeningBarsOfTheirPeriods()
    {
        // Daily bars of 2019 to 2023 without weekends.
        std::vector<ChartBar> bars;
        for (QDate day(2019, 1, 1); day < QDate(2024, 1, 1); day = day.addDays(1))
            if (day.dayOfWeek() <= 5)
                bars.push_back({QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch(), 1, 1, 1, 1, 1});
        TimeMarks marks;
        marks.rebuild(bars, ZoneClock());
        const auto chosen = marks.choose(0, bars.size(), 40);
        QVERIFY(chosen.size() > 8);
        int years = 0;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            if (i > 0)
                QVERIFY(double(chosen[i].bar - chosen[i - 1].bar) >= 40);
            const QDate now = QDateTime::fromMSecsSinceEpoch(bars[chosen[i].bar].timeMs, Qt::UTC).date();
            const QDate before = QDateTime::fromMSecsSinceEpoch(bars[chosen[i].bar - 1].timeMs, Qt::UTC).date();
            if (chosen[i].rank == TimeMarks::Year) {
                QVERIFY(now.year() != before.year());
                ++years;
            } else if (chosen[i].rank <= TimeMarks::Month) {
                QVERIFY(now.month() != before.month() && now.year() == before.year());
            }
        }
        QCOMPARE(years, 4);
        const auto weeks = marks.choose(100, 130, 5);
        QVERIFY(std::any_of(weeks.begin(), weeks.end(), [](const TimeMarks::Mark& mark) { return mark.rank == TimeMarks::Week; }));
    }

    void axisTextsFollowTheirRankAndLanguage()
    {
        const std::int64_t moment = QDateTime(QDate(2023, 7, 3), QTime(9, 30), Qt::UTC).toMSecsSinceEpoch();
        QCOMPARE(TimeMarks::axisText(TimeMarks::Year, moment, QLocale(QLocale::English)), QStringLiteral("2023"));
        QCOMPARE(TimeMarks::axisText(TimeMarks::Month, moment, QLocale(QLocale::English)), QStringLiteral("Jul"));
        QCOMPARE(TimeMarks::axisText(TimeMarks::Month, moment, QLocale(QStringLiteral("zh_CN"))), QStringLiteral("7\u6708"));
        QCOMPARE(TimeMarks::axisText(TimeMarks::Week, moment, QLocale(QLocale::English)), QStringLiteral("3"));
        QCOMPARE(TimeMarks::axisText(TimeMarks::HalfHour, moment, QLocale(QLocale::English)), QStringLiteral("09:30"));
        QCOMPARE(TimeMarks::fullText(moment, true, QLocale(QStringLiteral("zh_CN"))), QStringLiteral("\u5468\u4e00 2023-07-03  09:30"));
    }
};

RIALTO_TEST(ChartArithmeticTest)
#include "chart_arithmetic_test.moc"
