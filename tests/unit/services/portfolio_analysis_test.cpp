// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/portfolio_analysis.h"
#include "support/test_main.h"

#include <cmath>

using namespace rialto;

namespace {

Money usd(std::int64_t cents) { return Money(cents, Currency::literal("USD")); }

/// One value a day from Monday 2024-01-01 on; weekends repeat the Friday.
std::vector<reports::ValuePoint> seriesOf(const std::vector<std::int64_t>& cents, std::int64_t contributed)
{
    std::vector<reports::ValuePoint> series;
    Date date = Date::of(2024, 1, 1);
    for (const std::int64_t value : cents) {
        while (date.isWeekend())
            series.push_back({date, series.back().value, series.back().netContributions}), date = date + 1;
        series.push_back({date, usd(value), usd(contributed)});
        date = date + 1;
    }
    return series;
}

} // namespace

class PortfolioAnalysisTest : public QObject {
    Q_OBJECT

    static void close(std::optional<double> actual, double expected)
    {
        QVERIFY(actual.has_value());
        QVERIFY2(std::abs(*actual - expected) < 1e-12, qPrintable(QString::number(*actual, 'g', 15)));
    }

private slots:
    // By hand: days of 0, +10 %, -5 %, +2 %, 0 on 1000.00.
    void figuresAreThoseOfTheFormulas()
    {
        const auto analysis = analysePortfolio(seriesOf({100'000, 110'000, 104'500, 106'590, 106'590}, 100'000), Date());
        QCOMPARE(analysis.points.size(), std::size_t(5));
        close(analysis.totalReturn, 0.0659);
        const double mean = (0.10 - 0.05 + 0.02) / 5;
        const double squares = mean * mean * 2 + (0.10 - mean) * (0.10 - mean) + (-0.05 - mean) * (-0.05 - mean) + (0.02 - mean) * (0.02 - mean);
        close(analysis.volatility, std::sqrt(squares / 4 * 252));
        close(analysis.downsideDeviation, std::sqrt(0.05 * 0.05 / 5 * 252));
        close(analysis.sharpe, mean * 252 / std::sqrt(squares / 4 * 252));
        close(analysis.valueAtRisk, -0.05 * 0.8); // a fifth of the way from the worst day to the next, which is 0
        close(analysis.expectedShortfall, -0.05);
        QCOMPARE(analysis.falls.size(), std::size_t(1));
        close(analysis.falls.front().depth, 0.05);
        QVERIFY(!analysis.falls.front().recovered.has_value());
        close(analysis.underWater.back(), 1.0659 / 1.1 - 1);
        QVERIFY(!analysis.annualReturn.has_value()); // less than a year
    }

    void weekendsAreNoDaysAndTheirFlowsAreNotLost()
    {
        auto series = seriesOf({100'000, 100'000, 100'000, 100'000, 100'000, 210'000}, 100'000);
        for (auto& point : series)
            if (Date::of(2024, 1, 6) <= point.date) { // 1,000.00 paid in on Saturday
                point.netContributions = usd(200'000);
                if (point.date.isWeekend())
                    point.value = usd(200'000);
            }
        const auto analysis = analysePortfolio(series, Date());
        QCOMPARE(analysis.points.size(), std::size_t(6));
        close(analysis.totalReturn, 0.05);
    }

    void aPeriodBeginsAnewAtOne()
    {
        const auto series = seriesOf({100'000, 200'000, 220'000, 209'000}, 100'000);
        const auto analysis = analysePortfolio(series, Date::of(2024, 1, 3));
        close(analysis.totalReturn, 1.1 * 0.95 - 1);
        QCOMPARE(analysis.points.size(), std::size_t(2));
    }

    void tooFewDaysSayNothing()
    {
        QVERIFY(!analysePortfolio({}, Date()).totalReturn.has_value());
        QVERIFY(!analysePortfolio(seriesOf({100'000}, 100'000), Date()).totalReturn.has_value());
    }
};

RIALTO_TEST(PortfolioAnalysisTest)
#include "portfolio_analysis_test.moc"
