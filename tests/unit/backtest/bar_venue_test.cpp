// SPDX-License-Identifier: GPL-3.0-or-later
#include "backtest/bar_venue.h"
#include "support/test_main.h"

using namespace rialto;
using namespace rialto::backtest;

namespace {

Instrument share()
{
    Instrument instrument;
    instrument.id = InstrumentId(1);
    instrument.symbol = "A";
    instrument.spec.currency = Currency::literal("USD");
    instrument.spec.tick = Price::literal("0.01");
    instrument.spec.lot = Quantity::of(1);
    return instrument;
}

Bar bar(int day, const char* open, const char* high, const char* low, const char* close, std::int64_t volume = 4'000)
{
    return {Date(day).startUtc(), Price::literal(open), Price::literal(high), Price::literal(low), Price::literal(close), Quantity::of(volume)};
}

struct Market {
    explicit Market(VenueOptions options = venueOptions()) : venue({share()}, std::move(options), [this](const ExecutionReport& report) { reports.push_back(report); }) {}
    static VenueOptions venueOptions()
    {
        VenueOptions options;
        options.halfSpreadPpm = 1; // a tick
        options.participationPpm = 1'000'000;
        options.fees = simulator::FeeSchedule::free();
        return options;
    }
    void order(int id, Side side, const char* limit, std::int64_t quantity, TimeInForce tif = TimeInForce::Day)
    {
        BrokerOrder order;
        order.id = OrderId(std::uint64_t(id));
        order.instrument = InstrumentId(1);
        order.side = side;
        order.type = *limit ? OrderType::Limit : OrderType::Market;
        order.limit = *limit ? Price::literal(limit) : Price();
        order.tif = tif;
        order.quantity = Quantity::of(quantity);
        venue.submit(order);
    }
    void play(const Bar& next) { venue.play(0, next, kNanosPerDay, true); }
    /// "100@10.01 200@10.02" of the fills so far.
    QString fills() const
    {
        QStringList all;
        for (const ExecutionReport& report : reports)
            if (report.lastQuantity.isPositive())
                all << QString::fromStdString(report.lastQuantity.text() + "@" + report.lastPrice.text(2));
        return all.join(' ');
    }
    std::vector<ExecutionReport> reports;
    BarVenue venue;
};

} // namespace

class BarVenueTest : public QObject {
    Q_OBJECT
private slots:
    void aMarketOrderTradesAtTheNextOpenAndHalfASpread()
    {
        Market market;
        market.order(1, Side::Buy, "", 100);
        market.play(bar(1, "10.00", "11.00", "9.00", "10.50"));
        QCOMPARE(market.fills(), "100@10.01");
        QCOMPARE(market.reports.back().event, OrderEvent::LastFill);
    }
    void aTouchDoesNotFillAndATickThroughDoes()
    {
        Market market;
        market.order(1, Side::Buy, "9.00", 100, TimeInForce::Gtc);
        market.play(bar(1, "10.00", "10.50", "9.00", "10.00"));
        QCOMPARE(market.fills(), "");
        market.play(bar(2, "10.00", "10.50", "8.99", "10.00"));
        QCOMPARE(market.fills(), "100@9.00");
    }
    void aTouchFillsWhenThereIsNoSpread()
    {
        VenueOptions options = Market::venueOptions();
        options.halfSpreadPpm = 0;
        Market market(options);
        market.order(1, Side::Sell, "10.50", 100);
        market.play(bar(1, "10.00", "10.50", "9.00", "10.00"));
        QCOMPARE(market.fills(), "100@10.50");
    }
    void aGapThroughALimitFillsAtTheOpen()
    {
        Market market;
        market.order(1, Side::Buy, "9.50", 100, TimeInForce::Gtc);
        market.play(bar(1, "10.00", "10.50", "9.80", "10.00"));
        market.play(bar(2, "9.00", "9.20", "8.80", "9.10"));
        QCOMPARE(market.fills(), "100@9.01");
    }
    void anOrderLargerThanThereIsLiquidityFillsInPieces()
    {
        VenueOptions options = Market::venueOptions();
        options.participationPpm = 100'000; // 10 % of 4,000: 100 at each point
        Market market(options);
        market.order(1, Side::Buy, "", 350);
        market.play(bar(1, "10.00", "11.00", "9.80", "10.50"));
        QCOMPARE(market.fills(), "100@10.01 100@9.81 100@11.01 50@10.51");
    }
    void theNearerExtremeComesFirst()
    {
        VenueOptions options = Market::venueOptions();
        options.participationPpm = 100'000;
        Market market(options);
        market.order(1, Side::Buy, "", 200);
        market.play(bar(1, "10.90", "11.00", "9.00", "10.50"));
        QCOMPARE(market.fills(), "100@10.91 100@11.01");
    }
    void nothingTradesInABarWithoutVolume()
    {
        Market market;
        market.order(1, Side::Buy, "", 100, TimeInForce::Gtc);
        market.play(bar(1, "10.00", "10.00", "10.00", "10.00", 0));
        QCOMPARE(market.fills(), "");
        market.play(bar(2, "10.20", "10.20", "10.20", "10.20"));
        QCOMPARE(market.fills(), "100@10.21");
    }
    void dayOrdersExpireAndImmediateOnesEndWithTheOpen()
    {
        Market market;
        market.order(1, Side::Buy, "9.00", 100);
        market.order(2, Side::Buy, "9.50", 100, TimeInForce::Ioc);
        market.play(bar(1, "10.00", "10.50", "9.40", "10.00"));
        QCOMPARE(market.reports.back().order, OrderId(2));
        QCOMPARE(market.reports.back().event, OrderEvent::Cancelled);
        QCOMPARE(QString::fromStdString(market.reports.back().reason), "simulator.no-liquidity");
        market.venue.endDay(Date(2).startUtc());
        QCOMPARE(market.reports.back().order, OrderId(1));
        QCOMPARE(market.reports.back().event, OrderEvent::Expired);
        QCOMPARE(market.venue.openOrders(), std::size_t(0));
    }
    void latencyMakesAnOrderLateByBars()
    {
        VenueOptions options = Market::venueOptions();
        options.latencyBars = 2;
        Market market(options);
        market.order(1, Side::Buy, "", 10);
        market.play(bar(1, "10.00", "10.00", "10.00", "10.00"));
        market.play(bar(2, "11.00", "11.00", "11.00", "11.00"));
        QCOMPARE(market.fills(), "");
        market.play(bar(3, "12.00", "12.00", "12.00", "12.00"));
        QCOMPARE(market.fills(), "10@12.01");
    }
    void aCancelReachesTheMarketWithTheNextBar()
    {
        Market market;
        market.order(1, Side::Buy, "9.00", 100, TimeInForce::Gtc);
        market.play(bar(1, "10.00", "10.50", "9.50", "10.00"));
        market.venue.cancel(OrderId(1));
        market.play(bar(2, "10.00", "10.50", "8.00", "10.00"));
        QCOMPARE(market.fills(), "");
        QCOMPARE(market.reports.back().event, OrderEvent::Cancelled);
        market.venue.cancel(OrderId(1));
        QCOMPARE(market.reports.back().event, OrderEvent::CancelRefused);
    }
    void ordersThatTheVenueCannotTakeAreRefused()
    {
        Market market;
        market.order(1, Side::Buy, "9.005", 100);
        BrokerOrder half;
        half.id = OrderId(2);
        half.instrument = InstrumentId(1);
        half.type = OrderType::Market;
        half.quantity = Quantity::literal("0.5");
        market.venue.submit(half);
        market.play(bar(1, "10.00", "10.50", "8.50", "10.00"));
        QCOMPARE(market.reports.size(), std::size_t(2));
        QCOMPARE(QString::fromStdString(market.reports[0].reason), "simulator.not-on-tick");
        QCOMPARE(QString::fromStdString(market.reports[1].reason), "simulator.not-whole-lots");
    }
};

RIALTO_TEST(BarVenueTest)
#include "bar_venue_test.moc"
