// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/performance/annualisation.h"
#include "analytics/performance/drawdown.h"
#include "analytics/performance/modified_dietz.h"
#include "analytics/performance/return_series.h"
#include "analytics/performance/xirr.h"
#include "numerics/root_finder.h"
#include "support/test_main.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

using namespace rialto;
using namespace rialto::analytics;

namespace {

Date day(const char* text) { return *Date::parse(text); }

bool near(double a, double b, double tolerance)
{
    if (std::fabs(a - b) <= tolerance * std::max(1.0, std::fabs(b)))
        return true;
    qWarning("%.15g is not %.15g", a, b);
    return false;
}

std::string shared(const char* file) { return std::string(RIALTO_SHARED_DATA) + "/analytics/" + file; }

struct Months {
    std::vector<Date> dates;
    std::vector<double> portfolio;
    std::vector<double> benchmark;
};

Months baconMonths()
{
    Months months;
    std::ifstream file(shared("performance/portfolio_bacon.csv"));
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        std::string date, one, two;
        if (!std::getline(fields, date, ',') || !std::getline(fields, one, ',') || !std::getline(fields, two, ','))
            continue;
        months.dates.push_back(*Date::parse(date));
        months.portfolio.push_back(std::stod(one));
        months.benchmark.push_back(std::stod(two));
    }
    return months;
}

} // namespace

class PerformanceTest : public QObject {
    Q_OBJECT

private slots:
    void timeWeightedReturnIgnoresTheSizeOfFlows()
    {
        // 100 grows 10 %, 90 join at the start of day three, all grows 20 %: 1.1 x 1.2 - 1.
        const Valuation early[] = {{day("2026-01-01"), 100, 100}, {day("2026-01-02"), 110, 0}, {day("2026-01-03"), 240, 90}};
        QVERIFY(near(dailyReturns(early, FlowTiming::StartOfDay).back().index, 1.32, 1e-14));
        // The same flow at the end of day two instead.
        const Valuation late[] = {{day("2026-01-01"), 100, 100}, {day("2026-01-02"), 200, 90}, {day("2026-01-03"), 240, 0}};
        QVERIFY(near(dailyReturns(late, FlowTiming::EndOfDay).back().index, 1.32, 1e-14));
        QVERIFY(near(totalReturn(dailyReturns(late, FlowTiming::EndOfDay), day("2026-01-03"), day("2026-01-03")), 0.2, 1e-14));
        QCOMPARE(totalReturn({}, day("2026-01-03"), day("2026-01-03")), 0.0);
    }
    void aDayWithoutCapitalHasNoReturn()
    {
        const Valuation days[] = {{day("2026-01-01"), 50, 50}, {day("2026-01-02"), 0, -50}, {day("2026-01-03"), 0, 0}, {day("2026-01-04"), 22, 20}};
        const auto points = dailyReturns(days, FlowTiming::StartOfDay);
        QCOMPARE(points[1].rate, 0.0);
        QCOMPARE(points[2].rate, 0.0);
        QVERIFY(near(points[3].index, 1.1, 1e-14));
    }
    void monthsChainTheirDays()
    {
        const Date dates[] = {day("2026-01-30"), day("2026-01-31"), day("2026-02-01"), day("2027-02-01")};
        const double rates[] = {0.1, 0.1, -0.5, 0.25};
        const auto months = calendarMonths(indexOf(dates, rates));
        QCOMPARE(months.size(), std::size_t(3));
        QVERIFY(near(months[0].rate, 0.21, 1e-14));
        QVERIFY(near(months[1].rate, -0.5, 1e-14));
        QCOMPARE(months[2].year, 2027);
    }

    void modifiedDietzFollowsTheTextbookWeights()
    {
        // Value 74.2 to 104.4, 37.1 paid in on day 14 of 31: the flow works 17 days, or 18 when it comes in the morning.
        const DatedFlow flow[] = {{day("2026-01-14"), 37.1}};
        const auto late = modifiedDietz(day("2025-12-31"), 74.2, day("2026-01-31"), 104.4, flow);
        QVERIFY(near(*late, (104.4 - 74.2 - 37.1) / (74.2 + 37.1 * 17 / 31), 1e-14));
        const auto early = modifiedDietz(day("2025-12-31"), 74.2, day("2026-01-31"), 104.4, flow, FlowTiming::StartOfDay);
        QVERIFY(near(*early, (104.4 - 74.2 - 37.1) / (74.2 + 37.1 * 18 / 31), 1e-14));
        // Without flows it is the plain return; a flow on the last day, at its end, weighs nothing.
        QVERIFY(near(*modifiedDietz(day("2025-12-31"), 100, day("2026-01-31"), 103, {}), 0.03, 1e-14));
        const DatedFlow last[] = {{day("2026-01-31"), 50}};
        QVERIFY(near(*modifiedDietz(day("2025-12-31"), 100, day("2026-01-31"), 153, last), 0.03, 1e-14));
    }
    void modifiedDietzRefusesWhatItCannotAnswer()
    {
        const DatedFlow outside[] = {{day("2026-02-01"), 1}};
        QCOMPARE(modifiedDietz(day("2026-01-01"), 1, day("2026-01-31"), 1, outside).error().code, std::string("performance.flow-outside"));
        QCOMPARE(modifiedDietz(day("2026-01-01"), 1, day("2026-01-01"), 1, {}).error().code, std::string("performance.period"));
        QCOMPARE(modifiedDietz(day("2026-01-01"), 0, day("2026-01-31"), 1, {}).error().code, std::string("performance.no-capital"));
    }

    void xirrEqualsPublishedCases()
    {
        std::ifstream file(shared("money_weighted/xirr_cases_dev.json"));
        if (!file)
            QSKIP("the shared reference data is not on this machine");
        int seen = 0;
        for (const auto& one : nlohmann::json::parse(file)) {
            std::vector<DatedFlow> flows;
            for (const auto& flow : one["flows"])
                flows.push_back({*Date::parse(flow[0].get<std::string>()), flow[1].get<double>()});
            const auto result = xirr(flows);
            QVERIFY2(result.ok(), one["case"].get<std::string>().c_str());
            QVERIFY(near(result->rate, one["expected"].get<double>(), 1e-6));
            ++seen;
        }
        QVERIFY(seen >= 3);
    }
    void xirrEqualsTheSpreadsheetManualsExample()
    {
        // The example on the XIRR page of Microsoft Excel's manual.
        const DatedFlow flows[] = {{day("2008-01-01"), -10000}, {day("2008-03-01"), 2750}, {day("2008-10-30"), 4250}, {day("2009-02-15"), 3250}, {day("2009-04-01"), 2750}};
        QVERIFY(std::fabs(xirr(flows)->rate - 0.373362535) < 5e-9);
    }
    void xirrFindsEveryRoot()
    {
        // -1 + 2.3/(1+r) - 1.32/(1+r)^2 has the roots 10 % and 20 %.
        const DatedFlow flows[] = {{day("2025-01-01"), -100}, {day("2026-01-01"), 230}, {day("2027-01-01"), -132}};
        const auto result = xirr(flows);
        QCOMPARE(result->roots.size(), std::size_t(2));
        QVERIFY(near(result->roots[0], 0.1, 1e-12));
        QVERIFY(near(result->roots[1], 0.2, 1e-12));
        QVERIFY(near(xirr(flows, 0.05)->rate, 0.1, 1e-12));
        QVERIFY(near(xirr(flows, 0.9)->rate, 0.2, 1e-12));
    }
    void xirrReachesExtremeRates()
    {
        const DatedFlow nextDay[] = {{day("2026-01-01"), -100}, {day("2026-01-02"), 110}};
        QVERIFY(near(std::log1p(xirr(nextDay)->rate), 365 * std::log(1.1), 1e-12));
        const DatedFlow nearlyLost[] = {{day("2021-01-01"), -1e9}, {day("2023-01-01"), 1e-3}};
        QVERIFY(near(xirr(nearlyLost)->rate, 1e-6 - 1, 1e-12));
        const DatedFlow century[] = {{day("1926-01-01"), -1}, {day("2026-01-01"), 12000}};
        QVERIFY(near(xirr(century)->rate, std::pow(12000.0, 365.0 / (day("2026-01-01") - day("1926-01-01"))) - 1, 1e-12));
    }
    void xirrSaysWhyItHasNoAnswer()
    {
        const DatedFlow lost[] = {{day("2026-01-01"), -100}, {day("2026-06-01"), 0}};
        QCOMPARE(xirr(lost).error().code, std::string("performance.xirr-one-sided"));
        const DatedFlow sameDay[] = {{day("2026-01-01"), -100}, {day("2026-01-01"), 105}};
        QCOMPARE(xirr(sameDay).error().code, std::string("performance.xirr-one-day"));
        const DatedFlow never[] = {{day("2025-01-01"), 100}, {day("2026-01-01"), -10}, {day("2027-01-01"), 100}};
        QCOMPARE(xirr(never).error().code, std::string("performance.xirr-no-root"));
        const DatedFlow odd[] = {{day("2025-01-01"), std::nan("")}, {day("2026-01-01"), 1}};
        QCOMPARE(xirr(odd).error().code, std::string("performance.xirr-not-finite"));
        QCOMPARE(xirr({}).error().code, std::string("performance.xirr-one-sided"));
    }

    void monthlyMeasuresEqualTheReference_data()
    {
        QTest::addColumn<QString>("who");
        QTest::newRow("portfolio") << "portfolio";
        QTest::newRow("benchmark") << "benchmark";
    }
    void monthlyMeasuresEqualTheReference()
    {
        QFETCH(QString, who);
        std::ifstream file(shared("performance/portfolio_bacon_expected.json"));
        if (!file)
            QSKIP("the shared reference data is not on this machine");
        const auto expected = nlohmann::json::parse(file)[who.toStdString()];
        const Months months = baconMonths();
        const auto& rates = who == "portfolio" ? months.portfolio : months.benchmark;
        const auto points = indexOf(months.dates, rates);
        const auto value = [&](const char* key) { return expected[key].get<double>(); };
        QCOMPARE(rates.size(), expected["n"].get<std::size_t>());
        QVERIFY(near(points.back().index - 1, value("cumulative_return"), 1e-12));
        QVERIFY(near(annualisedGeometric(rates, 12), value("annualized_return_geometric"), 1e-12));
        QVERIFY(near(annualisedArithmetic(rates, 12), value("annualized_return_arithmetic"), 1e-12));
        QVERIFY(near(geometricMean(rates), value("mean_geometric"), 1e-12));
        QVERIFY(near(standardDeviation(rates), value("stddev_sample"), 1e-12));
        QVERIFY(near(annualisedVolatility(rates, 12), value("stddev_annualized"), 1e-12));
        QVERIFY(near(maxDrawdown(points)->depth, value("max_drawdown"), 1e-12));

        auto list = drawdowns(points);
        double sum = 0;
        for (const auto& one : list)
            sum += one.depth;
        QVERIFY(near(sum / static_cast<double>(list.size()), value("average_drawdown"), 1e-12));
        std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.depth > b.depth; });
        const auto& worst = expected["worst_drawdowns"];
        QCOMPARE(list.size(), worst.size());
        for (std::size_t i = 0; i < list.size(); ++i) {
            QVERIFY(std::fabs(-list[i].depth - worst[i]["depth"].get<double>()) < 5.1e-5);
            // Of a fall that has not ended the reference counts one month beyond the data.
            QCOMPARE(list[i].length, worst[i]["length"].get<int>() - (list[i].recovered ? 0 : 1));
            QCOMPARE(list[i].toTrough, worst[i]["to_trough"].get<int>());
            QCOMPARE(list[i].recovered.has_value(), !worst[i]["to"].is_null());
        }
    }
    void annualisationByDaysIsActual365()
    {
        QVERIFY(near(annualisedByDays(0.21, 730), 0.1, 1e-14));
        QVERIFY(near(annualisedByDays(0.1, 366, 366), 0.1, 1e-14));
        QCOMPARE(annualisedByDays(-1.0, 30), -1.0);
        QCOMPARE(annualisedByDays(0.05, 0), 0.05);
    }
    void standardDeviationNamesItsDegreesOfFreedom()
    {
        const double rates[] = {0.02, 0.04, 0.04, 0.04, 0.05, 0.05, 0.07, 0.09};
        QVERIFY(near(standardDeviation(rates, 0), 0.02, 1e-14));
        QVERIFY(near(standardDeviation(rates, 1), std::sqrt(0.0032 / 7), 1e-14));
        QCOMPARE(standardDeviation(std::span(rates, 1)), 0.0);
    }
    void anIndexThatOnlyRisesHasNoDrawdown()
    {
        const Date dates[] = {day("2026-01-01"), day("2026-01-02")};
        const double rates[] = {0.01, 0.0};
        QVERIFY(!maxDrawdown(indexOf(dates, rates)));
    }
    void aFallFromTheFirstPointCounts()
    {
        const Date dates[] = {day("2026-01-01"), day("2026-01-02"), day("2026-01-03")};
        const double rates[] = {-0.1, -0.1, 0.5};
        const auto worst = maxDrawdown(indexOf(dates, rates));
        QVERIFY(near(worst->depth, 0.19, 1e-14));
        QVERIFY(!worst->peak);
        QCOMPARE(worst->recovered->text(), std::string("2026-01-03"));
    }
    void rootFinderStaysInItsInterval()
    {
        QVERIFY(near(*numerics::findRoot([](double x) { return std::cos(x) - x; }, 0, 1, 1e-15), 0.7390851332151607, 1e-14));
        QVERIFY(near(*numerics::findRoot([](double x) { return x * x * x; }, -1, 3, 1e-12), 0.0, 1e-5));
        QVERIFY(!numerics::findRoot([](double x) { return x * x + 1; }, -1, 1, 1e-12));
        QVERIFY(!numerics::findRoot([](double) { return std::nan(""); }, -1, 1, 1e-12));
        QCOMPARE(*numerics::findRoot([](double x) { return x - 2; }, 2, 5, 1e-12), 2.0);
    }
};

RIALTO_TEST(PerformanceTest)
#include "performance_test.moc"
