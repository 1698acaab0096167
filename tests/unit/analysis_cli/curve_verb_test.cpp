// SPDX-License-Identifier: GPL-3.0-or-later
// Bootstrapped curves against a textbook's table and against what a curve must do: price every quote again.
#include "support/console.h"

using namespace rialto;
using testing::Console;

class CurveVerbTest : public QObject {
    Q_OBJECT

private slots:
    void treasuryZerosOfHullsTextbook()
    {
        // J. Hull, Options, Futures, and Other Derivatives, "Determining Treasury zero rates": five bonds, continuous zero rates of
        // 10.127, 10.469, 10.536, 10.681 and 10.808 %.
        Console console;
        const auto file = console.write("hull.csv", "type,tenor,price,coupon,frequency\nbond,3M,97.5,0,2\nbond,6M,94.9,0,2\nbond,12M,90.0,0,2\nbond,18M,96.0,0.08,2\nbond,24M,101.6,0.12,2\n");
        const auto json = console.json({"curve", file, "--as-of", "2024-01-15", "--calendar", "NONE", "--settlement-days", "0", "--time", "30/360", "--interpolation", "linear-zero"});
        const double expected[] = {0.10127, 0.10469, 0.10536, 0.10681, 0.10808};
        QCOMPARE(json["pillars"].size(), std::size_t(5));
        for (std::size_t i = 0; i < 5; ++i)
            QVERIFY2(std::fabs(json["pillars"][i]["zero"].get<double>() - expected[i]) < 0.6e-5, json["pillars"][i].dump().c_str());
    }
    void everyQuoteIsPricedAgain()
    {
        Console console;
        const auto file = console.write("q.csv", "type,tenor,start,rate\ndeposit,1M,,0.052\ndeposit,3M,,0.0525\nfuture,,2024-06-19,94.90\nfuture,,2024-09-18,95.10\nswap,2Y,,0.0465\nswap,5Y,,0.0421\nswap,10Y,,0.0415\n");
        for (const char* interpolation : {"log-linear-discount", "linear-zero"}) {
            const auto json = console.json({"curve", file, "--as-of", "2024-03-04", "--at", "6M,7Y,30Y", "--interpolation", interpolation});
            QCOMPARE(json["pillars"].size(), std::size_t(7));
            double before = 1;
            for (const auto& pillar : json["pillars"]) {
                QVERIFY2(std::fabs(pillar["error"].get<double>()) < 1e-9, pillar.dump().c_str());
                QVERIFY(pillar["discount"].get<double>() < before);
                before = pillar["discount"].get<double>();
            }
            QCOMPARE(json["points"].size(), std::size_t(3));
        }
    }
    void aDepositDiscountsByItsSimpleRate()
    {
        Console console;
        // 2024-01-15 to 2024-07-15 are 182 days: 1 / (1 + 0.05 x 182 / 360).
        const auto json = console.json({"curve", console.write("d.csv", "type,tenor,rate\ndeposit,6M,0.05\n"), "--as-of", "2024-01-15", "--calendar", "NONE", "--settlement-days", "0"});
        QVERIFY(testing::close(json["pillars"][0]["discount"].get<double>(), 1 / (1 + 0.05 * 182 / 360), 1e-12));
    }
    void quotesThatMakeNoCurveAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("header only") << QByteArray("type,tenor,rate\n");
        QTest::newRow("unknown type") << QByteArray("type,tenor,rate\nstock,3M,0.05\n");
        QTest::newRow("no tenor") << QByteArray("type,tenor,rate\ndeposit,,0.05\n");
        QTest::newRow("odd tenor") << QByteArray("type,tenor,rate\nswap,5X,0.05\n");
        QTest::newRow("per cents") << QByteArray("type,tenor,rate\nswap,5Y,5.0\n");
        QTest::newRow("twice") << QByteArray("type,tenor,rate\ndeposit,3M,0.05\ndeposit,3M,0.051\n");
        QTest::newRow("words") << QByteArray("type,tenor,rate\ndeposit,3M,high\n");
        QTest::newRow("no IMM date") << QByteArray("type,start,price\nfuture,2024-06-20,95\n");
        QTest::newRow("matured") << QByteArray("type,maturity,price\nbond,2020-01-01,95\n");
    }
    void quotesThatMakeNoCurveAreRefused()
    {
        QFETCH(QByteArray, text);
        Console console;
        QCOMPARE(console.run({"curve", console.write("q.csv", text), "--as-of", "2024-03-04"}), cli::kFailed);
        QVERIFY(!console.error.empty());
    }
};

RIALTO_TEST(CurveVerbTest)
#include "curve_verb_test.moc"
