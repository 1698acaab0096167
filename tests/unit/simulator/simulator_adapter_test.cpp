// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/simulator_fixture.h"
#include "support/test_main.h"

#include <algorithm>

using namespace rialto;
using namespace rialto::testing;
using simulator::SimulatorAdapter;

namespace {

const InstrumentId kMeri(1);

} // namespace

class SimulatorAdapterTest : public QObject {
    Q_OBJECT
private slots:
    void theFirstPollConnectsAndTellsEveryQuote();
    void onlyDifferencesOfHostTimeCount();
    void aStoppedVenueStandsStill();
    void quotesAreConflatedToTheNewestOfAPoll();
    void depthIsToldOfSubscribedInstrumentsOnly();
    void theLastQuotesOfADayComeBeforeItsClose();
    void aSingleStepMovesOneThing();
    void capabilitiesAreMarkedSimulated();
};

void SimulatorAdapterTest::theFirstPollConnectsAndTellsEveryQuote()
{
    SimulatorAdapter adapter(demoConfig());
    EventLog log;
    adapter.start();
    adapter.poll(Timestamp(), log);
    QCOMPARE(log.connections.size(), std::size_t(1));
    QCOMPARE(log.connections.front().state, ConnectionState::Connected);
    QCOMPARE(log.quotes.size(), adapter.exchange().listings().size());
    for (const Quote& quote : log.quotes) {
        const auto& instrument = adapter.exchange().listings()[quote.instrument.value - 1].instrument;
        QVERIFY(quote.previousClose.isPositive());
        if (instrument.tradable())
            QVERIFY2(quote.bid.isPositive() && quote.bid < quote.ask, instrument.symbol.c_str());
        QCOMPARE(isoUtc(quote.time), std::string("2026-03-02T14:30:00Z"));
    }
}

void SimulatorAdapterTest::onlyDifferencesOfHostTimeCount()
{
    SimulatorAdapter adapter(demoConfig());
    EventLog log;
    adapter.start();
    adapter.poll(Timestamp(777 * kNanosPerDay), log);
    const Timestamp open = adapter.venueTime(Timestamp());
    adapter.poll(Timestamp(777 * kNanosPerDay) + 5 * kNanosPerSecond, log);
    QCOMPARE(adapter.venueTime(Timestamp()) - open, 5 * kNanosPerSecond);
    adapter.poll(Timestamp(777 * kNanosPerDay), log); // a clock set back
    QCOMPARE(adapter.venueTime(Timestamp()) - open, 5 * kNanosPerSecond);
    adapter.poll(Timestamp(778 * kNanosPerDay), log); // a machine that slept
    QCOMPARE(adapter.venueTime(Timestamp()) - open, 10 * kNanosPerMinute + 5 * kNanosPerSecond);
}

void SimulatorAdapterTest::aStoppedVenueStandsStill()
{
    SimulatorAdapter adapter(demoConfig());
    EventLog log;
    adapter.poll(Timestamp(), log);
    QVERIFY(log.order.empty());
    adapter.start();
    adapter.poll(Timestamp(), log);
    adapter.stop();
    log = {};
    const Timestamp before = adapter.venueTime(Timestamp());
    adapter.poll(Timestamp(kNanosPerMinute), log);
    QCOMPARE(log.order, std::string("n"));
    QCOMPARE(log.connections.front().state, ConnectionState::Stopped);
    QCOMPARE(adapter.venueTime(Timestamp()), before);
    // Time that passed while it was stopped never happened.
    adapter.start();
    adapter.poll(Timestamp(kNanosPerMinute), log);
    QCOMPARE(adapter.venueTime(Timestamp()), before);
}

void SimulatorAdapterTest::quotesAreConflatedToTheNewestOfAPoll()
{
    SimulatorAdapter adapter(demoConfig());
    EventLog log;
    adapter.start();
    adapter.poll(Timestamp(), log);
    log = {};
    adapter.poll(Timestamp(kNanosPerMinute), log);
    std::vector<std::uint32_t> told;
    for (const Quote& quote : log.quotes) {
        told.push_back(quote.instrument.value);
        const Quote now = adapter.exchange().quote(quote.instrument);
        QVERIFY(now.bid == quote.bid && now.ask == quote.ask && now.last == quote.last && now.volume == quote.volume);
    }
    std::sort(told.begin(), told.end());
    QVERIFY(std::adjacent_find(told.begin(), told.end()) == told.end());
    QVERIFY(told.size() > 40);
    QVERIFY(log.trades.size() > 300); // prints are all told
    for (std::size_t i = 1; i < log.trades.size(); ++i)
        QCOMPARE(log.trades[i].sequence, log.trades[i - 1].sequence + 1);
}

void SimulatorAdapterTest::depthIsToldOfSubscribedInstrumentsOnly()
{
    SimulatorAdapter adapter(demoConfig());
    EventLog log;
    adapter.start();
    adapter.poll(Timestamp(), log);
    QVERIFY(log.depths.empty());
    adapter.subscribe(kMeri);
    adapter.subscribe(InstrumentId(5555));
    adapter.poll(Timestamp(), log); // at once, though nothing changed
    QCOMPARE(log.depths.size(), std::size_t(1));
    const DepthUpdate& depth = log.depths.front();
    QVERIFY(depth.instrument == kMeri);
    QVERIFY(depth.bids.size() >= 8 && depth.bids.size() <= SimulatorAdapter::kDepthLevels);
    QVERIFY(depth.bids.front().price < depth.asks.front().price);
    for (std::size_t i = 1; i < depth.bids.size(); ++i)
        QVERIFY(depth.bids[i].price < depth.bids[i - 1].price);
    for (std::size_t i = 1; i < depth.asks.size(); ++i)
        QVERIFY(depth.asks[i].price > depth.asks[i - 1].price);
    adapter.unsubscribe(kMeri);
    log = {};
    adapter.poll(Timestamp(kNanosPerMinute), log);
    QVERIFY(log.depths.empty());
}

void SimulatorAdapterTest::theLastQuotesOfADayComeBeforeItsClose()
{
    auto config = demoConfig();
    config.start = Timestamp(demoDay().startUtc() + (20 * 60 + 51) * kNanosPerMinute); // nine minutes before the close
    SimulatorAdapter adapter(std::move(config));
    EventLog log;
    adapter.start();
    adapter.poll(Timestamp(), log);
    log = {};
    adapter.poll(Timestamp(10 * kNanosPerMinute), log);
    const std::size_t close = log.order.find('c');
    QVERIFY(close != std::string::npos);
    QVERIFY(log.order.find('q') < close);
    QCOMPARE(log.closes.front().day.text(), std::string("2026-03-02"));
    QCOMPARE(isoUtc(log.closes.front().time), std::string("2026-03-02T21:00:00Z"));
    const auto last = std::find_if(log.quotes.begin(), log.quotes.end(), [](const Quote& q) { return q.instrument == kMeri; });
    const auto next = std::find_if(log.quotes.rbegin(), log.quotes.rend(), [](const Quote& q) { return q.instrument == kMeri; });
    QVERIFY(last->bid.isPositive() && last->hasLast());
    QCOMPARE(next->previousClose, last->last); // the new day counts from the old one's close
    QVERIFY(next->volume < last->volume);
    QCOMPARE(isoUtc(adapter.venueTime(Timestamp())), std::string("2026-03-03T14:31:00Z"));
}

void SimulatorAdapterTest::aSingleStepMovesOneThing()
{
    SimulatorAdapter adapter(demoConfig());
    EventLog log;
    adapter.start();
    adapter.step(log);
    const auto first = adapter.exchange().counters().acts;
    QCOMPARE(first, std::uint64_t(1)); // the open
    Timestamp before = adapter.venueTime(Timestamp());
    for (std::uint64_t i = 1; i <= 200; ++i) {
        adapter.step(log);
        QCOMPARE(adapter.exchange().counters().acts, first + i);
        QVERIFY(adapter.venueTime(Timestamp()) >= before);
        before = adapter.venueTime(Timestamp());
    }
}

void SimulatorAdapterTest::capabilitiesAreMarkedSimulated()
{
    const BrokerCapabilities capabilities = SimulatorAdapter(demoConfig()).capabilities();
    QVERIFY(capabilities.simulated && capabilities.replace && capabilities.depth);
    QCOMPARE(capabilities.orderTypes.size(), std::size_t(kOrderTypes)); // the exchange takes them all
    QCOMPARE(capabilities.timesInForce.size(), std::size_t(kTimesInForce));
}

RIALTO_TEST(SimulatorAdapterTest)
#include "simulator_adapter_test.moc"
