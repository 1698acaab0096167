// SPDX-License-Identifier: GPL-3.0-or-later
// Where an own order probably stands, worked by hand from depth and trades.
#include "Market/queue_estimate.h"
#include "support/test_main.h"

using namespace rialto;

namespace {

/// A book with one bid level of ours among others', and an ask far away.
DepthUpdate book(int others, int own, const char* price = "10.00")
{
    DepthUpdate depth;
    depth.bids.push_back({Price::literal(price), Quantity::of(others + own), 3, Quantity::of(own)});
    depth.asks.push_back({Price::literal("10.05"), Quantity::of(100), 1, {}});
    return depth;
}

TradePrint trade(int quantity)
{
    TradePrint print;
    print.price = Price::literal("10.00");
    print.quantity = Quantity::of(quantity);
    print.aggressor = Side::Sell;
    return print;
}

} // namespace

class QueueEstimateTest : public QObject {
    Q_OBJECT
private slots:
    void aNewOrderStandsBehindAllOthers()
    {
        QueueEstimate estimate;
        estimate.onDepth(book(300, 0));
        QVERIFY(!estimate.place(Side::Buy));
        estimate.onDepth(book(300, 50));
        QCOMPARE(estimate.place(Side::Buy)->ahead, Quantity::of(300));
        QCOMPARE(estimate.place(Side::Buy)->others, Quantity::of(300));
        QVERIFY(!estimate.place(Side::Sell));
    }
    void tradesBringItForwardAndCancelsInProportion()
    {
        QueueEstimate estimate;
        estimate.onDepth(book(300, 50));
        estimate.onTrade(trade(100));
        estimate.onDepth(book(200, 50));
        QCOMPARE(estimate.place(Side::Buy)->ahead, Quantity::of(200));
        estimate.onDepth(book(400, 50)); // 200 come behind
        estimate.onDepth(book(300, 50)); // of 100 that leave, 200 / 400 stood before
        QCOMPARE(estimate.place(Side::Buy)->ahead, Quantity::of(150));
    }
    void aPartThatTradedMeansTheFront()
    {
        QueueEstimate estimate;
        estimate.onDepth(book(300, 50));
        estimate.onDepth(book(250, 20));
        QCOMPARE(estimate.place(Side::Buy)->ahead, Quantity());
    }
    void anotherPriceOrMoreIsANewPlace()
    {
        QueueEstimate estimate;
        estimate.onDepth(book(300, 50));
        estimate.onTrade(trade(250));
        estimate.onDepth(book(50, 50));
        QCOMPARE(estimate.place(Side::Buy)->ahead, Quantity::of(50));
        estimate.onDepth(book(400, 80));
        QCOMPARE(estimate.place(Side::Buy)->ahead, Quantity::of(400));
        estimate.onDepth(book(70, 80, "9.99"));
        QCOMPARE(estimate.place(Side::Buy)->ahead, Quantity::of(70));
        estimate.onDepth(book(70, 0, "9.99"));
        QVERIFY(!estimate.place(Side::Buy));
    }
    void anotherInstrumentBeginsAnew()
    {
        QueueEstimate estimate;
        estimate.onDepth(book(300, 50));
        estimate.reset();
        QVERIFY(!estimate.place(Side::Buy));
    }
};

RIALTO_TEST(QueueEstimateTest)
#include "queue_estimate_test.moc"
