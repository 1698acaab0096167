// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_bed.h"
#include "support/test_main.h"

using namespace rialto;
using namespace rialto::integration;

namespace {

/// Minute bars, as many as asked, of which only a piece ever exists.
class RowSource final : public ByteSource {
public:
    RowSource(std::string header, std::int64_t rows) : m_rest(std::move(header)), m_rows(rows) {}
    Result<std::size_t> read(std::span<char> into) override
    {
        while (m_rest.size() < into.size() && m_row < m_rows)
            m_rest += std::to_string(1'500'000'000'000 / 60'000 * 60'000 + 60'000 * m_row++) + ",10.25,10.5,10.125,10.3,100\n";
        const std::size_t count = std::min(into.size(), m_rest.size());
        std::copy_n(m_rest.data(), count, into.data());
        m_rest.erase(0, count);
        return count;
    }

private:
    std::string m_rest;
    std::int64_t m_rows;
    std::int64_t m_row = 0;
};

QByteArray days(int count, const char* tail)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += QByteArray::fromStdString((Date::of(2000, 1, 1) + i).text()) + tail;
    return text;
}

} // namespace

class BadFilesTest : public QObject, protected testing::ImportBed {
    Q_OBJECT

private slots:
    void init() { reset(); }

    void badFilesAreRefusedInASentenceAndNothingIsStored_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        const QByteArray head = "date,open,high,low,close\n";
        QTest::newRow("nothing") << QByteArray() << "import.empty";
        QTest::newRow("blank lines") << QByteArray("\n\r\n  \n") << "import.empty";
        QTest::newRow("header only") << head << "import.no-rows";
        QTest::newRow("a web page") << QByteArray("<!DOCTYPE html>\n<html><body>Too many requests</body></html>") << "import.html-page";
        QTest::newRow("a web page after blanks") << QByteArray("\n\n  <HTML lang=zh>") << "import.html-page";
        QTest::newRow("JSON") << QByteArray("{\"error\": \"limit\"}") << "import.json-not-table";
        QTest::newRow("a list in JSON") << QByteArray("[[1637971200000,\"1\"]]") << "import.json-not-table";
        QTest::newRow("a workbook") << QByteArray("PK\x03\x04 and so on") << "import.binary";
        QTest::newRow("zero bytes at the end") << head + QByteArray(5000, '\0') << "import.binary";
        QTest::newRow("only zero bytes") << QByteArray(1'000'000, '\0') << "import.binary";
        QTest::newRow("no encoding") << head + "2020-01-02,10,12,9,\xFF\x20\n" << "import.encoding-unknown";
        QTest::newRow("broken header") << QByteArray("date;op\"en,high|low\n2020-01-02,1,1,1\n") << "import.header-columns";
        QTest::newRow("header without close") << head.chopped(6) + "schluss\n2020-01-02,1,1,1,1\n" << "import.header-columns";
        QTest::newRow("no header") << QByteArray("19980102,0.86,0.008,1\n20000620,0.86,0.008,101\n") << "import.header-missing";
        QTest::newRow("mixed decimals") << QByteArray("date;open;high;low;close\n2020-01-02;1,5;1,5;1,5;1,5\n2020-01-03;1.5;1.5;1.5;1.5\n") << "import.mixed-decimals";
        QTest::newRow("mixed decimals far below")
            << "date;open;high;low;close\n" + days(900, ";1,5;1,5;1,5;1,5\n") + "2010-01-03;1.5;1.5;1.5;1.5\n" << "import.mixed-decimals";
        QTest::newRow("unclear decimals") << QByteArray("date;open;high;low;close\n2020-01-02;1,234;1,234;1,234;1,234\n") << "import.decimal-ambiguous";
        QTest::newRow("unclear dates") << head + "01/02/2020,1,1,1,1\n" << "import.date-ambiguous";
        QTest::newRow("no dates") << head + "mon,1,1,1,1\ntue,1,1,1,1\n" << "import.date-unknown";
        QTest::newRow("order book") << QByteArray("symbol,timestamp,first_update_id,side,update_type,price,qty\nB,1667347199939,1,a,set,1,1\n") << "import.order-book";
        QTest::newRow("most rows are wrong") << head + days(100, ",1,1,1,1\n") + days(300, ",x,1,1,1\n") << "import.mostly-rejected";
        QTest::newRow("a quote that never ends") << head + days(2000, ",1,1,1,1\n") + "\"2020-01-01,1,1,1,1\n" + QByteArray(3'000'000, 'x') << "csv.record-too-long";
    }
    void badFilesAreRefusedInASentenceAndNothingIsStored()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        QCOMPARE(codeOf({text.constData(), static_cast<std::size_t>(text.size())}), code);
    }

    void theSymbolAndTheZoneMustComeFromSomewhere()
    {
        ImportOptions options;
        options.fileName = "quote_tick_data.csv";
        QCOMPARE(codeOf("20200101 170000065,1.1,1.2,0\n", options), QString("import.zone-missing"));
        options.zone = "UTC";
        QCOMPARE(codeOf("20200101 170000065,1.1,1.2,0\n", options), QString("import.symbol-missing"));
    }

    void cancellingStoresNothing()
    {
        RowSource source("time,open,high,low,close,volume\n", 200'000);
        ImportOptions options;
        options.fileName = "abc.csv";
        const auto report = importBytes(source, options, {*m_bars, nullptr}, [](const ImportProgress& progress) { return progress.rowsRead < 100'000; });
        QCOMPARE(QString::fromStdString(report.error().code), QString("import.cancelled"));
        QVERIFY(m_bars->series()->empty());
    }

    void manyRowsGoThroughPieceByPiece()
    {
        RowSource source("time,open,high,low,close,volume\n", 300'000);
        ImportOptions options;
        options.fileName = "abc.csv";
        std::uint64_t bytes = 0;
        const auto report = importBytes(source, options, {*m_bars, nullptr}, [&](const ImportProgress& progress) {
            bytes = progress.bytesRead;
            return true;
        });
        QVERIFY2(report.ok(), report ? "" : report.error().text().c_str());
        QCOMPARE(report->accepted, std::int64_t{300'000});
        QCOMPARE(bars("ABC", BarInterval::Minute).size(), std::size_t{300'000});
        QVERIFY(bytes > 10'000'000);
    }

    void aFileThatIsNotThereIsSaidSo()
    {
        QCOMPARE(QString::fromStdString(importFile("/nowhere/x.csv", {}, {*m_bars, nullptr}).error().code), QString("import.file-missing"));
        QCOMPARE(QString::fromStdString(importFile(RIALTO_SOURCE_DIR, {}, {*m_bars, nullptr}).error().code), QString("import.file-is-directory"));
    }
};

RIALTO_TEST(BadFilesTest)
#include "bad_files_test.moc"
