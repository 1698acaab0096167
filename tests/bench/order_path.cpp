// SPDX-License-Identifier: GPL-3.0-or-later
// From the click to the wire: an order through the gate, limits, reservation and the durable journal to the broker, and a program
// trade. Median and 99th percentile in microseconds, with the journal synced to the disk (as books are), on the disk without
// sync, and in memory; and the parts: the engine's step alone, and of that the limits.
//   order_path [orders 3000] [folder for the books: the system's temporary one]
#include "services/engine_host.h"
#include "services/program_planner.h"
#include "storage/connection.h"
#include "storage/memory_journal.h"
#include "storage/migrations.h"
#include "storage/sqlite_journal.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

using namespace rialto;

namespace {

using Clock = std::chrono::steady_clock;

double microsSince(Clock::time_point begin) { return std::chrono::duration<double, std::micro>(Clock::now() - begin).count(); }

// The wire: notes when it was reached.
class Wire final : public BrokerAdapter {
public:
    std::string id() const override { return "wire"; }
    BrokerCapabilities capabilities() const override { return everyCapability(); }
    void start() override {}
    void stop() override {}
    void submit(const BrokerOrder& order) override
    {
        reached = Clock::now();
        last = order;
        sent.push_back(order);
    }
    void replace(OrderId, Quantity, Price) override {}
    void cancel(OrderId) override {}
    void subscribe(InstrumentId) override {}
    void unsubscribe(InstrumentId) override {}
    void requestState(Timestamp) override {}
    void poll(Timestamp, BrokerEventSink& sink) override
    {
        for (const auto& event : std::exchange(pending, {}))
            sink.onBrokerEvent(event);
    }
    Clock::time_point reached;
    BrokerOrder last;
    std::vector<BrokerOrder> sent;
    std::vector<BrokerEvent> pending;
};

void tell(const char* what, std::vector<double> micros)
{
    std::sort(micros.begin(), micros.end());
    std::printf("%-58s median %9.1f us   p99 %9.1f us\n", what, micros[micros.size() / 2], micros[micros.size() * 99 / 100]);
}

Instrument share(std::uint32_t id)
{
    Instrument it;
    it.id = InstrumentId(id);
    it.symbol = "S" + std::to_string(id);
    it.mic = "XSIM";
    it.name = it.symbol;
    it.calendarId = "XNYS";
    it.timeZone = "America/New_York";
    it.spec = {Currency::literal("USD"), Price::literal("0.01"), Quantity::of(1), {1, 1}, 2, 1};
    return it;
}

constexpr std::uint32_t kInstruments = 20;

struct Bench {
    std::unique_ptr<EngineHost> host;
    MarketBoard board;
    Wire* wire = nullptr;
    Timestamp now{1'767'800'000'000'000'000};

    Bench(std::unique_ptr<Journal> journal, std::uint64_t accounts, bool limits)
    {
        auto broker = std::make_unique<Wire>();
        wire = broker.get();
        EngineHost::Parts parts;
        parts.journal = std::move(journal);
        parts.board = &board;
        parts.limits.maxNotionalMajor = 50'000'000;
        parts.makeBroker = [&](const Engine&, Journal&) -> Result<std::unique_ptr<BrokerAdapter>> { return std::unique_ptr<BrokerAdapter>(std::move(broker)); };
        auto opened = EngineHost::open(std::move(parts));
        RIALTO_CHECK(opened.ok(), "the bench's book opens");
        host = std::move(*opened);
        for (std::uint32_t i = 1; i <= kInstruments; ++i)
            host->stage(AddInstrument{share(i)}, now);
        host->stage(AddClient{{ClientId(1), HouseholdId(), "C-1", "Bench", "", Date::of(2025, 1, 1)}}, now);
        for (std::uint64_t i = 1; i <= accounts; ++i) {
            host->stage(AddAccount{{AccountId(i), ClientId(1), "A-" + std::to_string(i), Currency::literal("USD"), Date::of(2025, 1, 1)}}, now);
            host->stage(MoveCash{"d" + std::to_string(i), AccountId(i), Money(10'000'000'00, Currency::literal("USD")), ""}, now);
        }
        for (auto& command : houseCommands(host->engine()))
            std::visit([&](auto& each) { host->stage(each, now); }, command);
        if (limits)
            for (const char* scope : {"firm", "account:1", "client:1", "instrument:1", "user:ada"})
                for (const char* kind : {":size", ":notional", ":day-notional", ":rate", ":collar", ":position", ":position-value", ":concentration", ":loss",
                         ":open-orders", ":short"})
                    host->stage(RecordDesk{DeskRecordKind::Limit, std::string(scope) + kind, "900000000000", "bench"}, now);
        for (std::uint32_t i = 1; i <= kInstruments; ++i) {
            Quote quote;
            quote.instrument = InstrumentId(i);
            quote.bid = Price::literal("99.99");
            quote.ask = Price::literal("100.01");
            quote.last = Price::literal("100.00");
            quote.bidSize = quote.askSize = Quantity::of(1000);
            quote.trades = 1;
            wire->pending.emplace_back(quote);
        }
        RIALTO_CHECK(host->start(now).ok(), "the bench's host starts");
    }
};

OrderRequest order(int serial)
{
    OrderRequest request;
    request.commandId = "o" + std::to_string(serial);
    request.account = AccountId(1);
    request.instrument = InstrumentId(1);
    request.quantity = Quantity::of(1 + serial % 7);
    request.limit = Price::literal("99.50");
    request.terms.user = "ada";
    return request;
}

void clicks(const char* what, std::unique_ptr<Journal> journal, int orders)
{
    Bench bench(std::move(journal), 1, true);
    std::vector<double> wire;
    std::vector<double> steps;
    std::vector<double> commits;
    for (int i = 0; i < orders; ++i) {
        bench.now = bench.now + kNanosPerSecond;
        const auto click = Clock::now();
        bench.host->stage(PlaceOrder{order(i)}, bench.now);
        steps.push_back(microsSince(click));
        const auto commit = Clock::now();
        RIALTO_CHECK(bench.host->commit().ok(), "the journal takes the order");
        commits.push_back(microsSince(commit));
        wire.push_back(std::chrono::duration<double, std::micro>(bench.wire->reached - click).count());
    }
    tell((std::string(what) + ": click to wire").c_str(), wire);
    tell("    engine step: gate, 55 limits, reservation", steps);
    tell("    journal and handing to the broker", commits);
}

void gate(bool limits, int orders)
{
    Bench bench(std::make_unique<storage::MemoryJournal>(), 1, limits);
    std::vector<double> micros;
    for (int i = 0; i < orders; ++i) {
        const OrderRequest request = order(i);
        const auto begin = Clock::now();
        const auto refusals = bench.host->engine().preview(request);
        micros.push_back(microsSince(begin));
        RIALTO_CHECK(refusals.empty(), "the bench's order is good");
    }
    tell(limits ? "every rule and 55 limits of five scopes" : "every rule, no limits", micros);
}

// 500 accounts are brought to a model of 20 instruments: planned, placed, filled and shared out.
void program(const char* what, std::unique_ptr<Journal> journal)
{
    Bench bench(std::move(journal), 500, false);
    ProgramPlan plan;
    plan.id = "bench";
    plan.house = AccountId(kHouseId);
    for (std::uint64_t i = 1; i <= 500; ++i)
        plan.accounts.push_back(AccountId(i));
    for (std::uint32_t i = 1; i <= kInstruments; ++i)
        plan.model.push_back({InstrumentId(i), 400});
    plan.type = OrderType::Limit;
    plan.limitPerMille = 10;
    const auto begin = Clock::now();
    auto blocks = planProgram(bench.host->engine(), plan);
    RIALTO_CHECK(blocks.ok() && blocks->size() == kInstruments, "the plan has a block for each instrument");
    const double planned = microsSince(begin) / 1000;
    std::size_t shares = 0;
    for (auto& block : *blocks) {
        shares += block.shares.size();
        RIALTO_CHECK(bench.host->stage(std::move(block), bench.now).accepted, "the block is taken");
    }
    RIALTO_CHECK(bench.host->commit().ok(), "the journal takes the program");
    const double placed = microsSince(begin) / 1000 - planned;
    for (const BrokerOrder& sent : bench.wire->sent)
        for (const bool last : {false, true}) {
            ExecutionReport report;
            report.executionId = "x" + std::to_string(sent.id.value) + (last ? "b" : "a");
            report.order = sent.id;
            report.event = last ? OrderEvent::LastFill : OrderEvent::PartFill;
            const Quantity half = Quantity::of(sent.quantity.raw() / kFixedOne / 2);
            report.lastQuantity = last ? sent.quantity - half : half;
            report.lastPrice = Price::literal(last ? "100.01" : "100.00");
            report.fee = report.tax = Money(123, Currency::literal("USD"));
            report.time = bench.now;
            bench.wire->pending.emplace_back(report);
        }
    const auto filled = Clock::now();
    RIALTO_CHECK(bench.host->advance(bench.now).ok(), "the journal takes the allocation");
    const double allocated = microsSince(filled) / 1000;
    const Engine& engine = bench.host->engine();
    RIALTO_CHECK(engine.ledger().position(AccountId(kHouseId), InstrumentId(1)).isZero() && engine.orders().openOrders().empty(), "all of it is shared out");
    std::printf("%-24s %zu shares in %u blocks: planned %.0f ms, placed and durable %.0f ms, filled and allocated %.0f ms, together %.0f ms\n", what, shares, kInstruments,
        planned, placed, allocated, planned + placed + allocated);
}

std::unique_ptr<Journal> onDisk(const std::string& folder, storage::Durability durability)
{
    static int serial = 0;
    const std::string path = folder + "/bench-" + std::to_string(++serial) + ".db";
    for (const char* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(path + suffix);
    auto connection = storage::Connection::open({path, durability, false, 5000});
    RIALTO_CHECK(connection.ok(), "the bench's database opens");
    RIALTO_CHECK(storage::applyMigrations(**connection, storage::builtInMigrations("book")).ok(), "the schema is applied");
    auto journal = storage::SqliteJournal::open(std::move(*connection), path + ".key");
    RIALTO_CHECK(journal.ok(), "the bench's journal opens");
    return std::move(*journal);
}

} // namespace

int main(int argc, char** argv)
{
    const int orders = std::max(100, argc > 1 ? std::atoi(argv[1]) : 3000);
    const auto folder = argc > 2 ? std::filesystem::path(argv[2]) : std::filesystem::temp_directory_path() / "rialto-order-path";
    std::filesystem::create_directories(folder);
    gate(false, orders * 10);
    gate(true, orders * 10);
    clicks("synced to the disk", onDisk(folder.string(), storage::Durability::Full), orders);
    clicks("on the disk, not synced", onDisk(folder.string(), storage::Durability::Normal), orders);
    clicks("in memory", std::make_unique<storage::MemoryJournal>(), orders);
    program("in memory", std::make_unique<storage::MemoryJournal>());
    program("synced to the disk", onDisk(folder.string(), storage::Durability::Full));
    return 0;
}
