// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/console.h"

#include <fstream>

using namespace rialto;
using namespace rialto::testing;

class XirrVerbTest : public QObject {
    Q_OBJECT

    Console m_console;

private slots:
    void theSharedCasesComeOut()
    {
        std::ifstream file(sharedAnalytics("money_weighted/xirr_cases_dev.json"));
        if (!file)
            QSKIP("the shared data is not here");
        const auto expected = cli::Json::parse(file);
        const auto answer = m_console.json({"xirr", sharedAnalytics("money_weighted/xirr_cases_dev.json")});
        QCOMPARE(answer["cases"].size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const double theirs = expected[i]["expected"];
            QVERIFY(std::fabs(answer["cases"][i]["rate"].get<double>() - theirs) <= std::max(1e-9, 1e-5 * std::fabs(theirs)));
        }
    }
    // Microsoft, Excel function reference, XIRR.
    void theSpreadsheetManualsExampleIsReadFromCsvOfManyShapes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("iso") << QByteArray("date,amount\n2008-01-01,-10000\n2008-03-01,2750\n2008-10-30,4250\n2009-02-15,3250\n2009-04-01,2750\n");
        QTest::newRow("other order, no header") << QByteArray("2009-04-01,2750\n2008-03-01,2750\n2008-10-30,4250\n2009-02-15,3250\n2008-01-01,-10000\n");
        QTest::newRow("European") << QByteArray("\xEF\xBB\xBF" "Date;Amount\r\n01.01.2008;-10000,00\r\n01.03.2008;2750,00\r\n30.10.2008;4250,0\r\n15.02.2009;3250\r\n01.04.2009;2750\r\n");
        QTest::newRow("json") << QByteArray("[[\"2008-01-01\",-10000],[\"2008-03-01\",2750],[\"2008-10-30\",4250],[\"2009-02-15\",3250],[\"2009-04-01\",2750]]");
        QTest::newRow("json objects") << QByteArray(
            "{\"flows\":[{\"date\":\"2008-01-01\",\"amount\":-10000},{\"date\":\"2008-03-01\",\"amount\":2750},{\"when\":\"2008-10-30\",\"amount\":\"4250\"},"
            "{\"date\":\"2009-02-15\",\"amount\":3250},{\"date\":\"2009-04-01\",\"amount\":2750}]}");
    }
    void theSpreadsheetManualsExampleIsReadFromCsvOfManyShapes()
    {
        QFETCH(QByteArray, text);
        const auto answer = m_console.json({"xirr", m_console.write("flows.csv", text)});
        QVERIFY(std::fabs(answer["rate"].get<double>() - 0.373362535) < 1e-8);
        QVERIFY(std::fabs(answer["residual_npv"].get<double>()) < 1e-6);
        QVERIFY(!answer["conventions"].empty());
    }
    void severalRatesAreAllSaid()
    {
        // -100 + 230 v - 132 v^2 = 0 has the rates 10 % and 20 % (days of 365).
        const auto answer = m_console.json({"xirr", m_console.write("two.csv", "date,amount\n2001-01-01,-100\n2002-01-01,230\n2003-01-01,-132\n")});
        QCOMPARE(answer["roots"].size(), std::size_t{2});
        QVERIFY(std::fabs(answer["roots"][0].get<double>() - 0.1) < 1e-12 && std::fabs(answer["roots"][1].get<double>() - 0.2) < 1e-12);
        QVERIFY(answer["ambiguous"].get<bool>());
    }
    void whatHasNoRateIsSaidInASentence_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("one sign") << QByteArray("date,amount\n2001-01-01,-100\n2002-01-01,-1\n") << "one payment in";
        QTest::newRow("one day") << QByteArray("date,amount\n2001-01-01,-100\n2001-01-01,101\n") << "2001-01-01";
        QTest::newRow("no number") << QByteArray("date,amount\n2001-01-01,-100\n2002-01-01,abc\n") << "line 3, column 'amount'";
        QTest::newRow("no date") << QByteArray("date,amount\n2001-01-01,-100\n2002-02-30,5\n2003-01-01,7\n") << "line 3, column 'date'";
        QTest::newRow("no column") << QByteArray("date,sum,x\n2001-01-01,-100,1\n") << "amount";
        QTest::newRow("empty") << QByteArray("") << "empty";
        QTest::newRow("broken json") << QByteArray("[[\"2001-01-01\", -5],") << "JSON";
    }
    void whatHasNoRateIsSaidInASentence()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        QCOMPARE(m_console.run({"xirr", m_console.write("bad.csv", text)}), cli::kFailed);
        QVERIFY2(QString::fromStdString(m_console.error).contains(said), m_console.error.c_str());
    }
    void aFailingCaseLeavesTheOthersStanding()
    {
        const auto path = m_console.write("cases.json", "[{\"case\":\"a\",\"flows\":[[\"2001-01-01\",5]]},{\"case\":\"b\",\"flows\":[[\"2001-01-01\",-100],[\"2002-01-01\",110]]}]");
        const auto answer = m_console.json({"xirr", path}, cli::kFailed);
        QVERIFY(answer["cases"][0]["rate"].is_null());
        QVERIFY(close(answer["cases"][1]["rate"].get<double>(), 0.1, 1e-12));
    }
};

RIALTO_TEST(XirrVerbTest)
#include "xirr_verb_test.moc"
