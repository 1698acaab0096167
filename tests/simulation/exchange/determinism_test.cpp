// SPDX-License-Identifier: GPL-3.0-or-later
// The same seed and the same messages give the same market, whatever the size of the steps in which time passes; and whatever
// happens, books stay uncrossed, quantities add up and no order is lost. Random runs print their seed when they fail.
#include "support/simulator_fixture.h"
#include "support/test_main.h"

#include "base/rng.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

using namespace rialto;
using namespace rialto::testing;
using simulator::SimulatedExchange;
using simulator::SimulatorAdapter;

namespace {

const InstrumentId kMeri(1);

struct Hashes {
    std::uint64_t trades = 0;
    std::uint64_t state = 0;
    std::string reports;
    friend bool operator==(const Hashes&, const Hashes&) = default;
};

/// So many minutes in steps of the given size; every second minute a participant buys, rests and cancels.
Hashes traded(std::uint64_t seed, std::int64_t minutes, std::int64_t stepNanos)
{
    SimulatedExchange exchange(demoConfig(seed));
    EventLog log;
    const Timestamp start = exchange.time();
    std::uint64_t id = 0;
    for (std::int64_t minute = 0; minute < minutes; ++minute) {
        const Timestamp until = start + (minute + 1) * kNanosPerMinute;
        while (exchange.time() < until)
            exchange.advance(std::min(exchange.time() + stepNanos, until), log);
        if (minute % 2 != 0)
            continue;
        ++id;
        const InstrumentId instrument(static_cast<std::uint32_t>(id % 20 + 1));
        const Quantity lot = exchange.listings()[instrument.value - 1].instrument.spec.lot;
        BrokerOrder market = brokerOrder(id * 2, instrument, id % 3 == 0 ? Side::Sell : Side::Buy, "1", "");
        market.quantity = Quantity::fromRaw(lot.raw() * 5);
        exchange.submit(market);
        BrokerOrder resting = brokerOrder(id * 2 + 1, instrument, Side::Buy, "1", "1");
        resting.quantity = market.quantity;
        resting.limit = exchange.quote(instrument).bid;
        exchange.submit(resting);
        exchange.cancel(OrderId(id * 2 - 1));
    }
    Hashes hashes{exchange.tradeHash(), exchange.stateHash(), ""};
    for (const ExecutionReport& report : log.reports)
        hashes.reports += report.executionId + " " + std::string(name(report.event)) + " " + report.lastPrice.text() + " "
                          + report.fee.text() + " " + isoUtc(report.time) + "\n";
    return hashes;
}

} // namespace

class DeterminismTest : public QObject {
    Q_OBJECT
private slots:
    void theSameSeedGivesTheSameHourTwice();
    void theSizeOfTheStepsDoesNotMatter();
    void singleStepsGiveTheSameTradesAsOneGo();
    void anotherSeedGivesAnotherMarket();
    void theTradesOfASeedAreTheSameOnEveryMachine();
    void polledAndAdvancedVenuesAgree();
    void booksStaySoundUnderRandomOrders();
    void aRestoredMarketGoesOnFromTheSamePrices();
    void restoredTwiceIsTheSameMarket();
    void aCheckpointOfAClosedSessionOpensTheNextDay();
    void tradingStaysSoundOverAWeekend();
};

void DeterminismTest::theSameSeedGivesTheSameHourTwice()
{
    const Hashes first = traded(11, 60, kNanosPerSecond);
    QVERIFY(first == traded(11, 60, kNanosPerSecond));
    QVERIFY(first.reports.size() > 1000);
}

void DeterminismTest::theSizeOfTheStepsDoesNotMatter()
{
    const Hashes whole = traded(12, 12, kNanosPerMinute);
    QVERIFY(whole == traded(12, 12, 16'666'667));
    QVERIFY(whole == traded(12, 12, 7 * kNanosPerSecond + 13));
}

void DeterminismTest::singleStepsGiveTheSameTradesAsOneGo()
{
    EventLog log;
    SimulatedExchange stepped(demoConfig(3));
    for (int i = 0; i < 30'000; ++i)
        stepped.stepOnce(log);
    SimulatedExchange whole(demoConfig(3));
    whole.advance(stepped.time(), log);
    QCOMPARE(whole.tradeHash(), stepped.tradeHash());
    QVERIFY(stepped.counters().trades > 1000);
}

void DeterminismTest::anotherSeedGivesAnotherMarket() { QVERIFY(traded(1, 2, kNanosPerMinute).trades != traded(2, 2, kNanosPerMinute).trades); }

void DeterminismTest::theTradesOfASeedAreTheSameOnEveryMachine()
{
    // The number is the market: it must come out of every compiler, optimised or with sanitizers. It changes only when somebody
    // changes how agents behave, and then this line is changed with them.
    constexpr std::uint64_t kHashOfTenMinutes = 0x2f27f5ee031e038;
    SimulatedExchange exchange(demoConfig(1));
    EventLog log;
    exchange.advanceBy(10 * kNanosPerMinute, log);
    QCOMPARE(QString::number(exchange.tradeHash(), 16), QString::number(kHashOfTenMinutes, 16));
}

void DeterminismTest::polledAndAdvancedVenuesAgree()
{
    SimulatorAdapter adapter(demoConfig(4));
    EventLog log;
    adapter.start();
    for (int i = 0; i <= 600; ++i)
        adapter.poll(Timestamp(i * kNanosPerSecond / 10), log);
    SimulatedExchange exchange(demoConfig(4));
    exchange.advanceBy(kNanosPerMinute, log);
    QCOMPARE(adapter.exchange().tradeHash(), exchange.tradeHash());
    QCOMPARE(adapter.exchange().stateHash(), exchange.stateHash());
}

void DeterminismTest::booksStaySoundUnderRandomOrders()
{
    for (std::uint64_t seed = 100; seed < 104; ++seed) {
        Rng rng(seed);
        auto config = demoConfig(seed);
        config.start = demoDay().startUtc() + (20 * 60 + 40) * kNanosPerMinute; // twenty minutes before the close
        SimulatedExchange exchange(std::move(config));
        EventLog log;
        std::map<std::uint64_t, BrokerOrder> sent;
        for (std::uint64_t step = 1; step <= 1500; ++step) {
            exchange.advanceBy(rng.between(0, 400) * kNanosPerMilli, log);
            const auto& listing = exchange.listings()[rng.below(20)];
            const Quote quote = exchange.quote(listing.instrument.id);
            const std::int64_t tick = listing.instrument.spec.tick.raw();
            const std::uint32_t what = rng.below(10);
            if (what < 6) {
                BrokerOrder order = brokerOrder(step, listing.instrument.id, rng.chance(500) ? Side::Buy : Side::Sell, "1", "1");
                order.quantity = Quantity::fromRaw(listing.instrument.spec.lot.raw() * rng.between(1, 3000));
                order.limit = Price::fromRaw(quote.last.raw() + tick * rng.between(-8, 8));
                order.type = rng.chance(200) ? OrderType::Market : OrderType::Limit;
                order.tif = static_cast<TimeInForce>(rng.below(4));
                exchange.submit(order);
                sent[step] = order;
            } else if (what < 8 && !sent.empty()) {
                exchange.cancel(OrderId(rng.below(static_cast<std::uint32_t>(step)) + 1));
            } else if (!sent.empty()) {
                const auto id = rng.below(static_cast<std::uint32_t>(step)) + 1;
                exchange.replace(OrderId(id), Quantity::fromRaw(listing.instrument.spec.lot.raw() * rng.between(1, 3000)),
                                 Price::fromRaw(quote.last.raw() + tick * rng.between(-8, 8)));
            }
            const Quote now = exchange.quote(listing.instrument.id);
            if (now.bidSize.isPositive() && now.askSize.isPositive())
                QVERIFY2(now.bid < now.ask, qPrintable(QString("crossed, seed %1").arg(seed)));
            for (const auto& level : exchange.depth(listing.instrument.id, 10).bids)
                QVERIFY2(level.own <= level.quantity, qPrintable(QString("own exceeds level, seed %1").arg(seed)));
        }
        exchange.advance(exchange.session().close, log);
        exchange.requestState(exchange.time());
        exchange.advanceBy(kNanosPerSecond, log);

        // Every order's story is legal and its fills never exceed what was asked.
        std::map<std::uint64_t, OrderState> states;
        std::map<std::uint64_t, Quantity> filled;
        std::map<std::uint64_t, Quantity> total;
        std::set<std::string> executions;
        for (const ExecutionReport& report : log.reports) {
            if (!executions.insert(report.executionId).second)
                continue;
            const std::uint64_t id = report.order.value;
            if (sent.count(id) == 0) {
                QCOMPARE(report.reason, std::string("simulator.order-unknown"));
                continue;
            }
            OrderState& state = states[id]; // PendingNew
            if (report.event == OrderEvent::CancelRefused || report.event == OrderEvent::ReplaceRefused)
                continue;
            // Cancels and replaces are asked by us: the pending state allows their answer.
            if (report.event == OrderEvent::Cancelled || report.event == OrderEvent::Replaced)
                state = next(state, report.event == OrderEvent::Cancelled ? OrderEvent::CancelAsked : OrderEvent::ReplaceAsked).to;
            const Transition transition = next(state, report.event);
            QVERIFY2(transition.legal && !transition.alert, qPrintable(QString("seed %1 order %2").arg(seed).arg(id)));
            state = transition.to;
            if (report.event == OrderEvent::Accepted)
                total[id] = sent[id].quantity;
            if (report.event == OrderEvent::Replaced)
                total[id] = report.newQuantity;
            filled[id] += report.lastQuantity;
            QVERIFY2(filled[id] <= total[id], qPrintable(QString("overfilled, seed %1 order %2").arg(seed).arg(id)));
            if (report.event == OrderEvent::LastFill)
                QVERIFY(filled[id] == total[id]);
        }
        std::size_t open = 0;
        for (const auto& [id, order] : sent) {
            QVERIFY2(states[id] != OrderState::PendingNew, qPrintable(QString("unanswered, seed %1 order %2").arg(seed).arg(id)));
            open += isFinal(states[id]) ? 0 : 1;
        }
        QCOMPARE(log.states.back().openOrders.size(), open);
        QVERIFY(open > 0); // good till cancelled
    }
}

void DeterminismTest::aRestoredMarketGoesOnFromTheSamePrices()
{
    EventLog log;
    SimulatedExchange before(demoConfig(9));
    before.advanceBy(20 * kNanosPerMinute, log);
    auto config = demoConfig(9);
    config.checkpoint = *simulator::parseCheckpoint(simulator::toText(before.checkpoint()));
    SimulatedExchange after(std::move(config));
    after.advanceBy(0, log);
    QCOMPARE(after.time(), before.time());
    for (const auto& listing : before.listings()) {
        const InstrumentId id = listing.instrument.id;
        const Quote was = before.quote(id);
        const Quote is = after.quote(id);
        QVERIFY2(is.last == was.last && is.open == was.open && is.high == was.high && is.low == was.low && is.volume == was.volume
                     && is.trades == was.trades && is.previousClose == was.previousClose,
                 listing.instrument.symbol.c_str());
        QCOMPARE(after.fairValue(id), before.fairValue(id));
        if (listing.instrument.tradable())
            QVERIFY2(is.bid.isPositive() && is.bid < is.ask, listing.instrument.symbol.c_str());
    }
    log = {};
    after.advanceBy(kNanosPerMinute, log);
    QVERIFY(log.trades.front().sequence > before.checkpoint().printSequence);
    QVERIFY(std::llabs(after.fairValue(kMeri).raw() - before.fairValue(kMeri).raw()) < before.fairValue(kMeri).raw() / 50);
}

void DeterminismTest::restoredTwiceIsTheSameMarket()
{
    EventLog log;
    SimulatedExchange before(demoConfig(10));
    before.advanceBy(kNanosPerMinute, log);
    const auto goOn = [&] {
        auto config = demoConfig(10);
        config.checkpoint = before.checkpoint();
        SimulatedExchange after(std::move(config));
        after.advanceBy(5 * kNanosPerMinute, log);
        return after.stateHash();
    };
    QCOMPARE(goOn(), goOn());
}

void DeterminismTest::aCheckpointOfAClosedSessionOpensTheNextDay()
{
    EventLog log;
    SimulatedExchange before(demoConfig(10));
    before.advanceBy(kNanosPerMinute, log);
    auto config = demoConfig(10);
    config.checkpoint = before.checkpoint();
    config.checkpoint->time = before.session().close;
    SimulatedExchange after(std::move(config));
    after.advanceBy(0, log);
    QCOMPARE(after.session().day.text(), std::string("2026-03-03"));
    QCOMPARE(after.quote(kMeri).previousClose, before.quote(kMeri).last);
    QVERIFY(after.quote(kMeri).volume.isZero());
    QVERIFY(after.fairValue(kMeri) != before.fairValue(kMeri)); // a night has passed
}

void DeterminismTest::tradingStaysSoundOverAWeekend()
{
    auto config = demoConfig(21);
    config.start = Date::of(2026, 3, 6).startUtc(); // a Friday
    const auto listings = config.listings;
    SimulatedExchange exchange(std::move(config));
    EventLog log;
    exchange.advance(exchange.session().close, log);
    exchange.advance(exchange.session().close, log);
    exchange.advanceBy(kNanosPerMinute, log);
    QCOMPARE(log.closes.size(), std::size_t(2));
    QCOMPARE(log.closes.front().day.text(), std::string("2026-03-06"));
    QCOMPARE(log.closes.back().day.text(), std::string("2026-03-09"));
    QCOMPARE(isoUtc(log.closes.back().time), std::string("2026-03-09T20:00:00Z")); // summer time
    QCOMPARE(exchange.session().day.text(), std::string("2026-03-10"));
    for (const auto& listing : listings) {
        const Quote quote = exchange.quote(listing.instrument.id);
        if (listing.instrument.tradable())
            QVERIFY2(quote.bid.isPositive() && quote.bid < quote.ask, listing.instrument.symbol.c_str());
        if (listing.instrument.assetClass() != AssetClass::Option)
            QVERIFY2(quote.last.raw() > listing.startPrice.raw() / 2 && quote.last.raw() < listing.startPrice.raw() * 2,
                     listing.instrument.symbol.c_str());
    }
    QVERIFY(exchange.books().liveOrders() < 48 * 60);
}

RIALTO_TEST(DeterminismTest)
#include "determinism_test.moc"
