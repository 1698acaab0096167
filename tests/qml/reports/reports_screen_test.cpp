// SPDX-License-Identifier: GPL-3.0-or-later
#include "Reports/reports_model.h"
#include "storage/memory_bar_store.h"
#include "support/panel_view.h"
#include "support/screen_desk.h"
#include "support/test_main.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace rialto;
using rialto::testing::PanelView;
using rialto::testing::ScreenDesk;
using reporting::ReportsModel;

namespace {

std::unique_ptr<market::BarStore> emptyStore() { return std::make_unique<storage::MemoryBarStore>(); }

} // namespace

class ReportsScreenTest : public QObject {
    Q_OBJECT

private slots:
    void aStatementIsShownAndSaved();
    void aCancelledStatementLeavesNothing();
    void aMissingStoreIsASentence();
    void anotherClientForgetsThePages();
    void anotherLanguageDrawsTheSameStatementAgain();
    void theCatalogueIsOffered();
    void everyFigureOpensItsCalculation();
    void aBrandThatCannotBeReadIsASentence();
    void aBatchWritesEveryClientAndTheArchiveFindsAChangedFile();
    void theWorkspaceLoadsWithoutWarnings();
};

void ReportsScreenTest::aStatementIsShownAndSaved()
{
    ScreenDesk desk;
    QTemporaryDir folder;
    ReportsModel model(desk.feed, emptyStore);
    model.setFolder(folder.path());
    model.setClientIndex(0);
    QSignalSpy finished(&model, &ReportsModel::finished);
    model.prepare();
    QVERIFY(model.busy());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    QVERIFY2(model.failure().isEmpty(), qPrintable(model.failure()));
    QVERIFY(model.pages().size() >= 2);
    model.save();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 20'000);
    QVERIFY2(model.failure().isEmpty(), qPrintable(model.failure()));
    QCOMPARE(QDir(folder.path()).entryList({"*.pdf"}, QDir::Files).size(), 1);
    QVERIFY(model.recent().size() >= 2);
}

void ReportsScreenTest::aCancelledStatementLeavesNothing()
{
    ScreenDesk desk;
    ReportsModel model(desk.feed, emptyStore);
    QSignalSpy finished(&model, &ReportsModel::finished);
    model.prepare();
    model.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    QVERIFY(!model.ready());
    QVERIFY(model.pages().isEmpty());
    QVERIFY(!finished.at(0).at(0).toBool());
}

void ReportsScreenTest::aMissingStoreIsASentence()
{
    ScreenDesk desk;
    ReportsModel model(desk.feed, {});
    QSignalSpy finished(&model, &ReportsModel::finished);
    model.prepare();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    QVERIFY2(model.failure().startsWith(QStringLiteral("The book cannot be opened")), qPrintable(model.failure()));
}

void ReportsScreenTest::anotherClientForgetsThePages()
{
    ScreenDesk desk;
    ReportsModel model(desk.feed, emptyStore);
    QSignalSpy finished(&model, &ReportsModel::finished);
    model.prepare();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    QVERIFY(model.ready());
    model.setClientIndex(1);
    QVERIFY(!model.ready());
    QVERIFY(model.pages().isEmpty());
}

void ReportsScreenTest::anotherLanguageDrawsTheSameStatementAgain()
{
    ScreenDesk desk;
    ReportsModel model(desk.feed, emptyStore);
    QSignalSpy finished(&model, &ReportsModel::finished);
    model.setLanguage(0);
    model.prepare();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    const QStringList english = model.pages();
    model.setLanguage(1);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 20'000);
    QVERIFY(model.ready());
    QCOMPARE(model.pages().size(), english.size());
    QVERIFY(model.pages() != english);
    model.setLanguage(0);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 3, 20'000);
    QCOMPARE(model.pages(), english);
}

void ReportsScreenTest::theCatalogueIsOffered()
{
    ScreenDesk desk;
    ReportsModel model(desk.feed, emptyStore);
    auto catalogue = reports::reportCatalog();
    std::erase_if(catalogue, [](const auto& report) { return report.scope == reports::ReportScope::Study; });
    QCOMPARE(model.reports().size(), qsizetype(catalogue.size()));
    QVERIFY(model.ofClient());
    for (int i = 0; i < int(catalogue.size()); ++i) {
        model.setReportIndex(i);
        QCOMPARE(model.ofClient(), catalogue[std::size_t(i)].scope == reports::ReportScope::Client);
        QVERIFY(!model.description().isEmpty());
    }
    // Nothing at all is no choice.
    for (int i = 0; i < model.formatNames().size(); ++i)
        model.setFormat(i, false);
    QVERIFY(model.formats().contains(true));
}

void ReportsScreenTest::everyFigureOpensItsCalculation()
{
    ScreenDesk desk;
    ReportsModel model(desk.feed, emptyStore);
    QSignalSpy finished(&model, &ReportsModel::finished);
    model.prepare();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    auto* figures = model.figures();
    QVERIFY(figures->count() > 0);
    const auto rows = figures->rows();
    int explained = 0;
    for (int row = 0; row < rows.size(); ++row) {
        if (rows[row].toMap().value("strong").toBool())
            continue;
        figures->choose(row);
        QVERIFY2(figures->good(), qPrintable(figures->address()));
        QVERIFY(!figures->steps().isEmpty());
        ++explained;
    }
    QCOMPARE(explained, figures->count());
    figures->setFilter(QStringLiteral("no figure is called this"));
    QVERIFY(figures->rows().isEmpty());
    model.setClientIndex(1);
    QCOMPARE(figures->count(), 0);
}

void ReportsScreenTest::aBrandThatCannotBeReadIsASentence()
{
    ScreenDesk desk;
    ReportsModel model(desk.feed, emptyStore);
    model.setBrandFile(QStringLiteral("/nowhere/brand.json"));
    QSignalSpy finished(&model, &ReportsModel::finished);
    model.prepare();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    QVERIFY(!model.failure().isEmpty());
    QVERIFY(!model.ready());
}

void ReportsScreenTest::aBatchWritesEveryClientAndTheArchiveFindsAChangedFile()
{
    ScreenDesk desk;
    QTemporaryDir folder;
    QTemporaryDir book;
    ReportsModel model(desk.feed, emptyStore, book.path());
    model.setFolder(folder.path());
    for (int i = 0; i < model.formatNames().size(); ++i)
        model.setFormat(i, model.formatNames()[i] == QLatin1String("CSV"));
    QSignalSpy finished(&model, &ReportsModel::finished);
    model.saveAll();
    QVERIFY(model.batching());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    QVERIFY2(model.failure().isEmpty(), qPrintable(model.failure()));
    const auto files = QDir(folder.path()).entryList({"*.csv"}, QDir::Files);
    QCOMPARE(files.size(), model.clients().size());
    auto* archive = model.archive();
    QTRY_VERIFY(!archive->busy());
    QCOMPARE(archive->rows().size(), files.size());
    QVERIFY(archive->good());
    QFile changed(folder.filePath(files.first()));
    QVERIFY(changed.open(QIODevice::Append));
    changed.write("x");
    changed.close();
    archive->refresh();
    QTRY_VERIFY(!archive->busy());
    QVERIFY(!archive->good());
}

void ReportsScreenTest::theWorkspaceLoadsWithoutWarnings()
{
    ScreenDesk desk;
    ReportsModel model(desk.feed, emptyStore);
    PanelView view(desk.feed, "Reports/ReportsWorkspace.qml", &model, {1280, 800});
    QVERIFY(view.item("reportSave") != nullptr);
    QVERIFY(!view.item("reportSave")->isEnabled());
    QSignalSpy finished(&model, &ReportsModel::finished);
    model.prepare();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    QTRY_VERIFY(view.item("reportSave")->isEnabled());
    QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join('\n')));
    view.shoot(QStringLiteral("reports"));
    view.item("reportTabs")->setProperty("currentIndex", 1);
    model.figures()->choose(1);
    QVERIFY(!model.figures()->steps().isEmpty());
    view.shoot(QStringLiteral("reports_figures"));
    QTemporaryDir folder;
    model.setFolder(folder.path());
    // Pictures in both languages draw the report anew.
    QTRY_VERIFY_WITH_TIMEOUT(model.ready(), 20'000);
    model.save();
    QTRY_VERIFY_WITH_TIMEOUT(!model.busy() && !model.done().isEmpty(), 20'000);
    QTRY_VERIFY(!model.archive()->busy());
    view.item("reportTabs")->setProperty("currentIndex", 2);
    view.shoot(QStringLiteral("reports_archive"));
    QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join('\n')));
}

RIALTO_TEST(ReportsScreenTest)
#include "reports_screen_test.moc"
