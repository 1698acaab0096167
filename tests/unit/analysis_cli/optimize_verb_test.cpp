// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/console.h"

#include <QFileInfo>

using namespace rialto;
using namespace rialto::testing;

class OptimizeVerbTest : public QObject {
    Q_OBJECT

    Console m_console;

    static std::string prices() { return sharedAnalytics("portfolio_optimisation/etf_prices_23.csv.gz"); }

private slots:
    void everyObjectiveGivesWeightsOnRealPrices_data()
    {
        QTest::addColumn<QString>("objective");
        QTest::addColumn<QString>("constraints");
        for (const char* each : {"min-variance", "max-sharpe", "mean-variance", "risk-parity", "hrp", "cvar"})
            QTest::newRow(each) << QString(each) << QString("long-only");
        QTest::newRow("bounded") << "min-variance" << "min=0.01;max=0.1";
        QTest::newRow("group") << "max-sharpe" << "max=0.3;group:gold(EEM+FXI)=0.1..0.2;asset:SPY=..0.05";
        QTest::newRow("turnover") << "min-variance" << "turnover=0.4";
        QTest::newRow("few") << "min-variance" << "cardinality=5";
    }
    void everyObjectiveGivesWeightsOnRealPrices()
    {
        if (!QFileInfo::exists(QString::fromStdString(prices())))
            QSKIP("the shared data is not here");
        QFETCH(QString, objective);
        QFETCH(QString, constraints);
        const auto answer = m_console.json({"optimize", "--prices", prices(), "--objective", objective.toStdString(), "--constraints", constraints.toStdString()});
        double sum = 0;
        for (const auto& [asset, weight] : answer["weights"].items()) {
            QVERIFY2(weight.get<double>() > -1e-8, asset.c_str());
            sum += weight.get<double>();
        }
        QVERIFY(std::fabs(sum - 1) < 1e-8);
        QCOMPARE(answer.contains("residuals"), objective != "hrp"); // hierarchical parity divides, it optimises nothing
        if (answer.contains("residuals"))
            for (const auto& [name, residual] : answer["residuals"].items())
                QVERIFY2(std::fabs(residual.get<double>()) < 1e-6, name.c_str());
        QVERIFY(!answer["conventions"].empty() && !answer["method"].get<std::string>().empty());
    }
    void viewsMoveThePortfolio()
    {
        if (!QFileInfo::exists(QString::fromStdString(prices())))
            QSKIP("the shared data is not here");
        const auto answer = m_console.json({"optimize", "--prices", prices(), "--objective", "black-litterman", "--view", "SPY=0.2", "--view", "XLE-XLF=0.05", "--frontier", "5"});
        QVERIFY(answer["black_litterman"]["posterior"]["SPY"].get<double>() > answer["black_litterman"]["prior"]["SPY"].get<double>());
        QCOMPARE(answer["frontier"].size(), std::size_t{5});
    }
    void whatCannotBeUsedIsRefusedInASentence()
    {
        const auto path = m_console.write("p.csv", "date,A,B\n2024-01-01,1,2\n2024-01-02,1.1,2.1\n2024-01-03,1.05,2.2\n");
        for (const auto& [constraint, said] : {std::pair{"max=0.3", "add up"}, {"asset:C=0..1", "'C'"}, {"nonsense", "known are"}, {"group:x(A=0..1", "group:"}}) {
            QCOMPARE(m_console.run({"optimize", "--prices", path, "--constraints", constraint}), cli::kFailed);
            QVERIFY2(m_console.error.find(said) != std::string::npos, m_console.error.c_str());
        }
        QCOMPARE(m_console.run({"optimize", "--prices", m_console.write("q.csv", "date,A\n2024-01-01,1\n2024-01-02,0\n")}), cli::kFailed);
        QVERIFY(m_console.error.find("positive") != std::string::npos);
        QCOMPARE(m_console.run({"optimize", "--prices", path, "--objective", "happiness"}), cli::kUsage);
    }
};

RIALTO_TEST(OptimizeVerbTest)
#include "optimize_verb_test.moc"
