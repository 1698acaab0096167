// SPDX-License-Identifier: GPL-3.0-or-later
// The document model of the statement as text, compared with tests/golden/reports. After a wanted change:
// RIALTO_UPDATE_GOLDEN=1 ctest -R reports, then read the difference.
#include "reports/report.h"
#include "support/sample_statement.h"
#include "support/test_main.h"

#include <QFile>

using namespace rialto;
using namespace rialto::reports;

class StatementGoldenTest : public QObject {
    Q_OBJECT

private slots:
    void documentEqualsItsGolden_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"sample.en", "sample.zh", "empty.en", "empty.zh"})
            QTest::newRow(name) << name;
    }
    void documentEqualsItsGolden()
    {
        QFETCH(QString, name);
        const auto data = name.startsWith("sample") ? testing::sampleStatement() : testing::emptyStatement();
        const auto document = buildClientStatement(data, name.endsWith("zh") ? Language::Chinese : Language::English);
        QVERIFY2(document.ok(), document.ok() ? "" : document.error().text().c_str());
        const QByteArray actual = QByteArray::fromStdString(describe(*document));
        QFile file(QStringLiteral(RIALTO_SOURCE_DIR "/tests/golden/reports/client_statement_") + name + ".txt");
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
    void everyRowHasACellForEachColumn()
    {
        for (const auto& data : {testing::sampleStatement(), testing::emptyStatement(), testing::longStatement(40, 100)}) {
            const auto document = buildClientStatement(data, Language::English);
            QVERIFY(document.ok());
            for (const auto& block : document->blocks)
                if (const auto* table = std::get_if<Table>(&block))
                    for (const auto& row : table->rows)
                        QCOMPARE(row.cells.size(), table->columns.size());
        }
    }
    void aStatementThatContradictsItselfIsRefused()
    {
        auto data = testing::sampleStatement();
        data.change.closing += Money(1, data.base);
        const auto document = buildClientStatement(data, Language::English);
        QVERIFY(!document.ok());
        QCOMPARE(document.error().code, std::string("reports.statement-change"));
    }
    void theCatalogueFindsItById()
    {
        QVERIFY(findReport("client-statement").ok());
        QCOMPARE(findReport("nonsense").error().code, std::string("reports.unknown"));
        for (const auto& report : reportCatalog())
            QVERIFY(!report.title.zh.empty() && !report.description.zh.empty() && !report.sections.empty());
    }
};

RIALTO_TEST(StatementGoldenTest)
#include "statement_golden_test.moc"
