// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/console.h"

#include <QFileInfo>

#include <cmath>

using namespace rialto;
using namespace rialto::testing;

class BacktestVerbTest : public QObject {
    Q_OBJECT

    Console m_console;

    /// `closes` one a day from 2024-01-01 on, flat bars, plenty of volume.
    std::string bars(const char* name, const std::vector<double>& closes, int volume = 1'000'000)
    {
        QByteArray csv = "date,open,high,low,close,volume\n";
        for (std::size_t i = 0; i < closes.size(); ++i) {
            const QByteArray price = QByteArray::number(closes[i], 'f', 2);
            csv += QByteArray::fromStdString((Date::of(2024, 1, 1) + int(i)).text()) + "," + price + "," + price + "," + price + "," + price + "," + QByteArray::number(volume) + "\n";
        }
        return m_console.write(name, csv);
    }
    static std::vector<double> wave(int count)
    {
        std::vector<double> closes;
        for (int i = 0; i < count; ++i)
            closes.push_back(100 + 20 * std::sin(i / 9.0) + i * 0.05);
        return closes;
    }
    static std::string text(const cli::Json& json) { return json.get<std::string>(); }
    cli::Json script(const QByteArray& code, std::vector<std::string> more = {}, int exit = cli::kOk)
    {
        std::vector<std::string> all{"backtest", "--bars", bars("S.csv", wave(60)), "--script", m_console.write("s.js", code)};
        all.insert(all.end(), more.begin(), more.end());
        return m_console.json(all, exit);
    }

private slots:
    // 10,000 at a weight of 1 less 5 per mille for fees: 99 shares at the next close of 100 and half a spread of a basis point.
    void buyAndHoldIsRightToTheCent()
    {
        const auto file = bars("UP.csv", {100, 100, 110, 120});
        const auto json = m_console.json({"backtest", "--bars", file, "--strategy", "buy_and_hold", "--cash", "10000", "--commission-bp", "10"});
        QCOMPARE(json["fills"].get<int>(), 1);
        QCOMPARE(text(json["trips"][0]["quantity"]), std::string("99"));
        QCOMPARE(text(json["trips"][0]["invested"]), std::string("9900.99"));   // 99 x 100.01
        QCOMPARE(text(json["fees"]), std::string("9.90"));                       // 10 bp, half even
        QCOMPARE(text(json["end"]), std::string("11969.11"));                    // 10000 - 9900.99 - 9.90 + 99 x 120
        QVERIFY(json["trips"][0]["open"].get<bool>());
        QCOMPARE(text(json["ledger"]), std::string("balanced"));
    }
    void noOrderSeesTheBarItWasDecidedOn()
    {
        // The close jumps; what bought at that close would have had the jump for nothing.
        const auto file = bars("JUMP.csv", {100, 200, 200});
        const auto json = m_console.json({"backtest", "--bars", file, "--strategy", "buy_and_hold", "--no-fees", "--half-spread-bp", "0"});
        QCOMPARE(text(json["end"]), std::string("100000.00"));
    }
    void theSameInputGivesTheSameHashAndSweepsDoNotDependOnThreads()
    {
        const auto file = bars("W.csv", wave(400));
        const std::vector<std::string> one{"backtest", "--bars", file, "--strategy", "sma_cross", "--param", "fast=5", "--param", "slow=20"};
        QCOMPARE(m_console.json(one)["hash"], m_console.json(one)["hash"]);
        std::vector<std::string> sweep{"backtest", "--bars", file, "--strategy", "sma_cross", "--sweep", "fast=2:12:2", "--sweep", "slow=10:40:10", "--threads", "1"};
        const auto alone = m_console.json(sweep);
        sweep.back() = "4";
        const auto together = m_console.json(sweep);
        QCOMPARE(alone["runs"], together["runs"]);
        QCOMPARE(alone["runs"].size(), std::size_t(22)); // 10 and 12 against 10 make no sense
        QVERIFY(alone["deflated"]["expectedMaximumWithoutSkill"].get<double>() > 0);
        // The row of the sweep is the run by itself.
        for (const auto& run : alone["runs"])
            if (run["parameters"]["fast"] == "4" && run["parameters"]["slow"] == "20") {
                const auto single = m_console.json({"backtest", "--bars", file, "--strategy", "sma_cross", "--param", "fast=4", "--param", "slow=20"});
                QCOMPARE(run["figures"], single["figures"]);
            }
    }
    void walkingForwardChoosesOnThePastOnly()
    {
        const auto file = bars("WF.csv", wave(400));
        const auto json = m_console.json({"backtest", "--bars", file, "--strategy", "sma_cross", "--sweep", "fast=3,5,8", "--sweep", "slow=15,30", "--walk-forward", "150,50"});
        QCOMPARE(json["windows"].size(), std::size_t(5));
        // The choice of the first window is that of a sweep over its training days alone.
        const auto trained = m_console.json({"backtest", "--bars", file, "--strategy", "sma_cross", "--sweep", "fast=3,5,8", "--sweep", "slow=15,30", "--to", "2024-05-29"});
        QCOMPARE(text(json["windows"][0]["testFrom"]), std::string("2024-05-30"));
        QCOMPARE(json["windows"][0]["chosen"], trained["best"]);
        double chained = 1;
        for (const auto& window : json["windows"])
            chained *= 1 + window["tested"]["totalReturn"].get<double>();
        QVERIFY(std::fabs(chained - 1 - json["figures"]["totalReturn"].get<double>()) < 1e-12);
    }
    void severalSeriesRotateAndFilesAreWritten()
    {
        const auto a = bars("A.csv", wave(300));
        std::vector<double> falling;
        for (int i = 0; i < 300; ++i)
            falling.push_back(200 - i * 0.5);
        const auto b = bars("B.csv", falling);
        const auto trips = m_console.write("trips.csv", ""), equity = m_console.write("equity.csv", ""), fills = m_console.write("fills.csv", "");
        const auto json = m_console.json({"backtest", "--bars", "UP=" + a, "--bars", "DOWN=" + b, "--strategy", "momentum_rotation", "--param", "lookback=20", "--param", "every=5",
            "--trips-out", trips, "--equity-out", equity, "--fills-out", fills});
        QVERIFY(json["trips"].size() > 2);
        for (const auto& trip : json["trips"])
            QCOMPARE(text(trip["symbol"]), std::string("UP"));
        QFile written(QString::fromStdString(equity));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll().count('\n'), 301);
        QVERIFY(QFileInfo(QString::fromStdString(trips)).size() > 100 && QFileInfo(QString::fromStdString(fills)).size() > 100);
    }
    void futuresMaySellShortAndPayMarginAndSettleDaily()
    {
        const auto file = bars("F.csv", {100, 100, 90, 80, 80});
        const auto json = m_console.json({"backtest", "--bars", file, "--asset", "future", "--margin", "1000", "--multiplier", "10", "--script",
            m_console.write("short.js", "function onTime() { if (bars() == 1) sell(2); }"), "--no-fees", "--half-spread-bp", "0"});
        QCOMPARE(text(json["end"]), std::string("100400.00")); // 2 x 10 x (100 - 80)
        QCOMPARE(text(json["trips"][0]["side"]), std::string("sell"));
    }
    void sharesAreNotSoldShort()
    {
        const auto json = script("function onTime() { if (bars() == 1) sell(5); }");
        QCOMPARE(json["fills"].get<int>(), 0);
        QCOMPARE(json["refusals"]["risk.position"].get<int>(), 1);
    }
    void aScriptDecidesAsTheStrategyInCpp()
    {
        const auto file = bars("X.csv", wave(300));
        const auto code = m_console.write("cross.js",
            "var a, b; function start() { a = indicator('sma', {period: param('fast', 5)}); b = indicator('sma', {period: 20}); }\n"
            "function onBar(s) { if (value(a) > value(b) && !(value(a, 1) > value(b, 1))) target(1);\n"
            "  else if (value(a) < value(b) && !(value(a, 1) < value(b, 1)) && position() != 0) target(0); }");
        const auto scripted = m_console.json({"backtest", "--bars", file, "--script", code, "--param", "fast=8"});
        const auto compiled = m_console.json({"backtest", "--bars", file, "--strategy", "sma_cross", "--param", "fast=8", "--param", "slow=20"});
        QVERIFY(compiled["fills"].get<int>() > 4);
        QCOMPARE(scripted["hash"], compiled["hash"]);
    }
    void aScriptIsAGuestWithoutClockDiceFilesOrNetwork()
    {
        for (const char* name : {"Date", "XMLHttpRequest", "require", "Qt", "fetch", "process", "gc"}) {
            const auto json = script(QByteArray("function onTime() { if (bars() == 1 && typeof ") + name + " !== 'undefined') buy(1); }");
            QVERIFY2(json["orders"].get<int>() == 0, name);
        }
        script("function onTime() { Math.random(); }", {}, cli::kFailed);
        QVERIFY(m_console.text.find("backtest.script") != std::string::npos);
    }
    void aScriptThatNeverEndsIsStopped()
    {
        script("function onTime() { while (true) {} }", {"--script-seconds", "0.3"}, cli::kFailed);
        QVERIFY2(m_console.text.find("backtest.script-time") != std::string::npos, m_console.text.c_str());
    }
    void aScriptThatEatsMemoryIsStopped()
    {
#ifdef __linux__
        script("var all = []; function onTime() { while (true) all.push('x'.repeat(100000) + all.length); }", {"--script-megabytes", "100", "--script-seconds", "30"}, cli::kFailed);
        QVERIFY2(m_console.text.find("backtest.script-memory") != std::string::npos, m_console.text.c_str());
#else
        QSKIP("memory of scripts is bounded on Linux only");
#endif
    }
    void aFailingScriptSaysItsLine()
    {
        script("function onTime() {\n  undefinedThing();\n}", {}, cli::kFailed);
        QVERIFY2(m_console.text.find("line 2") != std::string::npos, m_console.text.c_str());
        script("function onTime() { indicator('sma', {period: 3}); }", {}, cli::kFailed);
        script("function onTime() { buy(-1); }", {}, cli::kFailed);
        script("var x = 1;", {}, cli::kFailed);
        script("function onTime() {}", {"--param", "fats=3"}, cli::kFailed);
        script("function onTime( {", {}, cli::kFailed);
    }
    void whatIsAskedWronglyIsRefusedWithASentence()
    {
        const auto file = bars("R.csv", wave(30));
        for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"--strategy", "nothing"}, {"--strategy", "sma_cross", "--param", "fast=50", "--param", "slow=20"},
                 {"--strategy", "sma_cross", "--param", "speed=3"}, {"--strategy", "buy_and_hold", "--cash", "-5"}, {"--strategy", "buy_and_hold", "--asset", "future"},
                 {"--strategy", "buy_and_hold", "--no-fees", "--min-fee", "1"}, {"--strategy", "buy_and_hold", "--tick", "0"}, {"--strategy", "buy_and_hold", "--bars", file},
                 {"--strategy", "buy_and_hold", "--from", "yesterday"}}) {
            std::vector<std::string> all{"backtest", "--bars", file};
            all.insert(all.end(), more.begin(), more.end());
            m_console.run(all);
            QVERIFY2(m_console.code == cli::kFailed, more.empty() ? "no strategy" : more.back().c_str());
            QVERIFY(!m_console.error.empty());
        }
    }
    void luckIsToldFromTheTripsAndTheSeed()
    {
        const auto file = bars("L.csv", wave(400));
        const std::vector<std::string> verb{"backtest", "--bars", file, "--strategy", "rsi_reversion", "--monte-carlo", "500", "--seed", "3"};
        const auto first = m_console.json(verb);
        QCOMPARE(first["monteCarlo"], m_console.json(verb)["monteCarlo"]);
        QCOMPARE(first["monteCarlo"]["totalReturn"].size(), std::size_t(5));
        // Every trip of this strategy on a wave is a gain, so no draw of them loses.
        QCOMPARE(first["figures"]["winRate"].get<double>(), 1.0);
        QCOMPARE(first["monteCarlo"]["lossProbability"].get<double>(), 0.0);
        QVERIFY(first["monteCarlo"]["totalReturn"][0].get<double>() > 0);
    }
    void everyStrategyOfTheCatalogueTradesAndBalances()
    {
        const auto a = bars("EA.csv", wave(400));
        const auto list = m_console.json({"backtest", "--list"});
        QVERIFY(list["strategies"].size() >= 6);
        for (const auto& strategy : list["strategies"]) {
            const auto json = m_console.json({"backtest", "--bars", a, "--strategy", text(strategy["name"])});
            QVERIFY2(json["fills"].get<int>() > 0, text(strategy["name"]).c_str());
            QCOMPARE(text(json["ledger"]), std::string("balanced"));
        }
    }
};

RIALTO_TEST(BacktestVerbTest)
#include "backtest_verb_test.moc"
