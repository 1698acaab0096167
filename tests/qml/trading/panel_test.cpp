// SPDX-License-Identifier: GPL-3.0-or-later
#include "Trading/table_export.h"
#include "Trading/trading_model.h"
#include "support/panel_view.h"
#include "support/screen_desk.h"
#include "support/test_main.h"

using namespace rialto;
using rialto::testing::PanelView;
using rialto::testing::ScreenDesk;
using trading::TradingModel;

class PanelTest : public QObject {
    Q_OBJECT

private slots:
    void aWholeTradeByKeyboardAlone();
    void aRefusalIsASentenceBelowTheTicket();
    void anEmptyBookIsCalm();
    void aFullBookShowsOrdersFillsAndPositions();
    void anExportIsWhatIsShown();
    void aBracketByKeysGoesOutAsAGroup();
    void theLadderTradesByKeysOnlyWhileItIsArmed();
    void theKillSwitchStopsAndReleases();
};

void PanelTest::aWholeTradeByKeyboardAlone()
{
    ScreenDesk desk;
    TradingModel model(desk.feed);
    PanelView view(desk.feed, "Trading/OrderTicket.qml", model.ticket(), {330, 720});
    QQuickItem* symbol = view.item("ticketSymbol");
    QVERIFY(symbol != nullptr);
    symbol->forceActiveFocus(Qt::TabFocusReason);
    view.type("bb");
    view.key(Qt::Key_Tab); // takes the only match
    QCOMPARE(model.ticket()->symbol(), QStringLiteral("BBB"));
    view.type("100");
    view.key(Qt::Key_Tab);
    view.type("50.05");
    view.key(Qt::Key_Up);
    QCOMPARE(model.ticket()->price(), QStringLiteral("50.06"));
    QCOMPARE(model.ticket()->quantity(), QStringLiteral("100"));
    QTRY_VERIFY(!model.ticket()->estimate().isEmpty());
    view.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(model.ticket()->reviewing());
    view.key(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    QCOMPARE(desk.broker.submitted.size(), std::size_t(1));
    QCOMPARE(desk.broker.submitted[0].limit, Price::literal("50.06"));
    desk.broker.fill(desk.broker.submitted[0].id, 100, "50.06", true);
    desk.settle();
    QTRY_VERIFY(view.item("ticketResult")->property("text").toString().contains(QStringLiteral("Filled")));
    QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join('\n')));
}

void PanelTest::aRefusalIsASentenceBelowTheTicket()
{
    ScreenDesk desk;
    TradingModel model(desk.feed);
    PanelView view(desk.feed, "Trading/OrderTicket.qml", model.ticket(), {330, 720});
    model.ticket()->prepare(0, QStringLiteral("AAA"), QStringLiteral("50000"), QStringLiteral("10.02"));
    QTRY_VERIFY(!model.ticket()->refusals().isEmpty());
    QVERIFY(view.item("ticketRefusal") != nullptr);
    QVERIFY(view.item("ticketRefusal")->property("text").toString().startsWith(QStringLiteral("Not enough cash")));
    QVERIFY(!view.item("ticketSend")->isEnabled());
    view.shoot(QStringLiteral("ticket_refused"));
}

void PanelTest::anEmptyBookIsCalm()
{
    ScreenDesk desk;
    TradingModel model(desk.feed);
    PanelView view(desk.feed, "Trading/TradingWorkspace.qml", &model, {1280, 800});
    QVERIFY(view.item("ordersTable") != nullptr);
    QCOMPARE(view.item("ordersTable")->property("count").toInt(), 0);
    QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join('\n')));
    view.shoot(QStringLiteral("trading_empty"));
}

void PanelTest::aFullBookShowsOrdersFillsAndPositions()
{
    ScreenDesk desk;
    desk.deposit(1, "20000.00", "EUR");
    desk.book(1, 1, 400, "9.33");
    desk.book(1, 2, 120, "52.40");
    desk.book(2, 4, 250, "19.21", "EUR");
    desk.settle();
    const OrderId first = desk.place(1, 1, Side::Buy, 500, "10.02");
    const OrderId second = desk.place(2, 4, Side::Sell, 100, "20.02");
    desk.place(1, 2, Side::Buy, 40, "49.50");
    desk.place(1, 2, Side::Buy, 400'000, "50.10");
    const OrderId gone = desk.place(1, 1, Side::Buy, 10, "9.95");
    desk.settle();
    desk.broker.fill(first, 500, "10.02", true, "2.50");
    desk.broker.fill(second, 40, "20.02", false, "1.10", "EUR");
    desk.services.cancelOrder(gone, nullptr);
    desk.settle();
    desk.settle();
    TradingModel model(desk.feed);
    PanelView view(desk.feed, "Trading/TradingWorkspace.qml", &model, {1360, 860});
    model.ticket()->prepare(0, QStringLiteral("BBB"), QStringLiteral("100"), QStringLiteral("50.08"));
    QTRY_VERIFY(!model.ticket()->estimate().isEmpty());
    model.ticket()->submit();
    QCOMPARE(view.item("ordersTable")->property("count").toInt(), 5);
    QCOMPARE(view.item("fillsTable")->property("count").toInt(), 2);
    QCOMPARE(view.item("positionsTable")->property("count").toInt(), 3);
    QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join('\n')));
    view.shoot(QStringLiteral("trading_full"));
    view.item("ordersTable")->forceActiveFocus();
    view.key(Qt::Key_Home);
    view.key(Qt::Key_A, Qt::ControlModifier);
    view.key(Qt::Key_Delete);
    desk.settle();
    QCOMPARE(model.orders()->counts().at(1), 0);
}

void PanelTest::anExportIsWhatIsShown()
{
    ScreenDesk desk;
    desk.book(1, 1, 400, "9.33");
    desk.book(1, 2, 1200, "52.40");
    desk.settle();
    TradingModel model(desk.feed);
    const QString csv = trading::TableExport::csv(*model.positions(), {1, 0}, {1, 3, 6, 8});
    QCOMPARE(csv, QStringLiteral("Symbol,Quantity,Market value,Unrealised P&L\r\nBBB,1200,60060.00,-2820.00\r\nAAA,400,4004.00,272.00\r\n"));
}

void PanelTest::aBracketByKeysGoesOutAsAGroup()
{
    ScreenDesk desk;
    TradingModel model(desk.feed);
    PanelView view(desk.feed, "Trading/OrderTicket.qml", model.ticket(), {330, 900});
    view.item("ticketSymbol")->forceActiveFocus(Qt::TabFocusReason);
    view.type("bb");
    view.key(Qt::Key_Tab);
    view.type("100");
    view.key(Qt::Key_Tab);
    view.type("50.05");
    model.ticket()->setLeaves(true);
    view.item("ticketTarget")->forceActiveFocus(Qt::TabFocusReason);
    view.type("52");
    view.item("ticketStopLoss")->forceActiveFocus(Qt::TabFocusReason);
    view.type("49");
    QTRY_VERIFY(!model.ticket()->estimate().isEmpty());
    view.key(Qt::Key_Return, Qt::ControlModifier);
    view.key(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    // A broker that knows no groups: the entry goes out, its exits wait here.
    QCOMPARE(desk.broker.submitted.size(), std::size_t(1));
    const auto& orders = desk.services.book()->orders;
    QCOMPARE(orders.size(), std::size_t(3));
    QCOMPARE(orders[1].state, OrderState::Held);
    QCOMPARE(orders[2].request.terms.trigger, Price::literal("49"));
    desk.broker.fill(desk.broker.submitted[0].id, 100, "50.05", true);
    desk.settle();
    QCOMPARE(desk.broker.submitted.size(), std::size_t(2)); // the target
    QCOMPARE(desk.broker.submitted[1].limit, Price::literal("52"));
    view.shoot(QStringLiteral("ticket_bracket"));
    QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join('\n')));
}

void PanelTest::theLadderTradesByKeysOnlyWhileItIsArmed()
{
    ScreenDesk desk;
    TradingModel model(desk.feed);
    desk.feed.selection().setInstrument(InstrumentId(1));
    desk.feed.selection().setAccount(AccountId(1));
    desk.settle();
    PanelView view(desk.feed, "Trading/LadderPanel.qml", model.ladder(), {240, 700});
    view.item("ladderRungs")->forceActiveFocus(Qt::TabFocusReason);
    view.key(Qt::Key_C);
    view.key(Qt::Key_Down); // 10.00, below the last 10.01
    view.key(Qt::Key_B);
    desk.settle();
    QCOMPARE(desk.broker.submitted.size(), std::size_t(0)); // not armed
    QVERIFY(!model.ladder()->notice().isEmpty());
    view.key(Qt::Key_A);
    view.key(Qt::Key_B);
    desk.settle();
    QCOMPARE(desk.broker.submitted.size(), std::size_t(1));
    QCOMPARE(desk.broker.submitted[0].limit, Price::literal("10.00"));
    QCOMPARE(desk.broker.submitted[0].quantity, Quantity::of(100));
    desk.broker.fill(desk.broker.submitted[0].id, 100, "10.00", true);
    desk.settle();
    QCOMPARE(model.ladder()->position(), QStringLiteral("100"));
    for (int i = 0; i < 5; ++i)
        view.key(Qt::Key_Down);
    view.key(Qt::Key_S, Qt::ShiftModifier); // a stop at 9.95
    desk.settle();
    QCOMPARE(desk.broker.submitted.size(), std::size_t(2));
    QCOMPARE(desk.broker.submitted[1].type, OrderType::Stop);
    QCOMPARE(desk.broker.submitted[1].terms.trigger, Price::literal("9.95"));
    view.shoot(QStringLiteral("ladder"));
    view.key(Qt::Key_Delete);
    desk.settle();
    QVERIFY(!desk.services.book()->orders.back().open());
    view.key(Qt::Key_Escape);
    QVERIFY(!model.ladder()->armed());
    QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join('\n')));
}

void PanelTest::theKillSwitchStopsAndReleases()
{
    ScreenDesk desk;
    TradingModel model(desk.feed);
    const OrderId open = desk.place(1, 1, Side::Buy, 10, "9.90");
    desk.settle();
    model.desk()->kill(true);
    desk.settle();
    desk.settle();
    QVERIFY(model.desk()->killed());
    QVERIFY(!desk.services.book()->orders.at(open.value - 1).open());
    const OrderId refused = desk.place(1, 1, Side::Buy, 10, "9.90");
    QCOMPARE(desk.services.book()->orders.at(refused.value - 1).reason, std::string("risk.kill-switch"));
    model.desk()->kill(false);
    desk.settle();
    QVERIFY(!model.desk()->killed());
}

RIALTO_TEST(PanelTest)
#include "panel_test.moc"
