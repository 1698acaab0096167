// SPDX-License-Identifier: GPL-3.0-or-later
// The corpora of the statement fuzz targets in every build: as they are, cut at every byte, and with seeded damage. Nothing
// crashes, and nothing that was cut looks whole where the format can tell.
#include "base/rng.h"
#include "fuzz/statement_target.h"
#include "integration/connectors/statement_file.h"
#include "support/test_main.h"

#include <QDir>
#include <QFile>

using namespace rialto;

class StatementCorpusTest : public QObject {
    Q_OBJECT

    template <class Parse>
    static int replay(const char* folder, Parse parse)
    {
        const QDir dir(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/") + folder);
        Rng rng(7);
        int files = 0;
        for (const QString& name : dir.entryList(QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(name));
            RIALTO_CHECK(file.open(QIODevice::ReadOnly), "a file of the corpus is readable");
            const QByteArray bytes = file.readAll();
            const auto feed = [&](const QByteArray& each) { fuzzing::runStatementTarget(reinterpret_cast<const std::uint8_t*>(each.constData()), static_cast<std::size_t>(each.size()), parse); };
            feed(bytes);
            for (int cut = 0; cut < bytes.size(); ++cut)
                feed(bytes.left(cut));
            for (int i = 0; i < 200; ++i) {
                QByteArray damaged = bytes;
                for (std::int64_t n = rng.between(1, 4); n > 0 && !damaged.isEmpty(); --n) {
                    const auto at = static_cast<qsizetype>(rng.below(static_cast<std::uint32_t>(damaged.size())));
                    constexpr char kSpecial[] = "<>/&;:,.\"'\n-+0^!{}\0\xFF\xB0";
                    if (rng.chance(300))
                        damaged.remove(at, rng.between(1, 8));
                    else if (rng.chance(500))
                        damaged.insert(at, kSpecial[rng.below(sizeof kSpecial - 1)]);
                    else
                        damaged[at] = kSpecial[rng.below(sizeof kSpecial - 1)];
                }
                feed(damaged);
            }
            ++files;
        }
        return files;
    }

    static Result<integration::StatementFile> read(const char* path)
    {
        return integration::readStatementFile(std::string(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/") + path, {});
    }

private slots:
    void camtKeepsItsPromises() { QVERIFY(replay("camt", fuzzing::camtParser()) >= 2); }
    void mt940KeepsItsPromises() { QVERIFY(replay("mt940", fuzzing::mt940Parser()) >= 2); }
    void ofxKeepsItsPromises() { QVERIFY(replay("ofx", fuzzing::ofxParser()) >= 2); }
    void qifKeepsItsPromises() { QVERIFY(replay("qif", fuzzing::qifParser()) >= 2); }
    void flexKeepsItsPromises() { QVERIFY(replay("flex", fuzzing::flexParser()) >= 1); }
    void tablesKeepTheirPromises() { QVERIFY(replay("statement_csv", fuzzing::csvParser()) >= 3); }

    // A cut closing tag or trailer cannot be missed; half a statement is never importable.
    void cutFilesAreNotImportable()
    {
        for (const char* path : {"camt/day.xml", "ofx/bank.ofx", "ofx/invest.ofx", "flex/own.xml", "qif/giro.qif"}) {
            QFile file(QStringLiteral(RIALTO_SOURCE_DIR "/tests/fuzz/corpus/") + path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll().trimmed();
            for (int cut = 1; cut < bytes.size(); ++cut) {
                const auto read = integration::readStatementBytes(bytes.left(cut).toStdString(), {});
                const bool nothing = !read || !read->importable() || read->entryCount() == 0;
                // QIF has no end: what is cut between records is a shorter file. Everything else is noticed.
                const bool whole = std::string_view(path).ends_with("qif") && bytes[cut - 1] == '^';
                const bool lineEnd = std::string_view(path).ends_with("qif") && bytes[cut - 1] == '\n' && bytes[cut - 2] == '^';
                const bool header = std::string_view(path).ends_with("qif") && bytes.mid(cut - 2, 1) == "^";
                QVERIFY2(nothing || whole || lineEnd || header, qPrintable(QString::fromLatin1("%1 cut at %2").arg(QLatin1String(path)).arg(cut)));
            }
        }
    }

    void anEntryDeclarationOfItsOwnIsRefused()
    {
        const auto bomb = integration::readStatementBytes("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>&b;</BkToCstmrStmt></Document>", {});
        QVERIFY(!bomb);
        QCOMPARE(bomb.error().code, std::string("xml.doctype"));
        QVERIFY(bomb.error().detail.find("line 1") != std::string::npos);
    }

    void depthAndArchivesAreRefused()
    {
        std::string deep = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>";
        for (int i = 0; i < 100'000; ++i)
            deep += "<a>";
        for (int i = 0; i < 100'000; ++i)
            deep += "</a>";
        const auto camt = integration::readStatementBytes(deep + "</BkToCstmrStmt></Document>", {});
        QVERIFY(!camt);
        QCOMPARE(camt.error().code, std::string("xml.too-deep"));
        std::string sgml = "<OFX>";
        for (int i = 0; i < 100'000; ++i)
            sgml += "<A>";
        const auto ofx = integration::readStatementBytes(sgml, {});
        QVERIFY(!ofx);
        QCOMPARE(ofx.error().code, std::string("ofx.too-deep"));
        QCOMPARE(integration::readStatementBytes(std::string("PK\x03\x04zip", 7), {}).error().code, std::string("statement.archive"));
        QCOMPARE(integration::readStatementBytes("%PDF-1.7", {}).error().code, std::string("statement.document"));
        QCOMPARE(integration::readStatementBytes("<!DOCTYPE html><html>log in</html>", {}).error().code, std::string("statement.web-page"));
    }

    void aHundredMegabyteLineIsAnsweredQuickly()
    {
        QElapsedTimer timer;
        timer.start();
        for (const char* start : {":20:A\n:61:", "!Type:Bank\nT", "<OFX><A>", "date,amount\n", "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'>"}) {
            const auto read = integration::readStatementBytes(start + std::string(std::size_t{100} << 20, '7'), {});
            QVERIFY(!read || !read->importable() || read->entryCount() == 0);
        }
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
    }

    void ownSamplesCloseExactly()
    {
        struct Expected {
            const char* path;
            const char* format;
            std::size_t entries;
            integration::SumStatus status;
            const char* closing;
        };
        // Computed by hand from the samples.
        for (const Expected& expected : {Expected{"camt/day.xml", "camt.053.001.08", 3, integration::SumStatus::Exact, "849.55"},
                 Expected{"mt940/day.sta", "mt940", 3, integration::SumStatus::Exact, "850"}, Expected{"flex/own.xml", "ibkr-flex-3", 1, integration::SumStatus::Exact, "889.5"},
                 Expected{"qif/giro.qif", "qif", 1, integration::SumStatus::Exact, "1000.5"}, Expected{"statement_csv/konto.csv", "csv", 2, integration::SumStatus::Exact, "200"},
                 Expected{"ofx/bank.ofx", "ofx-1.03", 3, integration::SumStatus::NoBalances, "2000"}}) {
            const auto file = read(expected.path);
            QVERIFY2(file.ok(), file ? "" : file.error().text().c_str());
            QCOMPARE(file->format, std::string(expected.format));
            QCOMPARE(file->entryCount(), expected.entries);
            const auto& sum = file->statements.front().sum;
            QVERIFY2(sum.status == expected.status, expected.path);
            QCOMPARE(sum.closing->amount.text(), std::string(expected.closing));
            QVERIFY2(file->importable(), expected.path);
        }
    }

    void reversalsPartiesAndReferencesAreRead()
    {
        const auto camt = read("camt/day.xml");
        const auto& rent = camt->statements[0].entries[0];
        QCOMPARE(rent.amount.text(), std::string("-200.5"));
        QCOMPARE(rent.counterparty, std::string("Landlord & Sons"));
        QCOMPARE(rent.counterpartyAccount, std::string("NL91ABNA0417164300"));
        QCOMPARE(rent.reference, std::string("RENT-1"));
        QCOMPARE(rent.text, std::string("Rent January"));
        QCOMPARE(rent.place.line, std::uint64_t{7});
        QCOMPARE(camt->statements[0].entries[2].status, std::string("pending"));
        const auto mt = read("mt940/day.sta");
        QCOMPARE(mt->statements[0].account.id, std::string("0532013000"));
        QCOMPARE(mt->statements[0].entries[0].text, std::string("Rent"));
        QCOMPARE(mt->statements[0].entries[1].amount.text(), std::string("50.05")); // a reversed debit comes back
        QCOMPARE(mt->statements[0].entries[1].counterparty, std::string("Somebody"));
        const auto ofx = read("ofx/bank.ofx");
        QCOMPARE(ofx->statements[0].entries[0].amount.text(), std::string("-12.5"));
        QCOMPARE(ofx->statements[0].entries[0].counterparty, std::string("A & B"));
        QVERIFY(ofx->statements[0].entries[2].duplicate);
        const auto trades = read("statement_csv/trades.csv");
        QCOMPARE(trades->statements[0].entries[0].amount.text(), std::string("-21.01"));
        QCOMPARE(trades->statements[0].entries[1].amount.text(), std::string("10"));
    }
};

RIALTO_TEST(StatementCorpusTest)
#include "corpus_test.moc"
