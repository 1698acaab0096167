// SPDX-License-Identifier: GPL-3.0-or-later
#include "Advice/advice_model.h"
#include "storage/memory_bar_store.h"
#include "support/panel_view.h"
#include "support/screen_desk.h"
#include "support/test_main.h"

#include <QSignalSpy>

using namespace rialto;
using advising::AdviceModel;
using rialto::testing::PanelView;
using rialto::testing::ScreenDesk;

namespace {

std::unique_ptr<market::BarStore> emptyStore() { return std::make_unique<storage::MemoryBarStore>(); }

} // namespace

class AdviceScreenTest : public QObject {
    Q_OBJECT

private slots:
    void withoutAnAssessmentNothingIsProposedAndItSaysWhy()
    {
        ScreenDesk desk;
        AdviceModel model(desk.feed, emptyStore);
        QSignalSpy finished(&model, &AdviceModel::finished);
        model.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QVERIFY(model.ready());
        QVERIFY(model.weights().isEmpty());
        QVERIFY2(model.failure().contains(QStringLiteral("risk assessment")), qPrintable(model.failure()));
    }
    void aModelOfUnknownInstrumentsSaysSo()
    {
        ScreenDesk desk;
        AdviceModel model(desk.feed, emptyStore);
        QSignalSpy finished(&model, &AdviceModel::finished);
        model.setProfileIndex(3);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QVERIFY2(model.failure().contains(QStringLiteral("RTB36")), qPrintable(model.failure()));
        QVERIFY(!model.suitabilityNow().isEmpty());
    }
    void aMissingStoreIsASentence()
    {
        ScreenDesk desk;
        AdviceModel model(desk.feed, {});
        QSignalSpy finished(&model, &AdviceModel::finished);
        model.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QVERIFY(!model.ready());
        QVERIFY(!model.failure().isEmpty());
    }
    void answersMakeAProfile()
    {
        ScreenDesk desk;
        AdviceModel model(desk.feed, emptyStore);
        QVERIFY(!model.answered());
        const auto questions = model.questions();
        for (int i = 0; i < questions.size(); ++i)
            model.answer(i, 0);
        QVERIFY(model.answered());
        QSignalSpy finished(&model, &AdviceModel::finished);
        model.useAnswers();
        QVERIFY(model.profileIndex() > 0);
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() >= 1, 20'000);
    }
    void ratesThatAreNoneAreToldAtTheField()
    {
        ScreenDesk desk;
        AdviceModel model(desk.feed, emptyStore);
        model.setShortRate(QStringLiteral("much"));
        QVERIFY(!model.ratesFine());
        QVERIFY(!model.busy());
    }
    void theWorkspaceLoadsWithoutWarnings()
    {
        ScreenDesk desk;
        AdviceModel model(desk.feed, emptyStore);
        QSignalSpy finished(&model, &AdviceModel::finished);
        PanelView view(desk.feed, "Advice/AdviceWorkspace.qml", &model, {1280, 800});
        QVERIFY(view.item("adviceClient") != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() >= 1, 20'000);
        QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join('\n')));
        view.shoot(QStringLiteral("advice"));
    }
};

RIALTO_TEST(AdviceScreenTest)
#include "advice_screen_test.moc"
