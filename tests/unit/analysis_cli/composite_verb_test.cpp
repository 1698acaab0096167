// SPDX-License-Identifier: GPL-3.0-or-later
// Composites against a table worked by hand with the formulas of the GIPS Handbook.
#include "support/console.h"

using namespace rialto;
using testing::Console;

class CompositeVerbTest : public QObject {
    Q_OBJECT

    /// Twelve months of portfolios that earn once, in January, and stand still afterwards: annual returns are January's.
    static QByteArray yearOf(const std::vector<std::pair<double, double>>& rateAndValue, int number)
    {
        QByteArray text;
        for (std::size_t i = 0; i < rateAndValue.size(); ++i) {
            const auto [rate, value] = rateAndValue[i];
            for (int month = 1; month <= 12; ++month)
                text += QStringLiteral("P%1,%2-%3,%4,%5\n").arg(i + 1).arg(number).arg(month, 2, 10, QLatin1Char('0')).arg(month == 1 ? rate : 0.0, 0, 'g', 12).arg(month == 1 ? value : value * (1 + rate), 0, 'f', 4).toUtf8();
        }
        return text;
    }

private slots:
    void dispersionOfAYear()
    {
        Console console;
        // Returns 2, 4, 6, 8, 10 and 12 %, the last with as much money as the others together.
        const std::vector<std::pair<double, double>> rows{{0.02, 100}, {0.04, 100}, {0.06, 100}, {0.08, 100}, {0.10, 100}, {0.12, 500}};
        const auto file = console.write("c.csv", "portfolio,month,return,begin_value\n" + yearOf(rows, 2023));
        const auto json = console.json({"composite", file, "--ddof", "0"});
        QCOMPARE(json["years"].size(), std::size_t(1));
        const auto& one = json["years"][0];
        // Mean of the first five is 6 %: 0.5 x 6 % + 0.5 x 12 %.
        QVERIFY(testing::close(one["return"].get<double>(), 0.09, 1e-12));
        const auto& dispersion = one["dispersion"];
        // Equal weights around 7 %: squares 25+9+1+1+9+25 = 70 over 6.
        QVERIFY(testing::close(dispersion["equal_weighted_stdev"].get<double>(), std::sqrt(70.0 / 6) / 100, 1e-12));
        // By assets around 9 %: 0.1 x (49+25+9+1+1) + 0.5 x 9 = 13.
        QVERIFY(testing::close(dispersion["asset_weighted_stdev"].get<double>(), std::sqrt(13.0) / 100, 1e-12));
        QVERIFY(testing::close(dispersion["range"].get<double>(), 0.10, 1e-12));
        QVERIFY(testing::close(dispersion["lower_quartile"].get<double>(), 0.045, 1e-12));
        QVERIFY(dispersion["required"].get<bool>());
        QCOMPARE(one["portfolios_whole_year"].get<int>(), 6);
        const auto sample = console.json({"composite", file});
        QVERIFY(testing::close(sample["years"][0]["dispersion"]["equal_weighted_stdev"].get<double>(), std::sqrt(70.0 / 5) / 100, 1e-12));
    }
    void whoJoinsLaterCountsInTheMonthsAndNotInTheDispersion()
    {
        Console console;
        QByteArray text = "portfolio,month,return,begin_value\n" + yearOf({{0.02, 100}, {0.04, 100}}, 2023);
        text += "NEW,2023-06,10%,200\n";
        const auto json = console.json({"composite", console.write("c.csv", text)});
        const auto& one = json["years"][0];
        QCOMPARE(one["portfolios_whole_year"].get<int>(), 2);
        QVERIFY(!one["dispersion"]["required"].get<bool>());
        // June: 102 + 104 stand still, 200 earn 10 %.
        QVERIFY(testing::close(json["months"][5]["return"].get<double>(), 200.0 / 406 * 0.1, 1e-12));
        QVERIFY(testing::close(one["return"].get<double>(), 1.03 * (1 + 200.0 / 406 * 0.1) - 1, 1e-12));
    }
    void threeYearsOfMonthsGiveTheDeviation()
    {
        Console console;
        QByteArray text = "portfolio,month,return,begin_value,end_value\n";
        for (int month = 0; month < 36; ++month)
            text += QStringLiteral("A,%1-%2,%3,100,101\n").arg(2021 + month / 12).arg(month % 12 + 1, 2, 10, QLatin1Char('0')).arg(month % 2 == 0 ? "0.01" : "-0.01").toUtf8();
        const auto json = console.json({"composite", console.write("c.csv", text), "--ddof", "0"});
        QVERIFY(json["years"][1]["stdev_3_years"].is_null());
        QVERIFY(testing::close(json["years"][2]["stdev_3_years"].get<double>(), 0.01 * std::sqrt(12.0), 1e-12));
        QVERIFY(testing::close(json["years"][2]["assets_end"].get<double>(), 101, 1e-12));
    }
    void damagedTablesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("header only") << QByteArray("portfolio,month,return,begin_value\n");
        QTest::newRow("no values") << QByteArray("portfolio,month,return\nA,2023-01,0.1\n");
        QTest::newRow("twice") << QByteArray("portfolio,month,return,begin_value\nA,2023-01,0.1,1\nA,2023-01,0.2,1\n");
        QTest::newRow("gap") << QByteArray("portfolio,month,return,begin_value\nA,2023-01,0.1,1\nA,2023-03,0.2,1\n");
        QTest::newRow("more than all lost") << QByteArray("portfolio,month,return,begin_value\nA,2023-01,-1.1,1\n");
        QTest::newRow("worth nothing") << QByteArray("portfolio,month,return,begin_value\nA,2023-01,0.1,0\n");
        QTest::newRow("negative") << QByteArray("portfolio,month,return,begin_value\nA,2023-01,0.1,-5\n");
        QTest::newRow("words") << QByteArray("portfolio,month,return,begin_value\nA,2023-01,much,5\n");
    }
    void damagedTablesAreRefused()
    {
        QFETCH(QByteArray, text);
        Console console;
        QCOMPARE(console.run({"composite", console.write("c.csv", text)}), cli::kFailed);
        QVERIFY(!console.error.empty());
    }
};

RIALTO_TEST(CompositeVerbTest)
#include "composite_verb_test.moc"
