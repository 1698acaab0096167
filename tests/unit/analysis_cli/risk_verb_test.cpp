// SPDX-License-Identifier: GPL-3.0-or-later
// `rialtoctl risk` against tables that others computed: every figure of the shared file, and what is printed in the examples of
// the PerformanceAnalytics manual, most of it from C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008);
// with four digits (cut off, not rounded): the snapshots of its test suite (2.1.0, tests/testthat/_snaps/all_snapshots.md).
#include "support/console.h"

#include <fstream>

using namespace rialto;
using namespace rialto::testing;

namespace {

// Bacon's example portfolio and benchmark, 24 months.
const QByteArray kBacon = "date,portfolio,benchmark\n"
    "2000-01-31,0.003,0.002\n2000-02-28,0.026,0.025\n2000-03-31,0.011,0.018\n2000-04-30,-0.010,-0.011\n2000-05-31,0.015,0.014\n2000-06-30,0.025,0.018\n"
    "2000-07-31,0.016,0.014\n2000-08-31,0.067,0.065\n2000-09-30,-0.014,-0.015\n2000-10-31,0.040,0.042\n2000-11-30,-0.005,-0.006\n2000-12-31,0.081,0.083\n"
    "2001-01-31,0.040,0.039\n2001-02-28,-0.037,-0.038\n2001-03-31,-0.061,-0.062\n2001-04-30,0.017,0.015\n2001-05-31,-0.049,-0.048\n2001-06-30,-0.022,0.021\n"
    "2001-07-31,0.070,0.060\n2001-08-31,0.058,0.056\n2001-09-30,-0.065,-0.067\n2001-10-31,0.024,0.019\n2001-11-30,-0.005,-0.003\n2001-12-31,-0.009,0\n";

} // namespace

class RiskVerbTest : public QObject {
    Q_OBJECT

    Console m_console;

    static int compare(const cli::Json& expected, const cli::Json& actual, const std::string& where, QStringList& wrong)
    {
        int compared = 0;
        for (const auto& [name, value] : expected.items()) {
            const std::string at = where + "/" + name;
            const cli::Json ours = actual.is_array() ? actual[std::stoul(name)] : actual.value(name, cli::Json());
            if (value.is_structured()) {
                compared += compare(value, ours, at, wrong);
            } else if (value.is_number()) {
                ++compared;
                if (!ours.is_number() || !testing::close(ours.get<double>(), value.get<double>(), 1e-6))
                    wrong << QString::fromStdString(at + ": " + ours.dump() + " instead of " + value.dump());
            } else if (value.is_null() && !ours.is_null()) {
                wrong << QString::fromStdString(at + " should be null");
            }
        }
        return compared;
    }

private slots:
    void everyFigureOfTheSharedTableComesOut()
    {
        std::ifstream file(sharedAnalytics("performance/portfolio_bacon_expected.json"));
        if (!file)
            QSKIP("the shared data is not here");
        const auto expected = cli::Json::parse(file);
        // Its days are one early (a time zone of the tool that wrote it), so days are compared by the test below.
        const auto answer = m_console.json({"risk", "--returns", sharedAnalytics("performance/portfolio_bacon.csv"), "--scale", "12"});
        QStringList wrong;
        QVERIFY(compare(expected, answer, "", wrong) > 120);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void printedValuesComeOut_data()
    {
        QTest::addColumn<QString>("figure");
        QTest::addColumn<double>("printed");
        QTest::addColumn<double>("half"); // half a unit of the last digit printed
        const auto row = [](const char* name, double printed, double half) { QTest::newRow(name) << QString(name) << printed << half; };
        row("adjusted_sharpe", 0.7913, 1e-4);
        row("bernardo_ledoit", 1.78, 5e-3);
        row("burke", 0.74, 5e-3);
        row("burke_modified", 3.65, 5e-3);
        row("d_ratio", 0.401, 5e-4);
        row("downside_deviation", 0.0255, 5e-5);
        row("downside_potential", 0.0137, 5e-5);
        row("downside_frequency", 0.458, 5e-4);
        row("upside_frequency", 0.542, 5e-4);
        row("upside_risk", 0.02937, 5e-6);
        row("upside_variance", 0.0008628, 5e-7); // printed in per cent
        row("upside_potential", 0.01771, 5e-6);
        row("kappa_2", 0.157, 5e-4);
        row("omega_sharpe", 0.29, 5e-3);
        row("pain_index", 0.04, 5e-3);
        row("martin_ratio", 1.70, 1e-2);
        row("volatility_skewness", 1.32, 5e-3);
        row("variability_skewness", 1.15, 5e-3);
        row("skewness_kurtosis_ratio", -0.034, 5e-4);
        row("mean_absolute_deviation", 0.0310, 1e-4);
        row("vs_benchmark/treynor_modified", 0.7806, 1e-4);
        row("vs_benchmark/modified_jensen", -0.0141, 1e-4);
        row("vs_benchmark/alternative_jensen", -0.1066, 1e-4);
        row("vs_benchmark/appraisal", -0.430, 5e-4);
        row("vs_benchmark/m_squared", 0.10062, 5e-6);
        row("vs_benchmark/m2_sortino", 0.1035, 5e-5);
        row("vs_benchmark/omega_excess_return", 0.0805, 5e-5);
        row("vs_benchmark/specific_risk", 0.0329, 5e-5);
        row("vs_benchmark/jensen_alpha", -0.014, 5e-4);
        row("vs_benchmark/epsilon", -0.013, 5e-4);
        row("vs_benchmark/fama_beta", 1.03, 5e-3);
        row("vs_benchmark/net_selectivity", -0.017, 1e-3);
    }
    void printedValuesComeOut()
    {
        QFETCH(QString, figure);
        QFETCH(double, printed);
        QFETCH(double, half);
        static cli::Json answer;
        if (answer.is_null())
            answer = m_console.json({"risk", "--returns", m_console.write("bacon.csv", kBacon), "--scale", "12", "--mar", "0.005"});
        const cli::Json* at = &answer["portfolio"];
        for (const QString& step : figure.split('/'))
            at = &(*at)[step.toStdString()];
        QVERIFY2(at->is_number() && std::fabs(at->get<double>() - printed) <= half * 1.0000001, at->dump().c_str());
    }
    void drawdownsNameTheirDaysAndLengths()
    {
        const auto answer = m_console.json({"risk", "--returns", m_console.write("bacon.csv", kBacon)});
        const auto& worst = answer["portfolio"]["worst_drawdowns"];
        QCOMPARE(worst.size(), std::size_t{4});
        QCOMPARE(worst[0]["from"].get<std::string>(), std::string("2001-02-28"));
        QCOMPARE(worst[0]["trough"].get<std::string>(), std::string("2001-06-30"));
        QVERIFY(worst[0]["to"].is_null() && worst[0]["recovery"].is_null());
        QCOMPARE(worst[1]["to"].get<std::string>(), std::string("2000-10-31"));
    }
    // HAM1 of the managers of PerformanceAnalytics in 1996, as printed in its manual and snapshots.
    void aPlainSeriesWithoutDatesIsReadToo()
    {
        const QByteArray ham1 = "HAM1\n0.0074\n0.0193\n0.0155\n-0.0091\n0.0076\n-0.0039\n-0.0231\n0.0395\n0.0147\n0.0288\n0.0156\n0.0176\n";
        const auto answer = m_console.json({"risk", "--returns", m_console.write("ham1.csv", ham1)});
        QVERIFY(std::fabs(answer["portfolio"]["bernardo_ledoit"].get<double>() - 4.598) < 5e-4);
        QVERIFY(std::fabs(answer["portfolio"]["d_ratio"].get<double>() - 0.0725) < 5e-5);
        QVERIFY(std::fabs(answer["portfolio"]["downside_frequency"].get<double>() - 0.25) < 5e-3);
        QVERIFY(std::fabs(answer["portfolio"]["kappa_2"].get<double>() - 1.4920) < 1e-4);
        QVERIFY(std::fabs(answer["portfolio"]["burke"].get<double>() - 4.7797) < 1e-4);
        QVERIFY(std::fabs(answer["portfolio"]["prospect_ratio"].get<double>() - 0.9737) < 1e-4);
        QVERIFY(std::fabs(answer["portfolio"]["adjusted_sharpe"].get<double>() - 1.9617) < 1e-4);
        QVERIFY(std::fabs(answer["portfolio"]["omega_sharpe"].get<double>() - 3.60) < 5e-3);
    }
    void contributionsAddUpToThePortfolio()
    {
        const auto answer = m_console.json({"risk", "--returns", m_console.write("bacon.csv", kBacon), "--weights", "portfolio=0.3,benchmark=0.7", "--rolling", "12"});
        for (const char* name : {"stddev", "VaR_gaussian", "ES_gaussian", "VaR_modified", "ES_modified", "ES_historical"}) {
            const auto& parts = answer["components"][name];
            double sum = 0;
            for (const auto& part : parts["parts"])
                sum += part["contribution"].get<double>();
            QVERIFY2(testing::close(sum, parts["total"].get<double>(), 1e-10), name);
        }
        QCOMPARE(answer["rolling"].size(), std::size_t{13});
    }
    void aPortfolioOfOneAssetHasThatAssetsRisk()
    {
        const auto answer = m_console.json({"risk", "--returns", m_console.write("bacon.csv", kBacon), "--weights", "portfolio=1"});
        for (const char* name : {"VaR_modified", "ES_modified"}) {
            // The series uses the n deviation, the contributions the n - 1: compare what remains after the mean.
            const double whole = answer["components"][name]["total"];
            QVERIFY(std::fabs(whole - answer["portfolio"][std::string(name) + "_0.95"].get<double>()) < 3e-3);
        }
    }
    void filesThatCannotBeUsedAreRefusedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("percent without sign") << QByteArray("date,r\n2001-01-31,-1.5\n2001-02-28,2\n") << "fractions";
        QTest::newRow("word") << QByteArray("date,r\n2001-01-31,0.1\n2001-02-28,x\n") << "line 3, column 'r'";
        QTest::newRow("twice") << QByteArray("date,r\n2001-01-31,0.1\n2001-01-31,0.2\n") << "2001-01-31 stands in the file twice";
        QTest::newRow("short") << QByteArray("date,r\n2001-01-31,0.1\n") << "two returns";
        QTest::newRow("cells") << QByteArray("date,r\n2001-01-31,0.1,3\n") << "line 2";
    }
    void filesThatCannotBeUsedAreRefusedWithTheirPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        QCOMPARE(m_console.run({"risk", "--returns", m_console.write("bad.csv", text)}), cli::kFailed);
        QVERIFY2(QString::fromStdString(m_console.error).contains(said), m_console.error.c_str());
    }
};

RIALTO_TEST(RiskVerbTest)
#include "risk_verb_test.moc"
