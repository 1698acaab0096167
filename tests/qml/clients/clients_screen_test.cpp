// SPDX-License-Identifier: GPL-3.0-or-later
#include "Clients/clients_desk_model.h"
#include "storage/memory_bar_store.h"
#include "support/panel_view.h"
#include "support/screen_desk.h"
#include "support/test_main.h"

#include <QSignalSpy>

using namespace rialto;
using rialto::testing::PanelView;
using rialto::testing::ScreenDesk;
using clientdesk::ClientsDeskModel;
using clientdesk::OnboardingModel;

namespace {

std::unique_ptr<market::BarStore> emptyStore() { return std::make_unique<storage::MemoryBarStore>(); }

void openSomebody(ScreenDesk& desk, OnboardingModel& flow, const char* name)
{
    flow.begin();
    flow.setProperty("name", name);
    flow.setProperty("documentNumber", "X1");
    flow.next();
    flow.next();
    flow.next();
    for (int i = 0; i < flow.questions().size(); ++i)
        flow.answer(i, 2);
    flow.next();
    flow.next();
    QTRY_COMPARE_WITH_TIMEOUT(flow.step(), int(OnboardingModel::Who), 10'000);
    desk.feed.tick();
}

} // namespace

class ClientsScreenTest : public QObject {
    Q_OBJECT

private slots:
    void aStepThatIsIncompleteStays()
    {
        ScreenDesk desk;
        OnboardingModel flow(desk.feed);
        flow.next();
        QCOMPARE(flow.step(), int(OnboardingModel::Who));
        QVERIFY(!flow.problem().isEmpty());
        flow.setProperty("name", "Ada Example");
        flow.setProperty("born", "17 May");
        flow.next();
        QCOMPARE(flow.step(), int(OnboardingModel::Who));
        flow.setProperty("born", "1980-05-17");
        flow.next();
        QCOMPARE(flow.step(), int(OnboardingModel::Where));
        flow.next();
        flow.next();
        QCOMPARE(flow.step(), int(OnboardingModel::Risk));
        flow.next();
        QCOMPARE(flow.step(), int(OnboardingModel::Risk)); // eight questions are open
    }

    void theLastStepOpensEverythingAtOnce()
    {
        ScreenDesk desk;
        ClientsDeskModel model(desk.feed, emptyStore);
        const auto before = desk.feed.book()->accounts.size();
        openSomebody(desk, *model.onboarding(), "Ada Example");
        QCOMPARE(desk.feed.book()->accounts.size(), before + 1);
        QSignalSpy finished(&model, &ClientsDeskModel::finished);
        model.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(finished.count() >= 1 && !model.busy(), 20'000);
        QCOMPARE(model.parties()->rowCount(), 1);
        QCOMPARE(model.approvals().size(), 1);
        QCOMPARE(model.name(), QStringLiteral("Ada Example"));
        QCOMPARE(model.documents().size(), 1);
        QCOMPARE(model.tree().size(), 2); // herself and her account
        model.decide(model.approvals().first().toMap()["id"].toULongLong(), true, QString());
        QTRY_VERIFY_WITH_TIMEOUT(!model.failure().isEmpty(), 10'000); // nobody decides on their own request
    }

    void theWorkspaceLoadsWithoutWarnings()
    {
        ScreenDesk desk;
        ClientsDeskModel model(desk.feed, emptyStore);
        openSomebody(desk, *model.onboarding(), "Ada Example");
        PanelView view(desk.feed, "Clients/ClientsWorkspace.qml", &model, {1440, 900});
        QVERIFY(view.item("partiesTable") != nullptr);
        QVERIFY(view.item("partyPage") != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(!model.busy(), 20'000);
        QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join('\n')));
        view.shoot(QStringLiteral("clients"));
    }
};

RIALTO_TEST(ClientsScreenTest)
#include "clients_screen_test.moc"
