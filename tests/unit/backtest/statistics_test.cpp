// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/sweep.h"
#include "support/test_main.h"

#include <cmath>

using namespace rialto;
using namespace rialto::backtest;

class BacktestStatisticsTest : public QObject {
    Q_OBJECT
private slots:
    // D. Bailey, M. Lopez de Prado, The Deflated Sharpe Ratio (2014), numerical example: an analyst's best of 100 trials over 1,250
    // days has an annual ratio of 2.5, skewness -3, kurtosis 10, variance of ratios 1/2 a year: SR0 0.1132 a day, DSR 0.9004.
    void deflatedSharpeGivesThePublishedExample()
    {
        const double variance = 0.5 / 250;
        const double maximum = expectedMaximumSharpe(variance, 100);
        QVERIFY2(std::fabs(maximum - 0.1132) < 5e-5, qPrintable(QString::number(maximum)));
        const double probability = probabilisticSharpe(2.5 / std::sqrt(250.0), maximum, 1250, -3, 10);
        QVERIFY2(std::fabs(probability - 0.9004) < 5e-5, qPrintable(QString::number(probability)));
    }
    // The same paper: with 46 trials the same discovery would have been accepted at 95 %.
    void fewerTrialsMakeTheSameRatioSignificant()
    {
        QVERIFY(probabilisticSharpe(2.5 / std::sqrt(250.0), expectedMaximumSharpe(0.5 / 250, 46), 1250, -3, 10) >= 0.95);
        QVERIFY(probabilisticSharpe(2.5 / std::sqrt(250.0), expectedMaximumSharpe(0.5 / 250, 50), 1250, -3, 10) < 0.95);
    }
    void figuresOfAKnownEquityAreThoseByHand()
    {
        // 100 -> 110 -> 99 -> 118.8: returns 10 %, -10 %, 20 %.
        BacktestResult result;
        const Currency usd = Currency::literal("USD");
        result.start = Money(10'000, usd);
        result.turnover = result.fees = result.taxes = Money::zero(usd);
        for (const auto& [day, equity] : {std::pair{0, 11'000}, {1, 9'900}, {2, 11'880}})
            result.days.push_back({Date(day), Money(equity, usd), Money(equity, usd), 0.5});
        const Figures f = figures(result);
        QCOMPARE(f.days, 3);
        QVERIFY(std::fabs(f.totalReturn - 0.188) < 1e-12);
        QVERIFY(std::fabs(f.maxDrawdown - 0.1) < 1e-12);
        const double mean = 0.2 / 3, deviation = std::sqrt(((0.1 - mean) * (0.1 - mean) + (-0.1 - mean) * (-0.1 - mean) + (0.2 - mean) * (0.2 - mean)) / 2);
        QVERIFY(std::fabs(f.sharpe - mean / deviation * std::sqrt(252.0)) < 1e-9);
        QVERIFY(std::fabs(f.exposure - 0.5) < 1e-12);
        QCOMPARE(f.bestDay, f.bestDay);
        QVERIFY(std::fabs(f.worstDay + 0.1) < 1e-12);
    }
    void tripsAreCountedByTheirProfit()
    {
        BacktestResult result;
        const Currency usd = Currency::literal("USD");
        result.start = Money(100'000, usd);
        result.turnover = Money::zero(usd);
        for (const int profit : {300, -100, -200, 500, 0}) {
            RoundTrip trip;
            trip.equity = Money(100'000, usd);
            trip.invested = Money(50'000, usd);
            trip.profit = Money(profit, usd);
            trip.costs = Money::zero(usd);
            trip.bars = 4;
            result.trips.push_back(trip);
        }
        result.trips.push_back(result.trips.front());
        result.trips.back().open = true; // does not count
        const Figures f = figures(result);
        QCOMPARE(f.trips, 5);
        QVERIFY(std::fabs(f.winRate - 0.4) < 1e-12);
        QVERIFY(std::fabs(f.profitFactor - 8.0 / 3) < 1e-12);
        QVERIFY(std::fabs(f.averageWin - 4) < 1e-12);
        QVERIFY(std::fabs(f.averageLoss - 1.5) < 1e-12);
        QVERIFY(std::fabs(f.expectancy - 1) < 1e-12);
        QCOMPARE(f.longestLosingRun, 2);
        const Resampled luck = resampleTrips(result, 2'000, 7);
        QVERIFY(luck.totalReturn[2] > 0 && luck.totalReturn[0] < luck.totalReturn[4]);
        QVERIFY(resampleTrips(result, 2'000, 7).totalReturn == luck.totalReturn);
    }
    void gridsAreEveryCombinationInExactSteps()
    {
        const auto grid = parameterGrid({"a=0.1:0.3:0.1", "b=x,y"});
        QVERIFY(grid.ok());
        QCOMPARE(grid->size(), std::size_t(6));
        QCOMPARE(QString::fromStdString((*grid)[1][0] + " " + (*grid)[1][1]), "a=0.1 b=y");
        QCOMPARE(QString::fromStdString((*grid)[5][0]), "a=0.3");
        for (const char* bad : {"a", "=1", "a=1:0:1", "a=1:2:0", "a=1:x:1", "a=1,,2", "a=1:2:3:4"})
            QVERIFY2(!parameterGrid({bad}).ok(), bad);
        QCOMPARE(QString::fromStdString(parameterGrid({"a=1:1000:1", "b=1:1000:1"}).error().code), "backtest.sweep-size");
    }
    void windowsWalkForwardWithoutOverlapOfTheTests()
    {
        std::vector<Date> days;
        for (int i = 0; i < 100; ++i)
            days.emplace_back(i);
        const auto windows = walkForwardWindows(days, 40, 20, false);
        QVERIFY(windows.ok());
        QCOMPARE(windows->size(), std::size_t(3));
        for (std::size_t i = 1; i < windows->size(); ++i)
            QVERIFY((*windows)[i].testFrom == (*windows)[i - 1].testUntil);
        QVERIFY((*windows)[0].trainFrom == Date(0).startUtc() && (*windows)[0].testFrom == Date(40).startUtc());
        QVERIFY((*walkForwardWindows(days, 40, 20, true))[2].trainFrom == Date(0).startUtc());
        QVERIFY(!walkForwardWindows(days, 95, 20, false).ok());
    }
};

RIALTO_TEST(BacktestStatisticsTest)
#include "statistics_test.moc"
