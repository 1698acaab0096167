// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/csv_reader.h"
#include "support/test_main.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace rialto;
using namespace rialto::integration;

namespace {

/// Gives a few bytes at a time, so that every boundary falls everywhere.
class TrickleSource final : public ByteSource {
public:
    TrickleSource(std::string_view bytes, std::size_t piece) : m_bytes(bytes), m_piece(piece) {}
    Result<std::size_t> read(std::span<char> into) override
    {
        const std::size_t count = std::min({into.size(), m_piece, m_bytes.size()});
        std::copy_n(m_bytes.data(), count, into.data());
        m_bytes.remove_prefix(count);
        return count;
    }

private:
    std::string_view m_bytes;
    std::size_t m_piece;
};

QStringList records(std::string_view text, std::size_t piece = 1 << 20, char delimiter = ',')
{
    TrickleSource source(text, piece);
    CsvReader reader(source, {delimiter, '"'});
    QStringList all;
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return all << QString::fromStdString(more.error().code);
        if (!*more)
            return all;
        QStringList cells;
        for (const auto field : reader.fields())
            cells << QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()));
        all << cells.join('|') + (reader.flaw() == CsvFlaw::None ? "" : reader.flaw() == CsvFlaw::UnclosedQuote ? " !open" : " !stray");
    }
}

} // namespace

class CsvReaderTest : public QObject {
    Q_OBJECT

private slots:
    void textsAreSplitWhateverThePiecesTheyComeIn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << QStringList{"a|b", "1|2"};
        QTest::newRow("no last line end") << QByteArray("a,b\n1,2") << QStringList{"a|b", "1|2"};
        QTest::newRow("CRLF") << QByteArray("a,b\r\n1,2\r\n") << QStringList{"a|b", "1|2"};
        QTest::newRow("CR") << QByteArray("a,b\r1,2\r") << QStringList{"a|b", "1|2"};
        QTest::newRow("blank lines") << QByteArray("\n\na\n\r\n\nb\n\n") << QStringList{"a", "b"};
        QTest::newRow("empty cells") << QByteArray(",\n,,\n") << QStringList{"|", "||"};
        QTest::newRow("quoted delimiter") << QByteArray("\"a,b\",c\n") << QStringList{"a,b|c"};
        QTest::newRow("quoted line break") << QByteArray("\"a\nb\r\nc\",d\ne\n") << QStringList{"a\nb\r\nc|d", "e"};
        QTest::newRow("doubled quotes") << QByteArray("\"a \"\"b\"\" c\",\"\"\"\",\"\"\n") << QStringList{"a \"b\" c|\"|"};
        QTest::newRow("quote inside") << QByteArray("a\"b,c\"\"d\n") << QStringList{"a\"b|c\"\"d"};
        QTest::newRow("stray") << QByteArray("\"a\"b,c\nd\n") << QStringList{"a\"b|c !stray", "d"};
        QTest::newRow("unclosed") << QByteArray("a\n\"b,c\nd") << QStringList{"a", "b,c\nd !open"};
        QTest::newRow("empty") << QByteArray("") << QStringList{};
        QTest::newRow("quote at the very end") << QByteArray("a,\"b\"") << QStringList{"a|b"};
        QTest::newRow("long cells") << QByteArray(300'000, 'x') + ",y\nz,w" << QStringList{QString(300'000, 'x') + "|y", "z|w"};
    }
    void textsAreSplitWhateverThePiecesTheyComeIn()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, expected);
        const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
        QCOMPARE(records(view), expected);
        if (text.size() < 1000)
            for (const std::size_t piece : {1U, 2U, 3U, 5U, 7U})
                QCOMPARE(records(view, piece), expected);
    }

    void rowsAndLinesAreCounted()
    {
        MemorySource source("h\n\n\"a\nb\"\nc\n");
        CsvReader reader(source, {});
        QVERIFY(*reader.next());
        QCOMPARE(reader.line(), std::uint64_t{1});
        QVERIFY(*reader.next());
        QCOMPARE(reader.row(), std::uint64_t{2});
        QCOMPARE(reader.line(), std::uint64_t{3});
        QVERIFY(*reader.next());
        QCOMPARE(reader.line(), std::uint64_t{5});
    }

    void aRecordWithoutEndIsRefusedInBoundedMemory()
    {
        const std::string text = "a,b\n1,\"" + std::string(4'000'000, 'x');
        QCOMPARE(records(text), (QStringList{"a|b", "csv.record-too-long"}));
    }

    void everyLengthAcrossTheVectorWidthIsScannedAlike()
    {
        for (int width = 0; width < 70; ++width) {
            const std::string text = std::string(static_cast<std::size_t>(width), 'x') + ";y\n1;2";
            QCOMPARE(records(text, 1 << 20, ';'), (QStringList{QString(width, 'x') + "|y", "1|2"}));
        }
    }

    void theSpectrumOfOddFilesIsReadAsPublished()
    {
        const QString folder = QStringLiteral(RIALTO_SHARED_DATA "/dirty/csv_spectrum/");
        if (!QFile::exists(folder))
            QSKIP("the shared data is not there");
        for (const char* file : {"comma_in_quotes", "empty", "newlines", "quotes_and_newlines", "simple", "utf8"}) {
            QFile csv(folder + file + ".csv");
            QFile json(folder + file + ".json");
            QVERIFY(csv.open(QIODevice::ReadOnly) && json.open(QIODevice::ReadOnly));
            const QByteArray text = csv.readAll();
            MemorySource source({text.constData(), static_cast<std::size_t>(text.size())});
            CsvReader reader(source, {});
            QVERIFY(*reader.next());
            std::vector<QString> heads;
            for (const auto field : reader.fields())
                heads.push_back(QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size())));
            QJsonArray rows;
            while (*reader.next()) {
                QJsonObject row;
                for (std::size_t i = 0; i < heads.size(); ++i)
                    row[heads[i]] = QString::fromUtf8(reader.fields()[i].data(), static_cast<qsizetype>(reader.fields()[i].size()));
                rows.append(row);
            }
            QCOMPARE(rows, QJsonDocument::fromJson(json.readAll()).array());
        }
    }
};

RIALTO_TEST(CsvReaderTest)
#include "csv_reader_test.moc"
