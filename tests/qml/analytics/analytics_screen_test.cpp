// SPDX-License-Identifier: GPL-3.0-or-later
#include "Analytics/analytics_model.h"
#include "storage/memory_bar_store.h"
#include "support/panel_view.h"
#include "support/screen_desk.h"
#include "support/test_main.h"

#include <QSignalSpy>

using namespace rialto;
using rialto::testing::PanelView;
using rialto::testing::ScreenDesk;
using analysis::AnalyticsModel;

namespace {

std::unique_ptr<market::BarStore> emptyStore() { return std::make_unique<storage::MemoryBarStore>(); }

} // namespace

class AnalyticsScreenTest : public QObject {
    Q_OBJECT

private slots:
    void aMissingStoreIsASentence()
    {
        ScreenDesk desk;
        AnalyticsModel model(desk.feed, {});
        QSignalSpy finished(&model, &AnalyticsModel::finished);
        model.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QVERIFY2(model.failure().startsWith(QStringLiteral("The book cannot be opened")), qPrintable(model.failure()));
        QVERIFY(!model.ready());
    }

    void aBookOfOneDaySaysThatItIsTooShort()
    {
        ScreenDesk desk;
        AnalyticsModel model(desk.feed, emptyStore);
        QSignalSpy finished(&model, &AnalyticsModel::finished);
        model.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QVERIFY2(!model.failure().isEmpty(), "a blank page explains nothing");
        model.refresh();
        QVERIFY2(!model.busy(), "what is known is not computed again");
        model.setClientIndex(1);
        QVERIFY(model.busy());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 20'000);
    }

    void theWorkspaceLoadsWithoutWarnings()
    {
        ScreenDesk desk;
        AnalyticsModel model(desk.feed, emptyStore);
        PanelView view(desk.feed, "Analytics/AnalyticsWorkspace.qml", &model, {1280, 800});
        QVERIFY(view.item("analyticsClient") != nullptr);
        QVERIFY(view.item("growthChart") != nullptr);
        QVERIFY(view.item("returnBars") != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(!model.busy(), 20'000);
        QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join('\n')));
        view.shoot(QStringLiteral("analytics"));
    }
};

RIALTO_TEST(AnalyticsScreenTest)
#include "analytics_screen_test.moc"
