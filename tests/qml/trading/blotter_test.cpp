// SPDX-License-Identifier: GPL-3.0-or-later
#include "Trading/fills_model.h"
#include "Trading/orders_model.h"
#include "Trading/positions_model.h"
#include "Trading/row_merge.h"
#include "support/screen_desk.h"
#include "support/test_main.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace rialto;
using rialto::testing::ScreenDesk;
using trading::FillsModel;
using trading::OrdersModel;
using trading::PositionsModel;

class BlotterTest : public QObject {
    Q_OBJECT

private slots:
    void ordersTellTheirLifeInWords();
    void filtersKeepRowsStable();
    void cancelIsSeenOnlyWhenConfirmed();
    void aReplacementIsSentOnceAndItsRefusalIsASentence();
    void fillsShowValueFeeAndSettlement();
    void profitIsExactAndConvertedThroughThePair();
    void aCurrencyWithoutAPairStaysOutOfTheBaseTotal();
    void oneFrameIsOneDataChanged();
    void rowsAreMergedByTheFewestAnnouncements();
    void thousandsOfOrdersAreFilteredWithinAFrame();
};

void BlotterTest::ordersTellTheirLifeInWords()
{
    ScreenDesk desk;
    OrdersModel orders(desk.feed);
    const QAbstractItemModelTester tester(&orders, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(orders.rowCount(), 0);
    const OrderId id = desk.place(1, 1, Side::Buy, 100, "10.02");
    desk.settle();
    QCOMPARE(orders.rowCount(), 1);
    QCOMPARE(orders.text(0, OrdersModel::Status), QStringLiteral("Working"));
    QCOMPARE(orders.text(0, OrdersModel::Time), QStringLiteral("7 Jan 10:33:20"));
    desk.broker.fill(id, 40, "10.01", false);
    desk.settle();
    QCOMPARE(orders.text(0, OrdersModel::Status), QStringLiteral("Part filled"));
    QCOMPARE(orders.text(0, OrdersModel::Leaves), QStringLiteral("60"));
    desk.broker.fill(id, 60, "10.02", true);
    desk.settle();
    QCOMPARE(orders.text(0, OrdersModel::Status), QStringLiteral("Filled"));
    QCOMPARE(orders.text(0, OrdersModel::AveragePrice), QStringLiteral("10.02")); // 10.016
    desk.place(1, 1, Side::Buy, 1'000'000, "10.02");
    desk.settle();
    QCOMPARE(orders.text(1, OrdersModel::Status), QStringLiteral("Rejected"));
    QCOMPARE(orders.text(1, OrdersModel::Reason), QStringLiteral("Not enough cash."));
}

void BlotterTest::filtersKeepRowsStable()
{
    ScreenDesk desk;
    OrdersModel orders(desk.feed);
    const QAbstractItemModelTester tester(&orders, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const OrderId first = desk.place(1, 1, Side::Buy, 100, "9.00");
    const OrderId second = desk.place(1, 2, Side::Buy, 10, "49.00");
    desk.place(1, 2, Side::Buy, 1'000'000, "50.00");
    desk.settle();
    QCOMPARE(orders.counts(), QList<int>({3, 2, 0, 1}));
    orders.setShow(OrdersModel::Working);
    QCOMPARE(orders.rowCount(), 2);
    QSignalSpy resets(&orders, &QAbstractItemModel::modelReset);
    desk.broker.fill(first, 100, "9.00", true);
    desk.settle();
    QCOMPARE(orders.rowCount(), 1);
    QCOMPARE(orders.order(0)->id, second);
    QCOMPARE(resets.count(), 0);
    orders.setShow(OrdersModel::Rejected);
    QCOMPARE(orders.rowCount(), 1);
    orders.setShow(OrdersModel::Filled);
    QCOMPARE(orders.order(0)->id, first);
}

void BlotterTest::cancelIsSeenOnlyWhenConfirmed()
{
    ScreenDesk desk;
    OrdersModel orders(desk.feed);
    desk.place(1, 1, Side::Buy, 100, "9.00");
    desk.place(1, 1, Side::Buy, 100, "9.01");
    desk.settle();
    orders.cancel({0, 1});
    QCOMPARE(orders.text(0, OrdersModel::Status), QStringLiteral("Working"));
    desk.settle();
    QCOMPARE(orders.text(0, OrdersModel::Status), QStringLiteral("Cancelled"));
    QCOMPARE(orders.text(1, OrdersModel::Status), QStringLiteral("Cancelled"));
    QVERIFY(!orders.cancellable(0));
    QVERIFY(orders.notice().isEmpty());
}

void BlotterTest::aReplacementIsSentOnceAndItsRefusalIsASentence()
{
    ScreenDesk desk;
    OrdersModel orders(desk.feed);
    desk.place(1, 1, Side::Buy, 100, "9.00");
    desk.settle();
    orders.beginEdit(0);
    QVERIFY(orders.editing());
    QCOMPARE(orders.editPrice(), QStringLiteral("9.00"));
    orders.setEditQuantity(QStringLiteral("900000"));
    orders.sendEdit();
    desk.settle();
    QVERIFY2(orders.editError().startsWith(QStringLiteral("Not enough cash")), qPrintable(orders.editError()));
    orders.setEditQuantity(QStringLiteral("200"));
    orders.stepEditPrice(5);
    orders.sendEdit();
    orders.sendEdit();
    desk.settle();
    QVERIFY(!orders.editing());
    QCOMPARE(orders.text(0, OrdersModel::QuantityColumn), QStringLiteral("200"));
    QCOMPARE(orders.text(0, OrdersModel::Limit), QStringLiteral("9.05"));
    QVERIFY2(orders.notice().isEmpty(), qPrintable(orders.notice()));
}

void BlotterTest::fillsShowValueFeeAndSettlement()
{
    ScreenDesk desk;
    FillsModel fills(desk.feed);
    const QAbstractItemModelTester tester(&fills, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const OrderId id = desk.place(1, 1, Side::Buy, 100, "10.02");
    desk.settle();
    desk.broker.fill(id, 100, "10.01", true, "1.25");
    desk.settle();
    QCOMPARE(fills.rowCount(), 1);
    QCOMPARE(fills.text(0, FillsModel::Value), QStringLiteral("1,001.00"));
    QCOMPARE(fills.text(0, FillsModel::Fee), QStringLiteral("1.25"));
    QCOMPARE(fills.text(0, FillsModel::Settles), QStringLiteral("8 Jan 2026"));
}

void BlotterTest::profitIsExactAndConvertedThroughThePair()
{
    ScreenDesk desk;
    PositionsModel positions(desk.feed);
    const QAbstractItemModelTester tester(&positions, QAbstractItemModelTester::FailureReportingMode::QtTest);
    desk.book(1, 1, 300, "9.33");
    desk.deposit(1, "10000.00", "EUR");
    desk.book(1, 4, 100, "19.00", "EUR");
    desk.settle();
    QCOMPARE(positions.rowCount(), 2);
    QCOMPARE(positions.text(0, PositionsModel::MarketValue), QStringLiteral("3,003.00"));
    QCOMPARE(positions.text(0, PositionsModel::Unrealised), QStringLiteral("+204.00"));
    QCOMPARE(positions.text(0, PositionsModel::UnrealisedPercent), QStringLiteral("+7.29%"));
    QCOMPARE(positions.text(1, PositionsModel::BaseValue), QStringLiteral("2,202.20")); // 2002.00 EUR at 1.1
    QCOMPARE(positions.baseTotals().value.text(), std::string("5205.20"));
    QCOMPARE(positions.baseTotals().unrealised.text(), std::string("316.20"));          // 204.00 + 102.00 at 1.1
    QCOMPARE(positions.totals().size(), 3);
    desk.quote(3, "1.1998", "1.2002", "1.2000", "1.09");
    desk.settle();
    QCOMPARE(positions.text(1, PositionsModel::BaseValue), QStringLiteral("2,402.40"));
    positions.setAccountIndex(2);
    QCOMPARE(positions.rowCount(), 0);
}

void BlotterTest::aCurrencyWithoutAPairStaysOutOfTheBaseTotal()
{
    ScreenDesk desk;
    desk.quote(6, "100", "101", "100", "99");
    desk.deposit(1, "100000", "JPY");
    desk.book(1, 6, 10, "90", "JPY");
    desk.book(1, 1, 10, "10.00");
    desk.settle();
    PositionsModel positions(desk.feed);
    QCOMPARE(positions.missingRates(), QStringLiteral("JPY"));
    QCOMPARE(positions.text(1, PositionsModel::BaseValue), Format::none());
    QCOMPARE(positions.baseTotals().value.text(), std::string("100.10"));
}

void BlotterTest::oneFrameIsOneDataChanged()
{
    ScreenDesk desk;
    desk.book(1, 1, 10, "10.00");
    desk.book(1, 2, 10, "50.00");
    desk.settle();
    PositionsModel positions(desk.feed);
    QSignalSpy changes(&positions, &QAbstractItemModel::dataChanged);
    desk.quote(1, "12.00", "12.02", "12.01", "9.90");
    desk.quote(2, "52.00", "52.02", "52.01", "51.00");
    desk.settle();
    QCOMPARE(changes.count(), 1);
}

void BlotterTest::rowsAreMergedByTheFewestAnnouncements()
{
    std::vector<int> rows{1, 2, 3, 7, 9};
    const std::vector<int> wanted{0, 2, 3, 4, 5, 9, 10};
    QStringList said;
    trading::mergeRows(
        rows, wanted,
        [&](int first, int last, auto&& change) {
            said.append(QStringLiteral("-%1..%2").arg(first).arg(last));
            change();
        },
        [&](int first, int last, auto&& change) {
            said.append(QStringLiteral("+%1..%2").arg(first).arg(last));
            change();
        });
    QCOMPARE(rows, wanted);
    QCOMPARE(said, QStringList({"+0..0", "-1..1", "+3..4", "-5..5", "+6..6"}));
}

void BlotterTest::thousandsOfOrdersAreFilteredWithinAFrame()
{
    ScreenDesk desk;
    OrdersModel orders(desk.feed);
    auto book = std::make_shared<BookSnapshot>(*desk.feed.book());
    for (int i = 1; i <= 10'000; ++i) {
        Order order;
        order.id = OrderId(std::uint64_t(i));
        order.request.account = AccountId(1);
        order.request.instrument = InstrumentId(1);
        order.state = i % 2 == 0 ? OrderState::Working : OrderState::Filled;
        book->orders.push_back(order);
    }
    emit desk.feed.bookChanged(book);
    QElapsedTimer timer;
    timer.start();
    auto next = std::make_shared<BookSnapshot>(*book);
    next->orders[0].state = OrderState::Cancelled;
    const qint64 copied = timer.nsecsElapsed();
    emit desk.feed.bookChanged(next);
    const double milliseconds = double(timer.nsecsElapsed() - copied) / 1e6;
    qInfo("10,000 orders, one changed: %.2f ms", milliseconds);
    QCOMPARE(orders.rowCount(), 10'000);
    QVERIFY(milliseconds < 100); // far above what is measured, for a busy machine
}

RIALTO_TEST(BlotterTest)
#include "blotter_test.moc"
