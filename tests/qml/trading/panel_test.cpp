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

RIALTO_TEST(PanelTest)
#include "panel_test.moc"
