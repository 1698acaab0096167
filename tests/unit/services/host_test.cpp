// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_broker.h"
#include "support/test_main.h"
#include "support/trading_fixture.h"

#include "services/app_services.h"
#include "services/price_history.h"
#include "storage/memory_bar_store.h"
#include "storage/memory_journal.h"

#include <atomic>
#include <chrono>
#include <thread>

using namespace rialto;
using rialto::testing::Desk;
using rialto::testing::ScriptedBroker;

namespace {

// A disk that can be full.
class FragileJournal final : public Journal {
public:
    Result<void> append(const std::vector<Fact>& facts) override
    {
        if (full)
            return unavailable("storage.disk-full", "book.db");
        ++commits;
        return m_inner.append(facts);
    }
    Result<void> load(const std::function<Result<void>(Fact&&)>& visit) override { return m_inner.load(visit); }
    Result<std::optional<std::string>> setting(const std::string& key) override { return m_inner.setting(key); }
    Result<void> setSetting(const std::string& key, const std::string& value) override
    {
        if (full)
            return unavailable("storage.disk-full", "book.db");
        return m_inner.setSetting(key, value);
    }
    std::atomic<bool> full{false};
    std::atomic<int> commits{0};

private:
    storage::MemoryJournal m_inner;
};

// A book with one client, one share and money, over a scripted broker.
class Bed {
public:
    Bed() : services([this] { return make(); }, board) {}

    void fill()
    {
        const auto must = [this](EngineHost::Body body) {
            services.command(std::move(body), [](const Result<Reply>& reply) { QVERIFY(reply.ok() && reply->accepted); });
        };
        must(AddInstrument{rialto::testing::equity(1, "AAA")});
        must(AddClient{{ClientId(1), HouseholdId(), "C-1", "Ada Example", "", Date::of(2025, 1, 1)}});
        must(AddAccount{{AccountId(1), ClientId(1), "A-1", Desk::usd(), Date::of(2025, 1, 1)}});
        must(MoveCash{"d", AccountId(1), *Money::parse("10000.00", Desk::usd()), ""});
    }
    Result<Reply> place(const char* id)
    {
        Result<Reply> answer = invalid("test.no-answer");
        services.placeOrder(Desk::request(id, 1, Side::Buy, 10, "10.00"), [&](const Result<Reply>& reply) { answer = reply; });
        return answer;
    }

    MarketBoard board;
    FragileJournal* journal = nullptr;
    ScriptedBroker* broker = nullptr;
    AppServices services;

private:
    Result<HostStart> make()
    {
        auto kept = std::make_unique<FragileJournal>();
        journal = kept.get();
        EngineHost::Parts parts;
        parts.journal = std::move(kept);
        parts.board = &board;
        parts.recorder = std::make_unique<MarketRecorder>(std::make_unique<storage::MemoryBarStore>(), "test");
        parts.makeBroker = [this](const Engine&, Journal&) {
            auto made = std::make_unique<ScriptedBroker>();
            broker = made.get();
            return Result<std::unique_ptr<BrokerAdapter>>(std::move(made));
        };
        auto host = EngineHost::open(std::move(parts));
        if (!host)
            return host.error();
        return HostStart{std::move(*host), Timestamp(1'767'800'000'000'000'000)};
    }
};

class SystemClock final : public Clock {
public:
    Timestamp now() override
    {
        return Timestamp(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count());
    }
};

} // namespace

class HostTest : public QObject {
    Q_OBJECT
private slots:
    void anOrderIsDurableBeforeItIsSent();
    void aFullDiskSendsNothingAndForgetsNothing();
    void whenTheLineIsBackTheBrokerIsAsked();
    void manyThreadsWithOneCommandIdPlaceOneOrder();
    void commandsOfOneMomentShareACommit();
    void theBoardConflatesQuotesAndKeepsTheTape();
    void ratesAreFoundDirectlyInverselyAndOverAThirdCurrency();
};

void HostTest::anOrderIsDurableBeforeItIsSent()
{
    Bed bed;
    QVERIFY(bed.services.open().ok());
    bed.fill();
    const int before = bed.journal->commits;
    const auto reply = bed.place("o1");
    QVERIFY(reply.ok() && reply->accepted);
    QCOMPARE(bed.journal->commits.load(), before + 1);
    QCOMPARE(bed.broker->submitted.size(), std::size_t(1));
    QCOMPARE(bed.broker->submitted.front().clientOrderId, std::string("R1"));
    QCOMPARE(bed.services.book()->orders.size(), std::size_t(1));
}

void HostTest::aFullDiskSendsNothingAndForgetsNothing()
{
    Bed bed;
    QVERIFY(bed.services.open().ok());
    bed.fill();
    QVERIFY(bed.place("o1").ok());
    bed.journal->full = true;
    const auto refused = bed.place("o2");
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, std::string("storage.disk-full"));
    QCOMPARE(bed.broker->submitted.size(), std::size_t(1));          // nothing went out
    QCOMPARE(bed.services.book()->orders.size(), std::size_t(1));    // and nothing is shown that is not stored
    QVERIFY(bed.services.session().failure.has_value());
    QVERIFY(!bed.place("o2").ok());

    bed.journal->full = false;
    const int asked = bed.broker->stateRequests;
    (void)bed.services.advanceTo(bed.services.hostTime() + kNanosPerSecond); // recovers, and says so once
    QVERIFY(!bed.services.session().failure.has_value());
    QVERIFY(bed.broker->stateRequests > asked);                       // what happened meanwhile is asked for
    const auto again = bed.place("o2");                               // the same intention, the same key
    QVERIFY(again.ok() && again->accepted && !again->repeated);
    QCOMPARE(bed.broker->submitted.size(), std::size_t(2));
    bool told = false;
    for (const auto& alert : bed.services.takeAlerts())
        told = told || alert.code == "storage.disk-full";
    QVERIFY(told);
}

void HostTest::whenTheLineIsBackTheBrokerIsAsked()
{
    Bed bed;
    QVERIFY(bed.services.open().ok());
    bed.fill();
    QVERIFY(bed.place("o1").ok());
    const int asked = bed.broker->stateRequests;
    const auto pass = [&](BrokerEvent event) {
        bed.broker->pending.push_back(std::move(event));
        QVERIFY(bed.services.advanceTo(bed.services.hostTime() + kNanosPerSecond).ok());
    };
    pass(ConnectionChanged{ConnectionState::Lost, "broker.lost"});
    QCOMPARE(bed.services.book()->orders.front().state, OrderState::Unknown);
    QCOMPARE(bed.broker->stateRequests, asked);
    pass(ConnectionChanged{ConnectionState::Connected, ""});
    QCOMPARE(bed.broker->stateRequests, asked + 1);
    pass(BrokerState{{OrderId(1)}, bed.services.hostTime()});
    QCOMPARE(bed.services.book()->orders.front().state, OrderState::Working);
}

void HostTest::manyThreadsWithOneCommandIdPlaceOneOrder()
{
    Bed bed;
    SystemClock clock;
    QVERIFY(bed.services.run(clock, 1).ok());
    bed.fill();
    std::atomic<int> fresh{0};
    std::atomic<int> repeated{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i)
                bed.services.placeOrder(Desk::request("the-one", 1, Side::Buy, 10, "10.00"), [&](const Result<Reply>& reply) {
                    if (reply.ok())
                        (reply->repeated ? repeated : fresh) += 1;
                });
        });
    for (auto& thread : threads)
        thread.join();
    QTRY_COMPARE(fresh + repeated, 200);
    QCOMPARE(fresh.load(), 1);
    QVERIFY(bed.services.stop().ok());
    QCOMPARE(bed.services.book()->orders.size(), std::size_t(1));
}

void HostTest::commandsOfOneMomentShareACommit()
{
    Bed bed;
    SystemClock clock;
    QVERIFY(bed.services.run(clock, 1).ok());
    bed.fill();
    QTRY_COMPARE(bed.services.book()->accounts.size(), std::size_t(1));
    const int before = bed.journal->commits;
    std::atomic<int> answered{0};
    // While the engine is busy with this, the commands behind it gather.
    bed.services.query([](const Engine&) { std::this_thread::sleep_for(std::chrono::milliseconds(50)); });
    for (int i = 0; i < 50; ++i)
        bed.services.placeOrder(Desk::request(("o" + std::to_string(i)).c_str(), 1, Side::Buy, 1, "10.00"), [&](const Result<Reply>&) { ++answered; });
    QTRY_COMPARE(answered.load(), 50);
    QVERIFY(bed.journal->commits - before < 25);
    QVERIFY(bed.services.stop().ok());
}

void HostTest::theBoardConflatesQuotesAndKeepsTheTape()
{
    MarketBoard board;
    for (int i = 1; i <= 5000; ++i) {
        Quote quote;
        quote.instrument = InstrumentId(static_cast<std::uint32_t>(i % 10 + 1));
        quote.last = Price::of(i);
        TradePrint print;
        print.sequence = static_cast<std::uint64_t>(i);
        board.publish({quote}, {print}, {});
    }
    const auto changes = board.drain();
    QCOMPARE(changes.quotes.size(), std::size_t(10));
    QCOMPARE(changes.prints.size() + changes.printsDropped, std::size_t(5000));
    QCOMPARE(changes.prints.back().sequence, std::uint64_t(5000));
    QVERIFY(board.drain().quotes.empty());
    Quote latest;
    QVERIFY(board.latest(InstrumentId(1), latest));
    QCOMPARE(latest.last.text(), std::string("5000"));
}

void HostTest::ratesAreFoundDirectlyInverselyAndOverAThirdCurrency()
{
    PriceHistory history;
    auto eurusd = rialto::testing::equity(1, "EURUSD");
    eurusd.details = FxPair{Currency::literal("EUR")};
    auto usdcny = rialto::testing::equity(2, "USDCNY", "CNY");
    usdcny.details = FxPair{Currency::literal("USD")};
    history.addPair(eurusd);
    history.addPair(usdcny);
    const Date day = Date::of(2026, 1, 5);
    history.add(InstrumentId(1), day, Price::literal("1.25"));
    history.add(InstrumentId(2), day, Price::literal("8"));
    const auto rate = [&](const char* from, const char* to, Date when) { return history.rate(Currency::literal(from), Currency::literal(to), when); };
    QCOMPARE(rate("EUR", "USD", day)->price.text(), std::string("1.25"));
    QCOMPARE(rate("USD", "EUR", day)->price.text(), std::string("0.8"));
    QCOMPARE(rate("EUR", "CNY", day)->price.text(), std::string("10"));
    QCOMPARE(rate("CNY", "EUR", day + 3)->price.text(), std::string("0.1")); // the last known, with its date
    QCOMPARE(rate("CNY", "EUR", day + 3)->date.text(), day.text());
    QCOMPARE(rate("EUR", "USD", day - 1).error().code, std::string("services.rate-missing"));
    QCOMPARE(history.convert(Money(100'05, Currency::literal("EUR")), Currency::literal("CNY"), day)->text(), std::string("1000.50"));
    QCOMPARE(history.convert(Money(1, Currency::literal("CNY")), Currency::literal("JPY"), day).error().code, std::string("services.rate-missing"));
}

RIALTO_TEST(HostTest)
#include "host_test.moc"
