// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/csv/csv_writer.h"
#include "reports/export/csv/statement_csv.h"
#include "support/sample_statement.h"
#include "support/test_main.h"

#include <sstream>

using namespace rialto;
using namespace rialto::reports;

class StatementCsvTest : public QObject {
    Q_OBJECT

    static QStringList lines(const std::string& csv) { return QString::fromStdString(csv).split("\r\n"); }

private slots:
    void holdingsAreWrittenExactly()
    {
        const auto rows = lines(holdingsCsv(testing::sampleStatement()));
        QCOMPARE(rows.size(), 1 + 14 + 1);
        QVERIFY(rows.last().isEmpty());
        QCOMPARE(rows[0].section(',', 0, 5), QString("as_of,account,symbol,name,asset_class,quantity"));
        const auto coin = std::find_if(rows.begin(), rows.end(), [](const QString& row) { return row.contains(",XRB,"); });
        QVERIFY(coin != rows.end());
        QVERIFY(coin->startsWith("2026-11-24,A-1001-1,XRB,Rialtocoin,Crypto,7.5320145,") || coin->startsWith("2026-11-24,A-1001-1,XRB,Rialtocoin,crypto,7.5320145,"));
        QCOMPARE(coin->count(','), rows[0].count(','));
    }
    void tradesAreWrittenInOrder()
    {
        const auto data = testing::sampleStatement();
        const auto rows = lines(tradesCsv(data));
        QCOMPARE(rows.size(), static_cast<int>(data.trades.size()) + 2);
        for (std::size_t i = 0; i < data.trades.size(); ++i) {
            QVERIFY(rows[static_cast<int>(i) + 1].startsWith(QString::fromStdString(data.trades[i].tradeDate.text())));
            QVERIFY(rows[static_cast<int>(i) + 1].endsWith(QString::fromStdString("," + data.trades[i].net.text())));
        }
    }
    void namesFollowTheLanguageAndTheMarkIsOptional()
    {
        const std::string csv = holdingsCsv(testing::sampleStatement(), {true, Language::Chinese});
        QVERIFY(csv.starts_with("\xEF\xBB\xBF" "as_of,"));
        QVERIFY(csv.find("子午仪器") != std::string::npos);
        QVERIFY(!holdingsCsv(testing::sampleStatement()).starts_with("\xEF"));
    }
    void aNameCannotBecomeAFormula()
    {
        auto data = testing::sampleStatement();
        data.trades.resize(1);
        data.trades[0].name = {"=HYPERLINK(\"http://x\",\"y\")", ""};
        data.trades[0].symbol = "@SUM(A1)";
        const std::string csv = tradesCsv(data);
        QVERIFY(csv.find("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"") != std::string::npos);
        QVERIFY(csv.find(",'@SUM(A1),") != std::string::npos);
    }
    void negativeNumbersStayNumbers()
    {
        const auto data = testing::sampleStatement();
        QVERIFY(tradesCsv(data).find(",-") != std::string::npos);
        QVERIFY(tradesCsv(data).find("'-") == std::string::npos);
    }
    void fieldsAreQuotedAsTheStandardSays()
    {
        CsvWriter csv(false);
        csv.text("plain").text("a,b").text("say \"so\"").text("two\nlines").text("").text("-1").text("\tx").endRow();
        QCOMPARE(csv.take(), std::string("plain,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",,'-1,'\tx\r\n"));
    }
    void anEmptyBookHasOnlyTheHead()
    {
        QCOMPARE(lines(tradesCsv(testing::emptyStatement())).size(), 2);
        QCOMPARE(lines(holdingsCsv(testing::emptyStatement())).size(), 2);
    }
};

RIALTO_TEST(StatementCsvTest)
#include "statement_csv_test.moc"
