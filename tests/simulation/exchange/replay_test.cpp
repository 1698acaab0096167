// SPDX-License-Identifier: GPL-3.0-or-later
// A day of real minute bars trades in the simulated venue: what the venue makes of it is held against the bars themselves.
#include "support/simulator_fixture.h"
#include "support/test_main.h"

#include "domain/time_zone.h"

#include <QFile>

#include <cmath>
#include <map>

using namespace rialto;
using namespace rialto::testing;
using simulator::SimulatedExchange;

namespace {

const InstrumentId kReal(500);

QString folder() { return qEnvironmentVariable("RIALTO_SHARED_DATA", RIALTO_SHARED_DATA) + "/market/us_minute/"; }

/// Minute files of us_minute: ms since midnight New York, prices x 10,000, volume.
std::vector<Bar> minuteBars(const QString& path, Date day)
{
    std::vector<Bar> bars;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return bars;
    file.readLine();
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        const auto price = [&](int column) { return Price::fromRaw(cells[column].toLongLong() * 10'000); };
        const auto start = fromLocal(day, cells[0].toLongLong() * kNanosPerMilli, "America/New_York");
        bars.push_back({*start, price(1), price(2), price(3), price(4), Quantity::of(cells[5].toLongLong())});
    }
    return bars;
}

simulator::SimulatorConfig replayConfig(std::vector<Bar> bars, const char* symbol)
{
    auto config = demoConfig(5);
    Instrument instrument = config.listings.front().instrument;
    instrument.id = kReal;
    instrument.symbol = symbol;
    config.listings.resize(1); // one other is enough
    config.listings.push_back(simulator::listingFor(instrument, {kReal, kNanosPerMinute, bars}));
    config.replays.push_back({kReal, kNanosPerMinute, std::move(bars)});
    return config;
}

struct Comparison {
    int minutes = 0;
    double closeBp = 0;  // mean distance of the closes
    double highBp = 0;
    double lowBp = 0;
    double volume = 0;   // traded over real
    double worstBp = 0;
};

/// Runs the whole session and compares every minute.
Comparison compare(simulator::SimulatorConfig config, const std::vector<Bar>& bars)
{
    SimulatedExchange exchange(std::move(config));
    EventLog log;
    const simulator::Session session = exchange.session();
    exchange.advance(session.close, log);
    std::map<std::int64_t, Bar> made;
    for (const TradePrint& print : log.trades) {
        if (print.instrument != kReal)
            continue;
        const std::int64_t minute = (print.time - session.open) / kNanosPerMinute;
        auto [at, fresh] = made.try_emplace(minute, Bar{print.time, print.price, print.price, print.price, print.price, {}});
        Bar& bar = at->second;
        bar.high = std::max(bar.high, print.price);
        bar.low = std::min(bar.low, print.price);
        bar.close = print.price;
        bar.volume += print.quantity;
    }
    Comparison result;
    double real = 0;
    double traded = 0;
    for (const Bar& bar : bars) {
        if (bar.start < session.open || bar.start >= session.close)
            continue;
        const auto found = made.find((bar.start - session.open) / kNanosPerMinute);
        real += static_cast<double>(bar.volume.raw());
        if (found == made.end())
            continue;
        const auto bp = [&](Price a, Price b) { return std::fabs(static_cast<double>(a.raw() - b.raw())) / static_cast<double>(b.raw()) * 1e4; };
        ++result.minutes;
        result.closeBp += bp(found->second.close, bar.close);
        result.highBp += bp(found->second.high, bar.high);
        result.lowBp += bp(found->second.low, bar.low);
        result.worstBp = std::max(result.worstBp, bp(found->second.close, bar.close));
        traded += static_cast<double>(found->second.volume.raw());
    }
    result.closeBp /= result.minutes;
    result.highBp /= result.minutes;
    result.lowBp /= result.minutes;
    result.volume = traded / real;
    return result;
}

} // namespace

class ReplayTest : public QObject {
    Q_OBJECT
private slots:
    void aRealDayTradesAroundItsBars_data();
    void aRealDayTradesAroundItsBars();
    void theSecondDayFollowsTheFirst();
    void afterTheLastBarTheMarketGoesOn();
    void aParticipantTradesInARealDay();
    void aSeriesThatNobodyListsIsIgnored();
};

void ReplayTest::aRealDayTradesAroundItsBars_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("day");
    QTest::newRow("AAPL 2014-06-05") << "aapl_20140605_trade.csv" << "2014-06-05";
    QTest::newRow("AAPL 2014-06-06") << "aapl_20140606_trade.csv" << "2014-06-06";
    QTest::newRow("SPY 2013-10-07") << "spy_20131007_trade.csv" << "2013-10-07";
}

void ReplayTest::aRealDayTradesAroundItsBars()
{
    QFETCH(QString, file);
    QFETCH(QString, day);
    const auto bars = minuteBars(folder() + file, *Date::parse(day.toStdString()));
    if (bars.empty())
        QSKIP("the real minute files (shared/data/market/us_minute) are not here");
    const Comparison c = compare(replayConfig(bars, "REAL"), bars);
    std::printf("%s: %d minutes, mean distance close %.2f bp, high %.2f bp, low %.2f bp, worst close %.1f bp, volume x %.3f\n",
                QTest::currentDataTag(), c.minutes, c.closeBp, c.highBp, c.lowBp, c.worstBp, c.volume);
    QVERIFY(c.minutes >= 388);
    QVERIFY(c.closeBp < 3);
    QVERIFY(c.highBp < 4 && c.lowBp < 4);
    QVERIFY(c.worstBp < 40);
    QVERIFY(c.volume > 0.85 && c.volume < 1.2);
}

void ReplayTest::theSecondDayFollowsTheFirst()
{
    auto bars = minuteBars(folder() + "aapl_20140605_trade.csv", Date::of(2014, 6, 5));
    const auto second = minuteBars(folder() + "aapl_20140606_trade.csv", Date::of(2014, 6, 6));
    if (bars.empty() || second.empty())
        QSKIP("the real minute files (shared/data/market/us_minute) are not here");
    bars.insert(bars.end(), second.begin(), second.end());
    SimulatedExchange exchange(replayConfig(bars, "AAPL"));
    EventLog log;
    QCOMPARE(isoUtc(exchange.time()), std::string("2014-06-05T13:30:00Z"));
    exchange.advance(exchange.session().close, log);
    exchange.advance(exchange.session().open + kNanosPerMinute, log);
    QCOMPARE(exchange.session().day.text(), std::string("2014-06-06"));
    const Quote quote = exchange.quote(kReal);
    QVERIFY(std::llabs(quote.open.raw() - Price::literal("649.90").raw()) < Price::literal("0.50").raw());
    QVERIFY(std::llabs(quote.previousClose.raw() - Price::literal("647.35").raw()) < Price::literal("0.50").raw());
}

void ReplayTest::afterTheLastBarTheMarketGoesOn()
{
    // Three bars at the open; then the walk takes over from the last close, with a crowd that trades.
    const Timestamp open = simulator::SessionClock().at(demoDay().startUtc()).open;
    std::vector<Bar> bars;
    for (int i = 0; i < 3; ++i)
        bars.push_back({open + i * kNanosPerMinute, Price::of(50 + i), Price::literal("53.00"), Price::literal("49.50"),
                        Price::of(51 + i), Quantity::of(30'000)});
    SimulatedExchange exchange(replayConfig(bars, "THREE"));
    EventLog log;
    exchange.advanceBy(3 * kNanosPerMinute, log);
    const Quote ended = exchange.quote(kReal);
    QVERIFY(std::llabs(ended.last.raw() - Price::of(53).raw()) < Price::literal("0.60").raw());
    QVERIFY(ended.volume.raw() > Quantity::of(80'000).raw() && ended.volume.raw() < Quantity::of(110'000).raw());
    exchange.advanceBy(10 * kNanosPerMinute, log);
    const Quote later = exchange.quote(kReal);
    QVERIFY(later.trades > ended.trades + 20);
    QVERIFY(std::llabs(later.last.raw() - Price::of(53).raw()) < Price::of(3).raw());
}

void ReplayTest::aParticipantTradesInARealDay()
{
    const auto bars = minuteBars(folder() + "aapl_20140605_trade.csv", Date::of(2014, 6, 5));
    if (bars.empty())
        QSKIP("the real minute files (shared/data/market/us_minute) are not here");
    SimulatedExchange exchange(replayConfig(bars, "AAPL"));
    EventLog log;
    exchange.advanceBy(30 * kNanosPerMinute, log);
    exchange.submit(brokerOrder(1, kReal, Side::Buy, "100", ""));
    exchange.advanceBy(kNanosPerSecond, log);
    QCOMPARE(log.filled(OrderId(1)), Quantity::of(100));
    for (const ExecutionReport& report : log.of(OrderId(1)))
        if (!report.lastQuantity.isZero())
            QVERIFY(report.lastPrice > Price::of(640) && report.lastPrice < Price::of(655));
}

void ReplayTest::aSeriesThatNobodyListsIsIgnored()
{
    auto config = demoConfig();
    config.replays.push_back({InstrumentId(77), kNanosPerMinute, {Bar{}}});
    config.replays.push_back({InstrumentId(1), kNanosPerMinute, {}});
    SimulatedExchange exchange(std::move(config));
    QCOMPARE(isoUtc(exchange.time()), std::string("2026-03-02T14:30:00Z"));
}

RIALTO_TEST(ReplayTest)
#include "replay_test.moc"
