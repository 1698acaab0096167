// SPDX-License-Identifier: GPL-3.0-or-later
// The PDF of the statement. With RIALTO_REPORT_SAMPLES=<folder> the files are kept there, to be looked at.
#include "reports/export/pdf/pdf_exporter.h"
#include "reports/export/pdf/pdf_rewriter.h"
#include "reports/report.h"
#include "support/sample_statement.h"
#include "support/test_main.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFontDatabase>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>

using namespace rialto;
using namespace rialto::reports;

class PdfExporterTest : public QObject {
    Q_OBJECT

    /// The whole long book (300 holdings, 2,000 trades) only where its pages are kept to be looked at.
    static StatementData dataOf(const QString& name)
    {
        if (name.startsWith("empty"))
            return testing::emptyStatement();
        if (name.startsWith("sample"))
            return testing::sampleStatement();
        return qEnvironmentVariableIsSet("RIALTO_REPORT_SAMPLES") ? testing::longStatement(300, 2000) : testing::longStatement(60, 250);
    }

    static ReportDocument documentOf(const StatementData& data, Language language)
    {
        auto document = buildClientStatement(data, language);
        if (!document)
            qFatal("%s", document.error().text().c_str());
        return *document;
    }

    QString run(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qWarning("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    QString folder() const
    {
        const QString kept = qEnvironmentVariable("RIALTO_REPORT_SAMPLES");
        return kept.isEmpty() ? m_temporary.path() : kept;
    }

    QTemporaryDir m_temporary;

private slots:
    void sameDocumentSameBytes()
    {
        const auto document = documentOf(testing::sampleStatement(), Language::Chinese);
        const auto first = PdfExporter::render(document);
        QVERIFY(first.ok());
        QByteArray second;
        const std::unique_ptr<QThread> worker(QThread::create([&] { second = *PdfExporter::render(document); }));
        worker->start();
        QVERIFY(worker->wait(60'000));
        QVERIFY(*first == second);
        QVERIFY(first->contains("/CreationDate (D:20261124180000Z)"));
        QVERIFY(first->contains("/Lang (zh-CN)"));
    }

    void anotherProcessWritesTheSameBytes()
    {
        // Each process seeds its hash tables anew, which moves the fonts about in what Qt writes.
        const auto document = documentOf(testing::sampleStatement(), Language::Chinese);
        const auto here = PdfExporter::render(document);
        QVERIFY(here.ok());
        for (int i = 0; i < 2; ++i) {
            QTemporaryDir other;
            QProcess process;
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert("RIALTO_REPORT_SAMPLES", other.path());
            process.setProcessEnvironment(environment);
            process.start(QCoreApplication::applicationFilePath(), {"sampleStatementsAreComplete:sample-zh"});
            QVERIFY(process.waitForFinished(60'000));
            QFile file(other.path() + "/sample-zh.pdf");
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll() == *here);
        }
    }

    void sampleStatementsAreComplete_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"sample-en", "sample-zh", "empty-en", "empty-zh", "long-en", "sample-en-letter"})
            QTest::newRow(name) << name;
    }
    void sampleStatementsAreComplete()
    {
        QFETCH(QString, name);
        const bool chinese = name.contains("zh");
        const auto data = dataOf(name);
        const auto document = documentOf(data, chinese ? Language::Chinese : Language::English);
        QElapsedTimer timer;
        timer.start();
        const auto written = PdfExporter::write(document, (folder() + "/" + name + ".pdf").toStdString(), {name.endsWith("letter") ? Paper::Letter : Paper::A4});
        QVERIFY2(written.ok(), written.ok() ? "" : written.error().text().c_str());
        qInfo("%s: %d pages, %lld bytes, %lld ms", qPrintable(name), written->pages, static_cast<long long>(written->bytes), timer.elapsed());
        QCOMPARE(QFile(QString::fromStdString(written->path)).size(), written->bytes);
        if (QStandardPaths::findExecutable("pdftotext").isEmpty())
            QSKIP("pdftotext is not installed");

        // Whatever stands in a cell must be found by a search, whole.
        const QString text = run("pdftotext", {"-layout", QString::fromStdString(written->path), "-"});
        QCOMPARE(text.count(QChar(u'\f')), written->pages);
        QVERIFY(text.contains(QString::fromStdString(document.blocks.empty() ? "" : std::get<Cover>(document.blocks.front()).title)));
        const QString last = QString::fromStdString(document.furniture.pageOf).replace("{0}", QString::number(written->pages)).replace("{1}", QString::number(written->pages));
        QVERIFY2(text.contains(last), qPrintable(last));
        for (const auto& block : document.blocks) {
            const auto* table = std::get_if<Table>(&block);
            for (std::size_t i = 0; table && i < table->rows.size(); ++i)
                for (std::size_t c = 0; c < table->columns.size(); ++c)
                    if (table->columns[c].align == Align::Decimal)
                        QVERIFY2(text.contains(QString::fromStdString(table->rows[i].cells[c].text)), table->rows[i].cells[c].text.c_str());
        }
        if (chinese && name.startsWith("sample"))
            for (const char* words : {"子午仪器", "奥尔塞奥洛保险", "2026年11月24日", "资金流水", "林德维"})
                QVERIFY2(text.contains(QString::fromUtf8(words)), words);
        QCOMPARE(text.contains(chinese ? QString::fromUtf8("模拟") : QString("SIMULATED")), data.simulated);
    }

    void fontsAreEmbeddedAndMapped()
    {
        if (QStandardPaths::findExecutable("pdffonts").isEmpty())
            QSKIP("pdffonts is not installed");
        const auto written = PdfExporter::write(documentOf(testing::sampleStatement(), Language::Chinese), (m_temporary.path() + "/fonts.pdf").toStdString());
        QVERIFY(written.ok());
        const QStringList lines = run("pdffonts", {QString::fromStdString(written->path)}).split('\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() >= 4);
        for (const auto& line : lines.mid(2))
            QVERIFY2(line.contains("yes yes yes"), qPrintable(line));
    }

    void aFailedWriteLeavesWhatWasThere()
    {
        const auto document = documentOf(testing::emptyStatement(), Language::English);
        const auto failed = PdfExporter::write(document, (m_temporary.path() + "/no/such/folder/x.pdf").toStdString());
        QVERIFY(!failed.ok());
        QCOMPARE(failed.error().code, std::string("reports.write-failed"));
    }

    void noPageIsOverfull_data() { sampleStatementsAreComplete_data(); }
    void noPageIsOverfull()
    {
        QFETCH(QString, name);
        const ReportPages pages(documentOf(dataOf(name), name.contains("zh") ? Language::Chinese : Language::English), name.endsWith("letter") ? Paper::Letter : Paper::A4);
        for (int i = 0; i < pages.count(); ++i) {
            const QImage image = pages.image(i, 36);
            // The strip between the text and the footer, and the side margins, stay white on every page but the cover.
            const auto white = [&](const QRect& area) {
                for (int y = area.top(); y <= area.bottom(); ++y)
                    for (int x = area.left(); x <= area.right(); ++x)
                        if (qGray(image.pixel(x, y)) < 250)
                            return false;
                return true;
            };
            if (i == 0)
                continue;
            QVERIFY2(white(QRect(0, image.height() - 30, image.width(), 3)), qPrintable(QString::number(i)));
            QVERIFY2(white(QRect(0, 0, 22, image.height())), qPrintable(QString::number(i)));
            QVERIFY2(white(QRect(image.width() - 22, 0, 22, image.height())), qPrintable(QString::number(i)));
        }
    }

    void previewHasTheSizeOfThePaper()
    {
        const ReportPages pages(documentOf(testing::emptyStatement(), Language::English));
        QCOMPARE(pages.image(0, 96).size(), QSize(793, 1123));
        QVERIFY(pages.texts(0).contains("Client statement"));
    }

    void whatIsNoPdfIsNotRewritten()
    {
        QVERIFY(!rewritePdf("", {}));
        QVERIFY(!rewritePdf("%PDF-1.4\nstartxref\n5\n%%EOF", {}));
        QVERIFY(!rewritePdf("%PDF-1.4\nxref\n0 3\nstartxref\n9\n%%EOF", {}));
    }
};

RIALTO_TEST(PdfExporterTest)
#include "pdf_exporter_test.moc"
