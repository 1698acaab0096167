// SPDX-License-Identifier: GPL-3.0-or-later
#include "Analytics/analytics_model.h"
#include "storage/memory_bar_store.h"
#include "support/panel_view.h"
#include "support/screen_desk.h"
#include "support/test_main.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

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

    void aStrategyRunsOverAStoredSeriesAndItsTearSheetIsSaved()
    {
        ScreenDesk desk;
        QTemporaryDir folder;
        const std::string symbol = desk.feed.book()->instruments->front().symbol;
        analysis::BacktestModel model(desk.feed, [symbol] {
            auto store = std::make_unique<storage::MemoryBarStore>();
            std::vector<Bar> bars;
            int price = 10'000;
            for (int day = 0; day < 500; ++day) {
                // Waves of 90 days, so that the averages cross.
                price += (day % 90 < 50 ? 40 : -45);
                Bar bar;
                bar.start = (Date::of(2024, 1, 1) + day).startUtc();
                bar.open = bar.close = Price::fromRaw(std::int64_t(price) * 1'000'000);
                bar.high = bar.open + Price::of(1);
                bar.low = bar.open - Price::of(1);
                bar.volume = Quantity::of(1'000'000);
                bars.push_back(bar);
            }
            const auto writer = store->beginWrite();
            RIALTO_CHECK(writer.ok() && (*writer)->upsert({symbol, BarInterval::Day, "test"}, bars).ok() && (*writer)->commit().ok(), "bars can be stored");
            return store;
        });
        QSignalSpy finished(&model, &analysis::BacktestModel::finished);
        model.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QCOMPARE(model.series().size(), 1);
        model.setParameter(QStringLiteral("fast"), QStringLiteral("5"));
        model.setParameter(QStringLiteral("slow"), QStringLiteral("20"));
        model.run();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 60'000);
        QVERIFY2(model.failure().isEmpty(), qPrintable(model.failure()));
        QVERIFY(model.ready());
        QVERIFY(model.times().size() > 300);
        QVERIFY(!model.trips().isEmpty());
        PanelView view(desk.feed, "Analytics/BacktestPage.qml", &model, {1280, 800});
        QVERIFY(view.item("backtestRun") != nullptr);
        view.shoot(QStringLiteral("backtest"));
        QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join('\n')));
        model.setFolder(folder.path());
        model.save();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 3, 60'000);
        QVERIFY2(model.failure().isEmpty(), qPrintable(model.failure()));
        QCOMPARE(QDir(folder.path()).entryList({"*.pdf"}, QDir::Files).size(), 1);
        model.setParameter(QStringLiteral("fast"), QStringLiteral("many"));
        QVERIFY(!model.ready());
        model.run();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 4, 60'000);
        QVERIFY(!model.failure().isEmpty());
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
