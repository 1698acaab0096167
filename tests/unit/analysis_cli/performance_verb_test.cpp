// SPDX-License-Identifier: GPL-3.0-or-later
// Worked examples. C. Bacon, Practical Portfolio Performance Measurement and Attribution, exhibits of chapter 2: 74.2m at the
// start of January, 37.1m come in on the 14th when the portfolio is worth 67.0m, 104.4m at the end.
#include "support/console.h"

using namespace rialto;
using namespace rialto::testing;

class PerformanceVerbTest : public QObject {
    Q_OBJECT

    Console m_console;

    static constexpr const char* kEnds = "date,value\n2001-12-31,74.2\n2002-01-31,104.4\n";
    static constexpr const char* kWithFlowDay = "date,value\n2001-12-31,74.2\n2002-01-14,67.0\n2002-01-31,104.4\n";
    static constexpr const char* kFlow = "date,amount\n2002-01-14,37.1\n";

    cli::Json whole(const char* values, const char* flows, std::vector<std::string> more = {})
    {
        std::vector<std::string> arguments{"performance", "--values", m_console.write("values.csv", values), "--flows", m_console.write("flows.csv", flows)};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return m_console.json(arguments);
    }

private slots:
    void baconsExampleComesOut_data()
    {
        QTest::addColumn<QString>("timing");
        QTest::addColumn<QString>("figure");
        QTest::addColumn<double>("printed");
        QTest::newRow("simple Dietz") << "end" << "simple_dietz" << -0.0744;
        QTest::newRow("modified Dietz, end of day") << "end" << "modified_dietz" << -0.0730;
        QTest::newRow("modified Dietz, start of day") << "start" << "modified_dietz" << -0.0721;
    }
    void baconsExampleComesOut()
    {
        QFETCH(QString, timing);
        QFETCH(QString, figure);
        QFETCH(double, printed);
        const auto answer = whole(kEnds, kFlow, {"--flow-timing", timing.toStdString()});
        QVERIFY(std::fabs(answer["since_inception"][figure.toStdString()].get<double>() - printed) < 5.1e-5);
        QCOMPARE(answer["months"].size(), std::size_t{1});
        QVERIFY(!answer["warnings"].empty()); // the flow's day has no value
    }
    void theTimeWeightedReturnNeedsTheValueAtTheFlow()
    {
        const auto answer = whole(kWithFlowDay, kFlow, {"--value-time", "before-flows"});
        QVERIFY(std::fabs(answer["since_inception"]["twr"].get<double>() + 0.0944) < 5e-5);
        QVERIFY(answer["warnings"].empty());
        const auto after = whole("date,value\n2001-12-31,74.2\n2002-01-14,104.1\n2002-01-31,104.4\n", kFlow);
        QVERIFY(std::fabs(after["since_inception"]["twr"].get<double>() - answer["since_inception"]["twr"].get<double>()) < 1e-15);
    }
    void theMoneyWeightedReturnMakesTheFlowsWorthTheEnd()
    {
        const double r = whole(kEnds, kFlow)["since_inception"]["mwr"];
        QVERIFY(std::fabs(74.2 * (1 + r) + 37.1 * std::pow(1 + r, 17.0 / 31) - 104.4) < 1e-10);
    }
    void periodsChainToTheWholeAndFeesSeparateNetFromGross()
    {
        const auto answer = whole("date,value\n2023-01-31,100\n2023-02-28,102\n2023-03-31,101\n2023-06-30,110\n2024-01-31,120\n2024-02-29,121\n",
            "date,amount,type\n2023-02-28,-1,fee\n2023-06-30,5,deposit\n2024-01-31,2,withdrawal\n2024-02-29,1,income\n");
        for (const char* unit : {"months", "quarters", "years"}) {
            double net = 1;
            double gross = 1;
            for (const auto& period : answer[unit]) {
                net *= 1 + period["twr"].get<double>();
                gross *= 1 + period["gross"]["twr"].get<double>();
            }
            QVERIFY(std::fabs(net - 1 - answer["since_inception"]["twr"].get<double>()) < 1e-14);
            QVERIFY(std::fabs(gross - 1 - answer["since_inception"]["gross"]["twr"].get<double>()) < 1e-14);
        }
        // By hand: 1.02 x 101/102 x 105/101 x 122/110 x 121/120; gross has 103/100 in February.
        const double net = 1.02 * 101 / 102 * 105 / 101 * 122 / 110 * 121 / 120 - 1;
        QVERIFY(std::fabs(answer["since_inception"]["twr"].get<double>() - net) < 1e-14);
        QVERIFY(std::fabs(answer["since_inception"]["gross"]["twr"].get<double>() - ((1 + net) * 1.03 / 1.02 - 1)) < 1e-14);
        QCOMPARE(answer["quarters"].size(), std::size_t{3});
        QCOMPARE(answer["quarters"][0]["period"].get<std::string>(), std::string("2023-Q1"));
        QVERIFY(answer["months"][0]["twr_annualized"].is_null()); // GIPS: nothing below a year
        QVERIFY(std::fabs(answer["since_inception"]["twr_annualized"].get<double>() - (std::pow(1 + net, 365.0 / 394) - 1)) < 1e-14);
    }
    void aBenchmarkIsComparedOverTheSameDays()
    {
        const auto answer = whole("date,value\n2024-01-01,100\n2024-01-31,110\n", "date,amount\n", {"--benchmark", m_console.write("b.csv", "date,level\n2023-12-29,50\n2024-01-31,52\n")});
        QVERIFY(std::fabs(answer["since_inception"]["benchmark"]["return"].get<double>() - 0.04) < 1e-14);
        QVERIFY(std::fabs(answer["since_inception"]["benchmark"]["excess_geometric"].get<double>() - (1.1 / 1.04 - 1)) < 1e-14);
    }
    void anEmptyStartEarnsFromTheFirstDay()
    {
        const auto answer = whole("date,value\n2024-01-01,101\n2024-01-02,102.01\n", "date,amount\n2024-01-01,100\n", {"--starts-empty", "--flow-timing", "start"});
        QVERIFY(std::fabs(answer["since_inception"]["twr"].get<double>() - 0.0201) < 1e-14);
    }
    void filesThatCannotBeUsedAreRefused()
    {
        for (const auto& [values, flows, said] : {std::tuple{"date,value\n2024-01-01,100\n", "date,amount\n", "two valuations"},
                 {"date,value\n2024-01-01,100\n2024-01-01,101\n", "date,amount\n", "twice"}, {"date,value\n2024-01-01,100\n2024-01-02,\n", "date,amount\n", "line 3"},
                 {"date,value\n2024-01-01,100\n2024-01-02,101\n", "date,amount,type\n2024-01-02,1,gift\n", "no type of flow"}}) {
            QCOMPARE(m_console.run({"performance", "--values", m_console.write("v.csv", values), "--flows", m_console.write("f.csv", flows)}), cli::kFailed);
            QVERIFY2(m_console.error.find(said) != std::string::npos, m_console.error.c_str());
        }
    }
};

RIALTO_TEST(PerformanceVerbTest)
#include "performance_verb_test.moc"
