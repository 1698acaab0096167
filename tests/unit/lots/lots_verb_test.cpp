// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/console.h"

using namespace rialto;
using namespace rialto::testing;

class LotsVerbTest : public QObject {
    Q_OBJECT

    Console m_console;
    static constexpr char kHeader[] = "date,action,quantity,price,fees,taxes,currency,fx_rate,lot_id\n";

    cli::Json run(const QByteArray& rows, std::vector<std::string> more = {}, int code = cli::kOk)
    {
        std::vector<std::string> all{"lots", m_console.write("t.csv", kHeader + rows)};
        all.insert(all.end(), more.begin(), more.end());
        return m_console.json(all, code);
    }
    static double value(const cli::Json& text) { return std::stod(text.get<std::string>()); }

private slots:
    // Portfolio Performance, pull request 4546: 5000 USD for 4500 EUR, 3000 USD for 2550 EUR, a third sold for 3500 USD, 3080 EUR.
    void capitalAndCurrencyGainsStandApart()
    {
        const QByteArray rows = "2024-01-01,buy,100,50,,,USD,0.90,\n2024-02-01,buy,50,60,,,USD,0.85,\n2024-03-01,sell,50,70,,,USD,0.88,\n";
        QCOMPARE(value(run(rows)["totals_base"]["realised_gain"]), 830.0);
        const auto average = run(rows, {"--method", "average"});
        QCOMPARE(value(average["totals_base"]["realised_gain"]), 730.0);
        QVERIFY(std::fabs(value(average["totals_base"]["fx_gain"]) + 10.0 / 3) < 1e-7);
        QVERIFY(std::fabs(value(average["totals_base"]["capital_gain"]) - 730 - 10.0 / 3) < 1e-7);
    }
    // Portfolio Performance, CapitalGainsCalculationTest: 531.50 - (3149.20 + 1684.92) * 15 / 161 = 81.116149...
    void aMovingAverageSharesThePoolsCost()
    {
        const auto answer = run("2010-01-01,buy,109,28.891743119266055,,,EUR,,\n2010-02-01,buy,52,32.402307692307694,,,EUR,,\n2010-03-01,sell,15,35.43333333333333,,,EUR,,\n",
            {"--method", "average"});
        QCOMPARE(answer["totals"]["rounded"]["realised_gain"].get<std::string>(), std::string("81.12"));
        QCOMPARE(answer["totals"]["rounded"]["remaining_basis"].get<std::string>(), std::string("4383.74"));
    }
    void feesAndTaxesStandInBasisAndProceeds()
    {
        const auto answer = run("2020-01-01,buy,10,100,5,1,USD,,\n2020-02-01,sell,4,110,2,0.5,USD,,\n");
        // 4/10 of 1006 is 402.40; 440 - 2.50 = 437.50.
        QCOMPARE(value(answer["disposals"][0]["basis"]), 402.4);
        QCOMPARE(value(answer["disposals"][0]["proceeds"]), 437.5);
        QCOMPARE(value(answer["disposals"][0]["gain"]), 35.1);
        QCOMPARE(value(answer["disposals"][0]["gain_before_fees"]), 40.0);
        QCOMPARE(value(answer["lots"][0]["basis"]), 603.6);
    }
    void aShortSaleIsCovered()
    {
        const auto answer = run("2020-01-01,sell_short,10,100,5,,USD,,\n2020-02-01,buy_to_cover,10,90,4,,USD,,\n");
        QCOMPARE(value(answer["totals"]["realised_gain"]), 91.0);
        QCOMPARE(answer["disposals"][0]["matches"][0]["position"].get<std::string>(), std::string("short"));
        QVERIFY(answer["lots"].empty());
    }
    void theAnniversaryIsStillShortTerm()
    {
        const auto answer = run("2020-02-29,buy,2,10,,,USD,,\n2021-02-28,sell,1,11,,,USD,,\n2021-03-01,sell,1,11,,,USD,,\n");
        QCOMPARE(answer["disposals"][0]["matches"][0]["term"].get<std::string>(), std::string("short"));
        QCOMPARE(answer["disposals"][1]["matches"][0]["term"].get<std::string>(), std::string("long"));
    }
    void everyMethodAnswersAWhatIf()
    {
        const auto answer = run("2020-01-01,buy,10,10,,,USD,,\n2021-01-01,buy,10,30,,,USD,,\n2022-01-01,buy,10,20,,,USD,,\n", {"--what-if", "sell 10 @ 25"});
        const auto& methods = answer["methods"];
        QCOMPARE(value(methods["fifo"]["gain"]), 150.0);
        QCOMPARE(value(methods["lifo"]["gain"]), 50.0);
        QCOMPARE(value(methods["hifo"]["gain"]), -50.0);
        QCOMPARE(value(methods["average"]["gain"]), 50.0);
        QCOMPARE(methods["specific"]["error"].get<std::string>(), std::string("lots.ambiguous-lot"));
    }
    void corporateActionsKeepTheBasis_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("quantities"); // of the lots that are left
        QTest::addColumn<double>("basis");
        QTest::addColumn<double>("gain");
        QTest::newRow("split") << QByteArray("split,4,") << QByteArray("40 20") << 1500.0 << 0.0;
        QTest::newRow("reverse split") << QByteArray("reverse_split,10,") << QByteArray("1 0.5") << 1500.0 << 0.0;
        QTest::newRow("bonus") << QByteArray("bonus,1:5,") << QByteArray("12 6") << 1500.0 << 0.0;
        QTest::newRow("stock dividend") << QByteArray("stock_dividend,3,") << QByteArray("12 6") << 1500.0 << 0.0;
        QTest::newRow("return of capital") << QByteArray("return_of_capital,,20") << QByteArray("10 5") << 1200.0 << 0.0;
        QTest::newRow("return beyond the basis") << QByteArray("return_of_capital,,120") << QByteArray("10 5") << 0.0 << 300.0;
        QTest::newRow("merger for shares") << QByteArray("merger,2:1,,,,USD,,NEW") << QByteArray("20 10") << 1500.0 << 0.0;
        QTest::newRow("merger for cash") << QByteArray("merger,,150") << QByteArray("") << 0.0 << 750.0;
        QTest::newRow("ticker change") << QByteArray("ticker_change,,,,,USD,,NEW") << QByteArray("10 5") << 1500.0 << 0.0;
        QTest::newRow("delisting") << QByteArray("delisting,,") << QByteArray("") << 0.0 << -1500.0;
        QTest::newRow("rights") << QByteArray("rights,1:5,,,,USD,,R") << QByteArray("10 5 2 1") << 1500.0 << 0.0;
    }
    void corporateActionsKeepTheBasis()
    {
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, quantities);
        QFETCH(double, basis);
        QFETCH(double, gain);
        for (const std::string method : {"fifo", "lifo", "hifo", "specific", "average"}) {
            const auto answer = run("2020-01-01,buy,10,100,,,USD,,\n2020-02-01,buy,5,100,,,USD,,\n2021-06-01," + row + "\n", {"--method", method});
            QCOMPARE(value(answer["totals"]["remaining_basis"]), basis);
            QCOMPARE(value(answer["totals"]["realised_gain"]), gain);
            QVERIFY(answer["basis_conserved"].get<bool>() && answer["corporate_actions"][0]["conserved"].get<bool>());
            QByteArrayList left;
            for (const auto& lot : answer["lots"])
                left << QByteArray::fromStdString(lot["quantity"]);
            std::sort(left.begin(), left.end(), [](const auto& a, const auto& b) { return a.toDouble() > b.toDouble(); });
            if (method != "average")
                QCOMPARE(left.join(' '), quantities);
        }
    }
    // IRS Publication 550, spin-offs: the basis is divided in proportion to the fair values.
    void aSpinOffTakesItsPartOfTheBasisAndTheHoldingPeriod()
    {
        const auto path = m_console.write("s.csv", "date,action,quantity,price,symbol,new_symbol,basis_share,currency\n2020-01-01,buy,100,10,OLD,,,USD\n"
                                                   "2020-06-01,spin_off,1:4,,OLD,NEW,0.2,USD\n2021-01-02,sell,25,9,NEW,,,USD\n");
        const auto answer = m_console.json({"lots", path});
        QCOMPARE(value(answer["disposals"][0]["basis"]), 200.0);
        QCOMPARE(answer["disposals"][0]["matches"][0]["term"].get<std::string>(), std::string("long"));
        QCOMPARE(value(answer["lots"][0]["basis"]), 800.0);
    }
    // IRC 356: gain is recognised up to the cash; loss is not.
    void cashInAMergerRecognisesGainUpToTheCash()
    {
        const auto path = m_console.write("m.csv", "date,action,quantity,price,symbol,new_symbol,fair_value\n2020-01-01,buy,100,10,OLD,,\n2020-06-01,merger,0.5,3,OLD,NEW,18\n");
        const auto answer = m_console.json({"lots", path});
        // Worth 50 x 18 + 300 = 1200 for 1000: gain 200, all of it in the cash of 300. Basis 1000 - 300 + 200.
        QCOMPARE(value(answer["totals"]["realised_gain"]), 200.0);
        QCOMPARE(value(answer["lots"][0]["basis"]), 900.0);
        QCOMPARE(answer["lots"][0]["quantity"].get<std::string>(), std::string("50"));
    }
    void aFaultNamesTheRowAndTheReason_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("too many") << QByteArray("2020-01-01,buy,5,1,,,,,\n2020-01-02,sell,6,1,,,,,\n") << QByteArray("fifo") << QByteArray("row 3 (2020-01-02 sell): sells 6, but only 5");
        QTest::newRow("nothing held") << QByteArray("2020-01-02,sell,6,1,,,,,\n") << QByteArray("fifo") << QByteArray("none is held");
        QTest::newRow("ambiguous") << QByteArray("2020-01-01,buy,5,1,,,,,a\n2020-01-02,buy,5,2,,,,,b\n2020-01-03,sell,3,1,,,,,\n") << QByteArray("specific") << QByteArray("name one in lot_id: 'a'");
        QTest::newRow("no such lot") << QByteArray("2020-01-01,buy,5,1,,,,,a\n2020-01-03,sell,3,1,,,,,c\n") << QByteArray("specific") << QByteArray("no lot matches 'c'");
        QTest::newRow("bad date") << QByteArray("2020-02-30,buy,5,1,,,,,a\n") << QByteArray("fifo") << QByteArray("row 2, column 'date'");
        QTest::newRow("bad action") << QByteArray("2020-02-03,hold,5,1,,,,,a\n") << QByteArray("fifo") << QByteArray("'hold' is no action");
        QTest::newRow("bad number") << QByteArray("2020-02-03,buy,five,1,,,,,a\n") << QByteArray("fifo") << QByteArray("column 'quantity': 'five'");
        QTest::newRow("nan") << QByteArray("2020-02-03,buy,1,nan,,,,,a\n") << QByteArray("fifo") << QByteArray("column 'price': 'nan'");
        QTest::newRow("no price") << QByteArray("2020-02-03,buy,1,,,,,,a\n") << QByteArray("fifo") << QByteArray("needs a price");
        QTest::newRow("negative") << QByteArray("2020-02-03,buy,-1,5,,,,,a\n") << QByteArray("fifo") << QByteArray("is negative");
        QTest::newRow("rate") << QByteArray("2020-02-03,buy,1,5,,,USD,0,a\n") << QByteArray("fifo") << QByteArray("no rate above zero");
        QTest::newRow("quote") << QByteArray("2020-02-03,buy,1,\"5,,,USD,0,a\n") << QByteArray("fifo") << QByteArray("quotes");
        QTest::newRow("cells") << QByteArray("2020-02-03,buy,1,5,,,USD,1,a,b\n") << QByteArray("fifo") << QByteArray("has 10 cells");
        QTest::newRow("range") << QByteArray("2020-02-03,buy,10000000000,10000000000,,,USD,1,a\n") << QByteArray("fifo") << QByteArray("row 2");
        QTest::newRow("cover") << QByteArray("2020-02-03,sell_short,1,5,,,USD,1,a\n2020-02-04,cover,2,5,,,USD,1,\n") << QByteArray("fifo") << QByteArray("covers 2, but only 1");
    }
    void aFaultNamesTheRowAndTheReason()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, said);
        QCOMPARE(m_console.run({"lots", m_console.write("bad.csv", kHeader + rows), "--method", method.toStdString()}), cli::kFailed);
        QVERIFY2(QByteArray::fromStdString(m_console.error).contains(said), m_console.error.c_str());
        QVERIFY(m_console.text.empty());
    }
    void theTableForPeopleSaysTheSame()
    {
        QCOMPARE(m_console.run({"lots", m_console.write("h.csv", QByteArray(kHeader) + "2020-01-01,buy,10,100,5,1,USD,,first\n2020-02-01,sell,4,110,2,0.5,USD,,\n")}), cli::kOk);
        for (const char* part : {"first", "603.60", "35.10", "fifo"})
            QVERIFY2(m_console.text.find(part) != std::string::npos, m_console.text.c_str());
    }
};

RIALTO_TEST(LotsVerbTest)
#include "lots_verb_test.moc"
