// SPDX-License-Identifier: GPL-3.0-or-later
// The advice verbs on plain files, as a user runs them.
#include "support/console.h"

using namespace rialto;
using testing::Console;

class AdviceVerbsTest : public QObject {
    Q_OBJECT

private slots:
    void rebalancingToldInJson()
    {
        Console console;
        const auto holdings = console.write("h.csv", "symbol,class,quantity,price,acquired,cost\nA,fund,70,100,2020-01-02,3500\nB,bond,30,100,2025-06-02,3100\ncash,cash,0,,,\n");
        const auto targets = console.write("t.csv", "symbol,weight\nA,60%\nB,40%\n");
        const auto json = console.json({"advice", "rebalance", "--holdings", holdings, "--targets", targets, "--as-of", "2026-01-05", "--long-term-rate", "0.2"});
        QCOMPARE(json["trades"].size(), std::size_t(2));
        QCOMPARE(json["trades"][0]["side"].get<std::string>(), std::string("sell"));
        QCOMPARE(json["trades"][0]["quantity"].get<std::string>(), std::string("10"));
        QCOMPARE(json["trades"][0]["long_term_gain"].get<std::string>(), std::string("500.00"));
        QCOMPARE(json["tax"].get<std::string>(), std::string("100.00"));
        QCOMPARE(json["turnover"].get<std::string>(), std::string("0.10"));
        QVERIFY(json["conventions"].contains("band"));
        QVERIFY(json["trades"][0]["sentence"].get<std::string>().find("Sell 10 A") == 0);
        QCOMPARE(console.run({"advice", "rebalance", "--holdings", holdings, "--targets", targets, "--lang", "zh"}), cli::kOk);
        QVERIFY(console.text.find("卖出 10 A") != std::string::npos);
    }
    void foreignCurrenciesNeedTheirRate()
    {
        Console console;
        const auto targets = console.write("t.csv", "symbol,weight\nA,1\n");
        const auto without = console.write("w.csv", "symbol,quantity,price,currency\nA,10,50,EUR\n");
        QCOMPARE(console.run({"advice", "rebalance", "--holdings", without, "--targets", targets}), cli::kFailed);
        QVERIFY2(console.error.find("fx_rate") != std::string::npos || console.error.find("EUR") != std::string::npos, console.error.c_str());
        const auto with = console.write("f.csv", "symbol,quantity,price,currency,fx_rate\nA,10,50,EUR,1.1\n");
        const auto json = console.json({"advice", "rebalance", "--holdings", with, "--targets", targets});
        QCOMPARE(json["whole"].get<std::string>(), std::string("550.00"));
    }
    void lossesAreFoundLotByLot()
    {
        Console console;
        const auto lots = console.write("lots.csv", "symbol,quantity,price,acquired,cost_price\nX,100,7.50,2025-09-01,10\nX,50,7.50,2024-09-01,5\n");
        const auto json = console.json({"advice", "harvest", "--holdings", lots, "--as-of", "2026-01-05", "--short-term-rate", "0.37", "--replace", "X=Y"});
        QCOMPARE(json["positions"].size(), std::size_t(1));
        QCOMPARE(json["loss"].get<std::string>(), std::string("-250.00"));
        QCOMPARE(json["saving"].get<std::string>(), std::string("92.50"));
        QCOMPARE(json["unrealised_gain"].get<std::string>(), std::string("125.00"));
        QCOMPARE(json["positions"][0]["not_before"].get<std::string>(), std::string("2026-02-05"));
        QCOMPARE(json["positions"][0]["replacement"].get<std::string>(), std::string("Y"));
    }
    void suitabilityIsAnExitCode()
    {
        Console console;
        const auto holdings = console.write("h.csv", "symbol,class,quantity,price\nA,equity,60,100\ncash,cash,4000,1\n");
        // 60 % of shares at 0.65: 0.39.
        auto json = console.json({"advice", "suitability", "--holdings", holdings, "--profile", "balanced"});
        QCOMPARE(json["risk"].get<std::string>(), std::string("0.390"));
        QVERIFY(json["suits"].get<bool>());
        json = console.json({"advice", "suitability", "--holdings", holdings, "--profile", "cautious"}, cli::kFailed);
        QVERIFY(!json["suits"].get<bool>());
        QCOMPARE(console.run({"advice", "suitability", "--holdings", holdings, "--profile", "brave"}), cli::kFailed);
    }
    void answersLeadToAModel()
    {
        Console console;
        const auto all = console.json({"advice", "profile"});
        const auto count = all["questions"].size();
        QVERIFY(count > 0);
        std::string answers;
        for (std::size_t i = 0; i < count; ++i)
            answers += i == 0 ? "1" : ",1";
        const auto json = console.json({"advice", "profile", "--answers", answers});
        QVERIFY(json["model"]["weights"].contains("cash"));
        QCOMPARE(console.run({"advice", "profile", "--answers", "9,9"}), cli::kFailed);
        const auto models = console.write("m.csv", "profile,symbol,weight\nbalanced,A,0.6\n");
        const auto proposed = console.json({"advice", "propose", "--holdings", console.write("h.csv", "symbol,class,quantity,price\nA,fund,10,100\ncash,cash,9000,1\n"), "--profile", "balanced", "--models", models});
        QCOMPARE(proposed["trades"].size(), std::size_t(1));
        QCOMPARE(proposed["trades"][0]["quantity"].get<std::string>(), std::string("50"));
        QVERIFY(proposed["suitability_after"]["suits"].get<bool>());
    }
    void damagedFilesAreRefusedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("header only") << QByteArray("symbol,quantity,price\n");
        QTest::newRow("no price") << QByteArray("symbol,quantity\nA,1\n");
        QTest::newRow("words for numbers") << QByteArray("symbol,quantity,price\nA,many,100\n");
        QTest::newRow("short") << QByteArray("symbol,quantity,price\nA,-5,100\n");
        QTest::newRow("no price in the row") << QByteArray("symbol,quantity,price\nA,5,\n");
        QTest::newRow("two prices") << QByteArray("symbol,quantity,price\nA,5,100\nA,5,101\n");
        QTest::newRow("too large") << QByteArray("symbol,quantity,price\nA,99999999999,99999999999\n");
        QTest::newRow("bad day") << QByteArray("symbol,quantity,price,acquired,cost\nA,5,100,2024-13-01,400\n");
        QTest::newRow("unknown class") << QByteArray("symbol,quantity,price,class\nA,5,100,stamps\n");
    }
    void damagedFilesAreRefusedWithTheirPlace()
    {
        QFETCH(QByteArray, text);
        Console console;
        const auto file = console.write("h.csv", text);
        const auto targets = console.write("t.csv", "symbol,weight\nA,1\n");
        for (const auto* verb : {"rebalance", "harvest"}) {
            std::vector<std::string> arguments{"advice", verb, "--holdings", file};
            if (std::string(verb) == "rebalance")
                arguments.insert(arguments.end(), {"--targets", targets});
            QCOMPARE(console.run(arguments), cli::kFailed);
            QVERIFY(!console.error.empty());
        }
    }
    void neitherFileNorClientIsAQuestionOfUse()
    {
        Console console;
        QCOMPARE(console.run({"advice", "harvest"}), cli::kUsage);
    }
};

RIALTO_TEST(AdviceVerbsTest)
#include "advice_verbs_test.moc"
