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
}

RIALTO_TEST(ReportsScreenTest)
#include "reports_screen_test.moc"
