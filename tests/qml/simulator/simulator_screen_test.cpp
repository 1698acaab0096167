// SPDX-License-Identifier: GPL-3.0-or-later
#include "Simulator/simulator_model.h"
#include "support/panel_view.h"
#include "support/screen_desk.h"
#include "support/test_main.h"

#include <QDateTime>

using namespace rialto;
using rialto::testing::PanelView;
using rialto::testing::ScreenDesk;
using simulation::SimulatorModel;

namespace {

constexpr int kPatience = 60'000;

/// Waits until no worker is at it.
void settle(SimulatorModel& model)
{
    QTRY_VERIFY_WITH_TIMEOUT(!model.busy(), kPatience);
}

QString cell(SimulatorModel& model, int line, int column) { return model.comparison().at(line).toMap()["cells"].toStringList().at(column); }

} // namespace

class SimulatorScreenTest : public QObject {
    Q_OBJECT

private slots:
    void itOpensWithHalfAnHourOfTrading()
    {
        ScreenDesk desk;
        SimulatorModel model(desk.feed);
        model.setInstrumentIndex(0);
        model.begin();
        settle(model);
        QCOMPARE(model.stepCount(), 30);
        QCOMPARE(model.cursor(), 30);
        QVERIFY(model.clock().contains(QStringLiteral("10:00")));
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(qint64(model.times().back()), Qt::UTC).time(), QTime(10, 0)); // the same clock
        QVERIFY(model.ladder().size() >= 5);
        QCOMPARE(model.times().size(), 30);
        QCOMPARE(model.comparison().size(), 1);
        model.step(5);
        settle(model);
        QCOMPARE(model.stepCount(), 35);
    }

    void aRewoundTimelineComesOutTheSameAgain()
    {
        ScreenDesk desk;
        SimulatorModel model(desk.feed);
        model.begin();
        settle(model);
        const QString state = cell(model, 0, 9);
        model.setCursor(17);
        model.rewind();
        settle(model);
        QCOMPARE(model.stepCount(), 17);
        QCOMPARE(model.cursor(), 17);
        model.step(13);
        settle(model);
        QCOMPARE(cell(model, 0, 9), state);
    }

    void aBranchIsComparedWithWhereItCameFrom()
    {
        ScreenDesk desk;
        SimulatorModel model(desk.feed);
        model.begin();
        settle(model);
        model.setCursor(12);
        model.setSeed(QStringLiteral("99"));
        model.branch();
        settle(model);
        QVERIFY2(model.failure().isEmpty(), qPrintable(model.failure()));
        QCOMPARE(model.comparison().size(), 2);
        QCOMPARE(cell(model, 1, 2), QStringLiteral("12"));
        QCOMPARE(cell(model, 1, 8), QStringLiteral("13"));
        QVERIFY(cell(model, 0, 9) != cell(model, 1, 9));
        QVERIFY(model.comparison().at(1).toMap()["active"].toBool());
        model.choose(0);
        settle(model);
        QVERIFY(model.comparison().at(0).toMap()["active"].toBool());
    }

    void anOwnOrderShowsItsPlaceAndIsCancelled()
    {
        ScreenDesk desk;
        SimulatorModel model(desk.feed);
        model.begin();
        settle(model);
        // Deep enough in a halted market that nothing fills it meanwhile.
        model.halt();
        settle(model);
        QVERIFY(model.halted());
        model.place(true, false);
        settle(model);
        QCOMPARE(model.orders().size(), 1);
        const QVariantMap order = model.orders().front().toMap();
        QVERIFY2(order["queue"].toString().contains(QStringLiteral("stand before it")), qPrintable(order["queue"].toString()));
        QVERIFY(order["open"].toBool());
        model.cancel(order["id"].toInt());
        settle(model);
        QVERIFY(!model.orders().front().toMap()["open"].toBool());
        model.resume();
        settle(model);
        QVERIFY(!model.halted());
    }

    void otherSettingsMakeABranchDifferAndTheRunningTimelineOnlyWhenItGoesOn()
    {
        ScreenDesk desk;
        SimulatorModel model(desk.feed);
        model.begin();
        settle(model);
        model.setCursor(20);
        model.setValue(QStringLiteral("crowd"), 3000);
        model.branch();
        settle(model);
        QCOMPARE(cell(model, 1, 8), QStringLiteral("21"));
        QCOMPARE(cell(model, 0, 3), cell(model, 1, 3));
    }

    void everyVenueOpens()
    {
        ScreenDesk desk;
        SimulatorModel model(desk.feed);
        QVERIFY(model.venues().size() > 5);
        model.setVenueIndex(int(model.venues().indexOf(QStringLiteral("cn-sse-main"))));
        settle(model);
        QVERIFY2(model.failure().isEmpty(), qPrintable(model.failure()));
        QVERIFY(model.instruments().contains(QStringLiteral("STBE")));
        QVERIFY(!model.instruments().contains(QStringLiteral("MERI")));
        QCOMPARE(model.stepCount(), 30);
    }

    void theWorkspaceWorksByKeyboardAndWithoutWarnings()
    {
        ScreenDesk desk;
        SimulatorModel model(desk.feed);
        PanelView view(desk.feed, "Simulator/SimulatorWorkspace.qml", &model, {1440, 860});
        for (const char* name : {"labVenue", "labSeed", "labPlay", "labStep", "labHalt", "labCursor", "labRewind", "labBranch", "labBid", "slider_crowd", "slider_drop", "labChart"})
            QVERIFY2(view.item(name) != nullptr, name);
        settle(model);
        view.item("labStep")->forceActiveFocus();
        view.key(Qt::Key_Space);
        settle(model);
        QCOMPARE(model.stepCount(), 31);
        view.item("slider_crowd")->forceActiveFocus();
        view.key(Qt::Key_Right);
        QCOMPARE(model.agents().at(1).toMap()["value"].toDouble(), 1060.0);
        model.setCursor(10);
        model.branch();
        settle(model);
        model.place(true, false);
        settle(model);
        QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join('\n')));
        view.shoot(QStringLiteral("simulator"));
    }
};

RIALTO_TEST(SimulatorScreenTest)
#include "simulator_screen_test.moc"
