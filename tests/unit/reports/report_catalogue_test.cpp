// SPDX-License-Identifier: GPL-3.0-or-later
// Every report of the catalogue as text, compared with tests/golden/reports, and what must hold for all of them. After a wanted
// change: RIALTO_UPDATE_GOLDEN=1 ctest -R reports, then read the difference.
#include "reports/explanation.h"
#include "reports/export/csv/report_csv.h"
#include "reports/export/html/report_html.h"
#include "reports/export/json/report_json.h"
#include "reports/report.h"
#include "support/sample_report.h"
#include "support/test_main.h"

#include <QFile>
#include <QRegularExpression>

#include <set>

using namespace rialto;
using namespace rialto::reports;

class ReportCatalogueTest : public QObject {
    Q_OBJECT

    static ReportDocument documentOf(const QString& id, Language language)
    {
        const auto definition = findReport(id.toStdString());
        if (!definition)
            qFatal("%s", definition.error().text().c_str());
        auto document = buildReport(*definition, testing::sampleReport(), {language, {}, true});
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

private slots:
    void documentEqualsItsGolden_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("language");
        for (const auto& report : reportCatalog())
            for (const char* language : {"en", "zh"})
                if (report.id != "client-statement" && report.id != "fee-invoice")
                    QTest::newRow((report.id + "." + language).c_str()) << QString::fromStdString(report.id) << language;
    }
    void documentEqualsItsGolden()
    {
        QFETCH(QString, id);
        QFETCH(QString, language);
        const QByteArray actual = QByteArray::fromStdString(describe(documentOf(id, language == "zh" ? Language::Chinese : Language::English)));
        QFile file(QStringLiteral(RIALTO_SOURCE_DIR "/tests/golden/reports/") + QString(id).replace('-', '_') + "." + language + ".txt");
        if (qEnvironmentVariableIsSet("RIALTO_UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(actual);
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const auto expectedLines = file.readAll().split('\n');
        const auto actualLines = actual.split('\n');
        for (qsizetype i = 0; i < std::min(expectedLines.size(), actualLines.size()); ++i)
            QCOMPARE(QString::fromUtf8(actualLines[i]), QString::fromUtf8(expectedLines[i]));
        QCOMPARE(actualLines.size(), expectedLines.size());
    }

    void everyFigureFollowsFromItsInputs_data() { addReports(); }
    void everyFigureFollowsFromItsInputs()
    {
        QFETCH(QString, id);
        const auto document = documentOf(id, Language::English);
        const auto figures = figuresOf(document);
        QVERIFY(!figures.figures.empty());
        for (const auto& figure : figures.figures) {
            const auto tree = explainFigure(figures, nullptr, figure.id);
            QVERIFY(tree.ok());
            QVERIFY2(tree->matches, (figure.id + " = " + figure.text() + ": " + tree->why + (tree->derived ? " " + formatDecimal(*tree->derived, figure.decimals, 0) : "") + " of " + formulaText(figure)).c_str());
        }
    }

    void idsAreThereOnceAndInputsBeforeThem_data() { addReports(); }
    void idsAreThereOnceAndInputsBeforeThem()
    {
        QFETCH(QString, id);
        std::set<std::string> seen;
        for (const auto& figure : documentOf(id, Language::English).figures) {
            for (const auto& input : figure.inputs)
                QVERIFY2(seen.count(input) == 1, (figure.id + " needs " + input).c_str());
            QVERIFY2(seen.insert(figure.id).second, figure.id.c_str());
        }
    }

    void bothLanguagesHaveTheSameFigures_data() { addReports(); }
    void bothLanguagesHaveTheSameFigures()
    {
        QFETCH(QString, id);
        const auto english = documentOf(id, Language::English);
        const auto chinese = documentOf(id, Language::Chinese);
        QVERIFY(english.figures == chinese.figures);
        QCOMPARE(english.blocks.size(), chinese.blocks.size());
        // No English sentence is left in the Chinese: heads of tables and labels have a Chinese character or no letters but codes.
        const QRegularExpression words(QStringLiteral("[a-z]{3,} [a-z]{2,}"));
        for (const auto& block : chinese.blocks)
            if (const auto* table = std::get_if<Table>(&block))
                for (const auto& column : table->columns)
                    QVERIFY2(!words.match(QString::fromStdString(column.title + " " + column.subtitle)).hasMatch(), column.title.c_str());
            else if (const auto* heading = std::get_if<Heading>(&block))
                QVERIFY2(!words.match(QString::fromStdString(heading->text + " " + heading->lead)).hasMatch(), heading->text.c_str());
            else if (const auto* labels = std::get_if<KeyFigures>(&block))
                for (const auto& figure : labels->figures)
                    QVERIFY2(!words.match(QString::fromStdString(figure.label + " " + figure.detail)).hasMatch(), figure.label.c_str());
    }

    void jsonKeepsEveryFigure_data() { addReports(); }
    void jsonKeepsEveryFigure()
    {
        QFETCH(QString, id);
        const auto document = documentOf(id, Language::Chinese);
        const auto read = readReportFigures(reportJson(document));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().text().c_str());
        QCOMPARE(read->key, document.key);
        QVERIFY(read->figures == document.figures);
        QVERIFY(read->series == document.series);
    }

    void aChangedFigureIsFound()
    {
        const auto book = figuresOf(documentOf("client-statement", Language::English));
        for (const char* id : {"total/value", "change/closing", "performance/period", "holding/A-1001-1/MERI/weight", "fx/EUR"}) {
            auto stated = book;
            for (auto& figure : stated.figures)
                if (figure.id == id)
                    figure.units += 10;
            const auto tree = explainFigure(stated, &book, id);
            QVERIFY(tree.ok());
            QVERIFY2(!tree->whole, id);
            QVERIFY(!tree->why.empty());
        }
        // One deep below is found from above.
        auto stated = book;
        for (auto& figure : stated.figures)
            if (figure.id == "holding/A-1001-1/LUMA/value-base")
                figure.units += 100;
        QVERIFY(!explainFigure(stated, &book, "change/closing")->whole);
        QVERIFY(explainFigure(book, &book, "change/closing")->whole);
        QCOMPARE(explainFigure(book, &book, "no/such").error().code, std::string("reports.figure-unknown"));
    }

    void damagedFilesAreRefused()
    {
        const std::string whole = reportJson(documentOf("tax-lots", Language::English));
        QVERIFY(readReportFigures(whole).ok());
        for (const std::string& text : {std::string(), std::string("{}"), std::string("[1,2]"), whole.substr(0, whole.size() / 2), std::string(100'000, '['), std::string("{\"key\":\"a\",\"report\":\"b\",\"figures\":[3]}"),
                 std::string("{\"key\":\"a\",\"report\":\"b\",\"figures\":[{\"id\":\"a/x\",\"value\":\"1e9\",\"operation\":\"sum\",\"kind\":\"money\"}]}")})
            QVERIFY(!readReportFigures(text).ok());
    }

    void csvCarriesTheExactValues()
    {
        const std::string csv = reportCsv(documentOf("risk-report", Language::English), false);
        QVERIFY(QString::fromStdString(csv).contains("Risk,,,figure,Downside deviation,a year,7.41%,0.07410000,,risk-report/C-1001/"));
    }

    void htmlStandsAlone_data() { addReports(); }
    void htmlStandsAlone()
    {
        QFETCH(QString, id);
        const QString html = QString::fromStdString(reportHtml(documentOf(id, Language::Chinese)));
        for (const char* outside : {"http:", "https:", "//cdn", "<script", "@import", "url("})
            QVERIFY2(!html.contains(outside), outside);
        QVERIFY(html.contains("lang=\"zh-CN\"") && html.contains("default-src 'none'") && html.contains("prefers-color-scheme:dark") && html.contains("@media print"));
        for (const char* element : {"table", "tr", "td", "figure", "svg", "div", "ol", "header", "main"})
            QCOMPARE(html.count(QRegularExpression(QString("<%1[ >]").arg(element))), html.count(QString("</%1>").arg(element)));
    }

    void aNameCannotBecomeMarkup()
    {
        auto data = testing::sampleReport();
        data.statement.clientName = {"<img src=x onerror=alert(1)>", "\"><script>"};
        const auto document = buildReport(*findReport("holdings-allocation"), data, {});
        QVERIFY(document.ok());
        QVERIFY(!QString::fromStdString(reportHtml(*document)).contains("<img src=x"));
    }

    void addressesOfFiguresAreRead()
    {
        const auto address = parseFigureAddress("client-statement/C-1/7/2026-01-01..2026-01-31/holding/A/EUR/USD/value");
        QVERIFY(address.ok());
        QCOMPARE(address->client, std::string("C-1/7"));
        QCOMPARE(address->figure, std::string("holding/A/EUR/USD/value"));
        for (const char* wrong : {"", "a", "a/b/c", "client-statement/C-1/2026-01-31..2026-01-01/x", "client-statement/C-1/2026-01-01..2026-01-31/", "client-statement//2026-01-01..2026-01-31/x"})
            QVERIFY2(!parseFigureAddress(wrong).ok(), wrong);
    }

    void disclosuresOfTheBrandArePrinted()
    {
        Brand brand;
        brand.firmName = {"Ponte Capital", "桥资本"};
        brand.disclosures = {{"For professional clients only.", "仅供专业客户。"}};
        const auto document = buildReport(*findReport("transactions"), testing::sampleReport(), {Language::Chinese, brand, true});
        QVERIFY(document.ok());
        const QString text = QString::fromStdString(describe(*document));
        QVERIFY(text.contains(QString::fromUtf8("仅供专业客户。")) && text.contains(QString::fromUtf8("桥资本")));
    }
};

RIALTO_TEST(ReportCatalogueTest)
#include "report_catalogue_test.moc"
