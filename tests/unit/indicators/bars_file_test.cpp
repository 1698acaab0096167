// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/bars_file.h"
#include "support/test_main.h"

#include <QDir>
#include <QFile>

#include <cmath>

using namespace rialto;
using cli::BarsFile;

class BarsFileTest : public QObject {
    Q_OBJECT
private slots:
    void columnsAreFoundUnderTheirUsualNames()
    {
        const auto file = BarsFile::parse("\xEF\xBB\xBF" "Timestamp,O,H,L,Adj Close,Close,Vol.\n2020-01-02,1,3,0.5,9,2,1.5E+03\n", "x");
        QVERIFY(file.ok());
        QCOMPARE((*file->column("close"))[0], 2.0);
        QCOMPARE((*file->column("Adj Close"))[0], 9.0);
        QCOMPARE((*file->column("volume"))[0], 1500.0);
        QCOMPARE(file->dates()[0], std::string("2020-01-02"));
        QVERIFY(file->column("turnover") == nullptr);
    }

    void aFileWithoutHeaderIsReadByItsOrder()
    {
        const auto file = BarsFile::parse("2020-01-02;1,5;3;0,5;2,25;1000\n2020-01-03;1;2;1;2;7\n", "x");
        QVERIFY(file.ok());
        QCOMPARE(file->rows(), std::size_t(2));
        QCOMPARE((*file->column("open"))[0], 1.5);
        QCOMPARE((*file->column("close"))[0], 2.25);
    }

    void thousandsAreReadOnlyWhereTheyAreGroupsOfThree()
    {
        const auto file = BarsFile::parse("date,close,volume\n2020-01-02,\"1,234.5\",\"12,345,678\"\n2020-01-03,\"1,5\",\"12,34\"\n", "x");
        QVERIFY(file.ok());
        QCOMPARE((*file->column("close"))[0], 1234.5);
        QCOMPARE((*file->column("volume"))[0], 12345678.0);
        QVERIFY(std::isnan((*file->column("close"))[1]));
        QVERIFY(std::isnan((*file->column("volume"))[1]));
    }

    void halvesOfTheDayAreTimes()
    {
        const auto file = BarsFile::parse("Date,Close\n3/13/2015 12:05:00 AM,1\n3/13/2015 12:05:00 PM,1\n3/13/2015 1:05:00 PM,1\n", "x");
        const auto times = file->times();
        QVERIFY2(times.ok(), times.ok() ? "" : times.error().text().c_str());
        QCOMPARE((*times)[1] - (*times)[0], std::int64_t(12 * 3'600'000));
        QCOMPARE((*times)[2] - (*times)[1], std::int64_t(3'600'000));
    }

    void theCorpusOfTheFuzzTargetIsReadWithoutAnAccident()
    {
        const QDir dir(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/bars_file"));
        const QStringList names = dir.entryList(QDir::Files);
        QVERIFY(names.size() >= 3);
        for (const QString& name : names) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            // Cut at every length, too: a file may end anywhere.
            for (qsizetype length = 0; length <= bytes.size(); ++length) {
                const auto bars = BarsFile::parse({bytes.constData(), static_cast<std::size_t>(length)}, "x");
                if (!bars)
                    continue;
                QCOMPARE(bars->dates().size(), bars->rows());
                if (const auto* close = bars->column("close"))
                    QCOMPARE(close->size(), bars->rows());
                (void)bars->times();
            }
        }
    }

    void damagedFilesAreRefusedWithTheLine()
    {
        for (const char* text : {"", "Date,Close\n", "Date,Close\n2020-01-02,1\n2020-01-03\n", "Date,Close\n\"2020-01-02,1\n", "Date,Close\n\xFF\xFE,1\n", "a,b\n1,2,3\n"})
            QVERIFY2(!BarsFile::parse(text, "x").ok(), text);
        const auto cut = BarsFile::parse("Date,Open,Close\n2020-01-02,1,2\n2020-01-03,1\n", "bars.csv");
        QVERIFY(!cut.ok());
        QVERIFY(cut.error().detail.find("line 3") != std::string::npos);
    }
};

RIALTO_TEST(BarsFileTest)
#include "bars_file_test.moc"
