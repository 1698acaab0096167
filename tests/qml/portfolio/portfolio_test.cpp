// SPDX-License-Identifier: GPL-3.0-or-later
#include "Portfolio/portfolio_model.h"
#include "support/panel_view.h"
#include "support/screen_desk.h"
#include "support/test_main.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace rialto;
using rialto::testing::PanelView;
using rialto::testing::ScreenDesk;
using portfolio::CashModel;
using portfolio::ClientsModel;
using portfolio::MovementsModel;
using portfolio::PortfolioModel;

class PortfolioTest : public QObject {
    Q_OBJECT

private slots:
    void aClientIsWorthCashAndPositionsInTheirCurrency();
    void aDepositIsBookedOnce();
    void aWithdrawalOfTooMuchIsASentence();
    void movementsAreTheLedgersNewestFirst();
    void aNewClientHasAnAccount();
    void theWorkspaceShowsAFullBook();
};

void PortfolioTest::aClientIsWorthCashAndPositionsInTheirCurrency()
{
    ScreenDesk desk;
    ClientsModel clients(desk.feed);
    const QAbstractItemModelTester tester(&clients, QAbstractItemModelTester::FailureReportingMode::QtTest);
    desk.book(1, 1, 300, "9.33");   // 2,799.00, worth 3,003.00
    desk.deposit(1, "1000.00", "EUR");
    desk.settle();
    QCOMPARE(clients.text(0, ClientsModel::Cash), QStringLiteral("98,301.00"));   // 97,201.00 + 1,000.00 EUR at 1.1
    QCOMPARE(clients.text(0, ClientsModel::Total), QStringLiteral("101,304.00"));
    QCOMPARE(clients.text(0, ClientsModel::Unrealised), QStringLiteral("+204.00"));
    QCOMPARE(clients.text(0, ClientsModel::DayChange), QStringLiteral("+33.00"));  // 300 x (10.01 - 9.90)
    QCOMPARE(clients.text(1, ClientsModel::CurrencyColumn), QStringLiteral("EUR"));
}

void PortfolioTest::aDepositIsBookedOnce()
{
    ScreenDesk desk;
    PortfolioModel model(desk.feed);
    model.setAmount(QStringLiteral("1,500"));
    model.moveCash();
    model.moveCash();
    desk.settle();
    QCOMPARE(model.moveDone(), QStringLiteral("USD 1,500.00 deposited."));
    model.moveCash(); // the amount is gone
    desk.settle();
    QCOMPARE(model.cash()->text(0, CashModel::Balance), QStringLiteral("101,500.00"));
}

void PortfolioTest::aWithdrawalOfTooMuchIsASentence()
{
    ScreenDesk desk;
    PortfolioModel model(desk.feed);
    model.setWithdraw(true);
    model.setAmount(QStringLiteral("999999"));
    model.moveCash();
    desk.settle();
    QVERIFY2(model.moveError().startsWith(QStringLiteral("Not enough cash: 999,999.00 needed")), qPrintable(model.moveError()));
    QCOMPARE(model.amount(), QStringLiteral("999999"));
    model.setAmount(QStringLiteral("x"));
    model.moveCash();
    QVERIFY(model.moveError().contains(QStringLiteral("not a number")));
}

void PortfolioTest::movementsAreTheLedgersNewestFirst()
{
    ScreenDesk desk;
    PortfolioModel model(desk.feed);
    const QAbstractItemModelTester tester(model.movements(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    desk.settle();
    QCOMPARE(model.movements()->rowCount(), 1);
    desk.book(1, 1, 100, "10.00");
    desk.settle();
    desk.settle();
    QCOMPARE(model.movements()->rowCount(), 2);
    QCOMPARE(model.movements()->text(0, MovementsModel::Text), QStringLiteral("100 AAA at 10.00"));
    QCOMPARE(model.movements()->text(0, MovementsModel::Amount), QStringLiteral("\u22121,000.00"));
    QCOMPARE(model.movements()->text(1, MovementsModel::Kind), QStringLiteral("Deposit"));
}

void PortfolioTest::aNewClientHasAnAccount()
{
    ScreenDesk desk;
    PortfolioModel model(desk.feed);
    QSignalSpy opened(&model, &PortfolioModel::clientOpened);
    model.beginNewClient();
    model.openClient();
    QVERIFY(model.newClientError().startsWith(QStringLiteral("The client has no name")));
    model.setNewName(QStringLiteral("Cy Newcomer"));
    model.setNewCurrencyIndex(1);
    model.openClient();
    desk.settle();
    QCOMPARE(opened.count(), 1);
    QCOMPARE(model.name(), QStringLiteral("Cy Newcomer"));
    QCOMPARE(model.accounts(), QStringList({"A-1001-1 · EUR"}));
    QCOMPARE(model.clients()->rowCount(), 3);
}

void PortfolioTest::theWorkspaceShowsAFullBook()
{
    ScreenDesk desk;
    desk.deposit(1, "20000.00", "EUR");
    desk.book(1, 1, 400, "9.33");
    desk.book(1, 2, 120, "52.40");
    desk.book(1, 4, 250, "19.21", "EUR");
    desk.settle();
    PortfolioModel model(desk.feed);
    PanelView view(desk.feed, "Portfolio/PortfolioWorkspace.qml", &model, {1500, 900});
    desk.settle();
    QCOMPARE(view.item("clientsTable")->property("count").toInt(), 2);
    QCOMPARE(view.item("holdingsTable")->property("count").toInt(), 3);
    QCOMPARE(view.item("cashTable")->property("count").toInt(), 2);
    QTRY_VERIFY(view.item("movementsTable")->property("count").toInt() >= 5);
    QVERIFY2(view.warnings().isEmpty(), qPrintable(view.warnings().join('\n')));
    view.shoot(QStringLiteral("portfolio"));
    model.setRow(1);
    QCOMPARE(view.item("holdingsTable")->property("count").toInt(), 0);
}

RIALTO_TEST(PortfolioTest)
#include "portfolio_test.moc"
