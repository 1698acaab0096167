// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_main.h"

#include "market/replay/replay_series.h"

using namespace rialto;
using namespace rialto::market;

namespace {

Timestamp at(std::int64_t seconds) { return Timestamp(seconds * kNanosPerSecond); }

Bar bar(std::int64_t second, const char* open, const char* high, const char* low, const char* close, std::int64_t volume)
{
    return {at(second), Price::literal(open), Price::literal(high), Price::literal(low), Price::literal(close), Quantity::of(volume)};
}

ReplayPath twoBars()
{
    // A minute up, a minute of nothing, a minute down.
    return ReplayPath({InstrumentId(1), kNanosPerMinute, {bar(0, "10", "12", "9", "11", 600), bar(120, "11", "13", "8", "9", 1200)}});
}

} // namespace

class ReplaySeriesTest : public QObject {
    Q_OBJECT
private slots:
    void thePathTouchesTheFourPricesOfABar();
    void betweenBarsThePriceStands();
    void thePathNeverLeavesTheRange();
    void volumeIsSharedOutWithoutLoss();
    void theLastCloseIsOfABarThatHasEnded();
    void ticksBecomeBarsOfASecond();
    void anEmptySeriesIsOver();
};

void ReplaySeriesTest::thePathTouchesTheFourPricesOfABar()
{
    const ReplayPath path = twoBars();
    QCOMPARE(path.priceAt(at(0))->text(), std::string("10"));
    QCOMPARE(path.priceAt(at(15))->text(), std::string("9")); // a rising bar goes down first
    QCOMPARE(path.priceAt(at(45))->text(), std::string("12"));
    QCOMPARE(path.priceAt(at(60))->text(), std::string("11"));
    QCOMPARE(path.priceAt(at(30))->text(), std::string("10.5"));
    QCOMPARE(path.priceAt(at(135))->text(), std::string("13")); // a falling bar goes up first
    QCOMPARE(path.priceAt(at(165))->text(), std::string("8"));
}

void ReplaySeriesTest::betweenBarsThePriceStands()
{
    const ReplayPath path = twoBars();
    QVERIFY(!path.priceAt(at(-1)));
    QCOMPARE(path.priceAt(at(61))->text(), std::string("11"));
    QCOMPARE(path.priceAt(at(119))->text(), std::string("11"));
    QCOMPARE(path.priceAt(at(9999))->text(), std::string("9"));
    QVERIFY(!path.over(at(179)));
    QVERIFY(path.over(at(180)));
}

void ReplaySeriesTest::thePathNeverLeavesTheRange()
{
    const ReplayPath path = twoBars();
    for (std::int64_t tenth = 0; tenth < 1800; ++tenth) {
        const Price price = *path.priceAt(Timestamp(tenth * kNanosPerSecond / 10));
        const Bar& now = path.bars()[tenth < 1200 ? 0 : 1];
        QVERIFY(price >= now.low && price <= now.high);
    }
}

void ReplaySeriesTest::volumeIsSharedOutWithoutLoss()
{
    const ReplayPath path = twoBars();
    Quantity sum;
    for (std::int64_t step = 0; step < 2600; ++step)
        sum += path.volumeBetween(Timestamp(step * 77'777'777), Timestamp((step + 1) * 77'777'777));
    QCOMPARE(sum.text(), std::string("1800"));
    QCOMPARE(path.volumeBetween(at(30), at(150)).text(), std::string("900"));
    QCOMPARE(path.volumeBetween(at(60), at(120)).text(), std::string("0"));
    QCOMPARE(path.volumeBetween(at(-50), at(-10)).text(), std::string("0"));
}

void ReplaySeriesTest::theLastCloseIsOfABarThatHasEnded()
{
    const ReplayPath path = twoBars();
    QVERIFY(!path.lastCloseBefore(at(59)));
    QCOMPARE(path.lastCloseBefore(at(60))->text(), std::string("11"));
    QCOMPARE(path.lastCloseBefore(at(179))->text(), std::string("11"));
    QCOMPARE(path.lastCloseBefore(at(180))->text(), std::string("9"));
}

void ReplaySeriesTest::ticksBecomeBarsOfASecond()
{
    std::vector<TradePrint> ticks;
    const auto tick = [&](std::int64_t millis, const char* price, std::int64_t quantity) {
        ticks.push_back({InstrumentId(3), Price::literal(price), Quantity::of(quantity), Side::Buy, Timestamp::fromMillis(millis), 0});
    };
    tick(1000, "5.00", 10);
    tick(1500, "5.20", 20);
    tick(1999, "4.90", 30);
    tick(3000, "5.10", 40);
    const ReplaySeries series = replayFromTicks(InstrumentId(3), ticks);
    QCOMPARE(series.barNanos, kNanosPerSecond);
    QCOMPARE(series.bars.size(), std::size_t(2));
    QVERIFY(series.bars[0] == bar(1, "5.00", "5.20", "4.90", "4.90", 60));
    QVERIFY(series.bars[1] == bar(3, "5.10", "5.10", "5.10", "5.10", 40));
}

void ReplaySeriesTest::anEmptySeriesIsOver()
{
    const ReplayPath path({InstrumentId(1), kNanosPerMinute, {}});
    QVERIFY(path.empty() && path.over(at(0)));
    QVERIFY(!path.priceAt(at(0)));
    QVERIFY(!path.lastCloseBefore(at(0)));
    QCOMPARE(path.livelinessPerMille(at(0)), std::int64_t(1000));
}

RIALTO_TEST(ReplaySeriesTest)
#include "replay_series_test.moc"
