// SPDX-License-Identifier: GPL-3.0-or-later
// The workbook's formulas, computed by LibreOffice when it is installed: every figure must come out as the report states it. With
// RIALTO_REPORT_SAMPLES=<folder> the files are kept there, to be looked at.
#include "reports/export/xlsx/report_xlsx.h"
#include "reports/export/xlsx/sheet_layout.h"
#include "reports/report.h"
#include "support/sample_report.h"
#include "support/test_main.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QThread>
#include <QTemporaryDir>

#include <cmath>
#include <map>
#include <set>

using namespace rialto;
using namespace rialto::reports;

class ReportXlsxTest : public QObject {
    Q_OBJECT

    static ReportDocument documentOf(const std::string& id, Language language = Language::English)
    {
        const auto document = buildReport(*findReport(id), testing::sampleReport(), {language, {}, true});
        if (!document)
            qFatal("%s", document.error().text().c_str());
        return *document;
    }
    static void addReports()
    {
        QTest::addColumn<QString>("id");
        for (const auto& report : reportCatalog())
            QTest::newRow(report.id.c_str()) << QString::fromStdString(report.id);
    }
    QString folder() const
    {
        const QString kept = qEnvironmentVariable("RIALTO_REPORT_SAMPLES");
        return kept.isEmpty() ? m_dir.path() : kept;
    }

    /// A spreadsheet as rows of fields; fields of ours hold no line ends.
    static QList<QStringList> rowsOf(const QByteArray& csv)
    {
        QList<QStringList> rows;
        for (const auto& line : QString::fromUtf8(csv).split('\n')) {
            QStringList fields{QString()};
            bool quoted = false;
            for (const QChar c : line) {
                if (c == '"')
                    quoted = !quoted;
                else if (c == '\t' && !quoted)
                    fields.append(QString());
                else
                    fields.last().append(c);
            }
            rows.append(fields);
        }
        return rows;
    }

    QTemporaryDir m_dir;

private slots:
    void sameDocumentSameBytes()
    {
        const auto document = documentOf("holdings-allocation", Language::Chinese);
        const auto first = reportXlsx(document);
        QVERIFY(first.ok());
        QThread::msleep(1100); // the clock's second must not matter
        QVERIFY(*first == *reportXlsx(document));
        QVERIFY(first->compare(0, 2, "PK") == 0);
    }

    void everyFigureHasAPlace_data() { addReports(); }
    void everyFigureHasAPlace()
    {
        QFETCH(QString, id);
        for (const auto language : {Language::English, Language::Chinese}) {
            const auto document = documentOf(id.toStdString(), language);
            const auto layout = xlsx::layOut(document);
            QCOMPARE(layout.places.size(), document.figures.size());
            std::set<std::string> names;
            for (const auto& sheet : layout.sheets) {
                QVERIFY(names.insert(sheet.name).second);
                QVERIFY(QString::fromStdString(sheet.name).size() <= 31);
            }
        }
    }

    void aSpreadsheetComputesWhatTheReportStates_data() { addReports(); }
    void aSpreadsheetComputesWhatTheReportStates()
    {
        QFETCH(QString, id);
        const QString office = QStandardPaths::findExecutable("soffice");
        const auto document = documentOf(id.toStdString());
        const auto bytes = reportXlsx(document, {false});
        QVERIFY(bytes.ok());
        QFile file(folder() + "/" + id + ".xlsx");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes->data(), qint64(bytes->size()));
        file.close();
        if (office.isEmpty())
            QSKIP("LibreOffice is not installed, so no spreadsheet computes the formulas");

        // A profile that computes every formula of a file when it opens it; the file itself states no results.
        QTemporaryDir profile;
        QDir().mkpath(profile.path() + "/user");
        QFile settings(profile.path() + "/user/registrymodifications.xcu");
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><oor:items xmlns:oor=\"http://openoffice.org/2001/registry\"><item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\"><prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>0</value></prop></item></oor:items>");
        settings.close();
        QTemporaryDir out;
        QProcess process;
        // Tab between fields, every sheet a file, cells as computed and not as shown.
        process.start(office, {"-env:UserInstallation=file://" + profile.path(), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1", "--outdir", out.path(), file.fileName()});
        QVERIFY(process.waitForFinished(180'000));
        std::map<std::string, QList<QStringList>> sheets;
        for (const auto& name : QDir(out.path()).entryList({"*.csv"})) {
            QFile sheet(out.filePath(name));
            QVERIFY(sheet.open(QIODevice::ReadOnly));
            sheets[name.mid(id.size() + 1).chopped(4).toStdString()] = rowsOf(sheet.readAll());
        }
        QVERIFY(!sheets.empty());
        const auto layout = xlsx::layOut(document);
        int compared = 0;
        for (const auto& figure : document.figures) {
            const auto& place = layout.places.at(figure.id);
            QVERIFY2(sheets.count(place.sheet) == 1, place.sheet.c_str());
            const auto& rows = sheets[place.sheet];
            QVERIFY(qsizetype(place.row) < rows.size() && qsizetype(place.column) < rows[qsizetype(place.row)].size());
            QString text = rows[qsizetype(place.row)][qsizetype(place.column)].trimmed();
            double factor = 1;
            if (text.endsWith('%')) {
                text.chop(1);
                factor = 0.01;
            }
            bool number = false;
            const double value = text.toDouble(&number) * factor;
            const double stated = double(figure.units) / std::pow(10.0, figure.decimals);
            const double slack = overSeries(figure.operation) ? 2e-6 : std::max(1e-9, std::fabs(stated) * 1e-12);
            QVERIFY2(number && std::fabs(value - stated) <= slack, qPrintable(QString::fromStdString(figure.id) + " at " + QString::fromStdString(place.text()) + ": " + text + ", stated " + QString::number(stated, 'g', 15)));
            ++compared;
        }
        QCOMPARE(compared, int(document.figures.size()));
    }
};

RIALTO_TEST(ReportXlsxTest)
#include "report_xlsx_test.moc"
