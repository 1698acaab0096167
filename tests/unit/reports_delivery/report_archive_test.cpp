// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/delivery/brand_file.h"
#include "reports/export/delivery/report_batch.h"
#include "reports/report.h"
#include "support/sample_report.h"
#include "support/test_main.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

using namespace rialto;
using namespace rialto::reports;

class ReportArchiveTest : public QObject {
    Q_OBJECT

    std::string write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName().toStdString();
    }
    QByteArray read(const QString& name)
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    IssuedReport issue(const QString& name, const QByteArray& bytes)
    {
        const auto written = writeWhole(m_dir.filePath(name).toStdString(), std::string_view(bytes.constData(), std::size_t(bytes.size())));
        if (!written)
            qFatal("no file");
        return {"client-statement/C-1/2026-01-01..2026-01-31", "en", "2026-01-31T16:00:00Z", *written};
    }
    static Result<ReportDocument> make(Language language)
    {
        return buildReport(*findReport("risk-report"), testing::sampleReport(), {language, {}, false});
    }

    QTemporaryDir m_dir;

private slots:
    void theHashIsThatOfTheStandard()
    {
        // FIPS 180-4's example.
        QCOMPARE(issue("abc.txt", "abc").file.sha256, std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void everyChangedByteIsFound()
    {
        const QByteArray bytes = "every single byte of this report";
        const auto issued = issue("one.pdf", bytes);
        QVERIFY(addToManifest(m_dir.path().toStdString(), {issued}).ok());
        const std::string path = m_dir.filePath("one.pdf").toStdString();
        QVERIFY(verifyReport(path, {}, {})->good);
        for (qsizetype i = 0; i < bytes.size(); ++i)
            for (const int bit : {0, 7}) {
                QByteArray changed = bytes;
                changed[i] = char(changed[i] ^ (1 << bit));
                write("one.pdf", changed);
                const auto verdict = verifyReport(path, {}, {});
                QVERIFY(verdict.ok() && !verdict->good);
                QCOMPARE(verdict->expected, issued.file.sha256);
            }
        write("one.pdf", bytes.chopped(1));
        QVERIFY(!verifyReport(path, {}, {})->good);
        write("one.pdf", bytes);
        QVERIFY(verifyReport(path, {}, {})->good);
    }

    void aChangedManifestIsFound()
    {
        QVERIFY(addToManifest(m_dir.path().toStdString(), {issue("two.pdf", "two")}).ok());
        QByteArray manifest = read("manifest.json");
        const QByteArray sha = QByteArray::fromStdString(issue("two.pdf", "two").file.sha256);
        QVERIFY(manifest.contains(sha));
        write("manifest.json", QByteArray(manifest).replace(sha, QByteArray(64, '0')));
        const auto verdict = verifyReport(m_dir.filePath("two.pdf").toStdString(), {}, {});
        QVERIFY(!verdict.ok());
        QCOMPARE(verdict.error().code, std::string("reports.manifest-malformed"));
        for (const char* text : {"", "[]", "{\"files\":3}"}) {
            write("manifest.json", text);
            QVERIFY(!verifyReport(m_dir.filePath("two.pdf").toStdString(), {}, {}).ok());
        }
        write("manifest.json", manifest);
        QVERIFY(verifyReport(m_dir.filePath("two.pdf").toStdString(), {}, {})->good);
    }

    void theRecordIsAChain()
    {
        QTemporaryDir book;
        const std::string folder = book.path().toStdString();
        QVERIFY(addToRecord(folder, {issue("a.pdf", "a"), issue("b.pdf", "b")}).ok());
        QVERIFY(addToRecord(folder, {issue("c.pdf", "c")}).ok());
        QTemporaryDir elsewhere;
        const QString copy = elsewhere.filePath("b.pdf");
        QVERIFY(QFile::copy(m_dir.filePath("b.pdf"), copy));
        QVERIFY(verifyReport(copy.toStdString(), {}, folder)->good);
        QFile log(book.filePath("reports.log"));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray lines = log.readAll();
        log.close();
        QCOMPARE(lines.count('\n'), 3);
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write(QByteArray(lines).replace("a.pdf", "x.pdf"));
        log.close();
        QCOMPARE(verifyReport(copy.toStdString(), {}, folder).error().code, std::string("reports.record-malformed"));
    }

    void aBatchUsesSeveralThreadsAndStopsWhenAsked()
    {
        BatchRequest request;
        request.count = 6;
        request.make = [](std::size_t index, Language language) -> Result<ReportDocument> {
            if (index == 4)
                return invalid("test.wrong", "the fifth");
            auto document = make(language);
            document->client = "C-" + std::to_string(index);
            return document;
        };
        request.nameOf = [](std::size_t index) { return "C-" + std::to_string(index); };
        request.languages = {Language::English};
        request.formats = {ReportFormat::Pdf, ReportFormat::Json};
        request.folder = m_dir.filePath("batch").toStdString();
        request.threads = 2;
        std::atomic<bool> cancelled{false};
        const auto whole = runBatch(request, cancelled, {});
        QVERIFY(whole.ok());
        QCOMPARE(whole->issued.size(), std::size_t(10));
        QCOMPARE(whole->failures.size(), std::size_t(1));
        QCOMPARE(whole->failures.front().name, std::string("C-4"));
        QVERIFY(!whole->cancelled);

        // The same bytes, whoever drew them.
        request.threads = 1;
        request.folder = m_dir.filePath("again").toStdString();
        const auto again = runBatch(request, cancelled, {});
        for (std::size_t i = 0; i < whole->issued.size(); ++i)
            QCOMPARE(again->issued[i].file.sha256, whole->issued[i].file.sha256);

        request.folder = m_dir.filePath("stopped").toStdString();
        const auto stopped = runBatch(request, cancelled, [&](std::size_t done, std::size_t) { cancelled = done >= 2; });
        QVERIFY(stopped.ok() && stopped->cancelled);
        QCOMPARE(stopped->finished, std::size_t(2));
        QVERIFY(verifyReport(m_dir.filePath("stopped/manifest.json").toStdString(), {}, {})->good);
    }

    void brandsAreReadAndDamagedOnesRefused()
    {
        QImage logo(120, 40, QImage::Format_ARGB32);
        logo.fill(qRgb(0x7a, 0x1f, 0x3d));
        QVERIFY(logo.save(m_dir.filePath("logo.png")));
        const auto brand = readBrand(write("brand.json", "{\"firmName\":{\"en\":\"Ponte\",\"zh\":\"\xE6\xA1\xA5\"},\"contact\":\"1 Quay\",\"accent\":\"#7A1f3d\",\"logo\":\"logo.png\",\"disclosures\":[\"One.\",{\"en\":\"Two.\",\"zh\":\"\xE4\xBA\x8C\"}]}"));
        QVERIFY2(brand.ok(), brand.ok() ? "" : brand.error().text().c_str());
        QCOMPARE(brand->accent, std::uint32_t(0x7a1f3d));
        QCOMPARE(brand->logoType, std::string("image/png"));
        QCOMPARE(brand->disclosures.size(), std::size_t(2));
        for (const char* text : {"", "[]", "{\"accent\":\"red\"}", "{\"accent\":\"#12345\"}", "{\"logo\":\"none.png\"}", "{\"logo\":\"brand.json\"}", "{\"colour\":\"#112233\"}", "{\"firmName\":{\"fr\":\"x\"}}", "{\"disclosures\":\"x\"}"})
            QVERIFY2(!readBrand(write("wrong.json", text)).ok(), text);
        QCOMPARE(readBrand(m_dir.filePath("missing.json").toStdString()).error().code, std::string("reports.read-failed"));

        // The logo and the accent are in the PDF.
        const auto plain = make(Language::English);
        auto branded = *plain;
        branded.brand = *brand;
        const auto one = writeReport(*plain, m_dir.filePath("plain").toStdString(), {ReportFormat::Pdf});
        const auto other = writeReport(branded, m_dir.filePath("branded").toStdString(), {ReportFormat::Pdf});
        QVERIFY(one.ok() && other.ok());
        QVERIFY(!read("plain/" + QString::fromStdString(one->front().name)).contains("/Subtype /Image"));
        QVERIFY(read("branded/" + QString::fromStdString(other->front().name)).contains("/Subtype /Image"));
    }
};

RIALTO_TEST(ReportArchiveTest)
#include "report_archive_test.moc"
