// SPDX-License-Identifier: GPL-3.0-or-later
// Orders that wait, groups, blocks and limits through the engine host, a journal on the disk and the simulated exchange, over a
// restart in the middle: what was asked for goes on, and nothing is placed twice.
#include "support/simulator_fixture.h"
#include "support/test_main.h"

#include "services/engine_host.h"
#include "services/program_planner.h"
#include "storage/connection.h"
#include "storage/migrations.h"
#include "storage/sqlite_journal.h"

#include <QTemporaryDir>

using namespace rialto;
using namespace rialto::testing;

namespace {

const InstrumentId kMeri(1);

class Program {
public:
    Program(const QString& folder, int run) : m_run(run)
    {
        auto connection = storage::Connection::open({(folder + "/book.db").toStdString(), storage::Durability::Full, false, 5000});
        RIALTO_CHECK(connection.ok() && storage::applyMigrations(**connection, storage::builtInMigrations("book")).ok(), "the test's book opens");
        auto journal = storage::SqliteJournal::open(std::move(*connection), (folder + "/audit.key").toStdString());
        RIALTO_CHECK(journal.ok(), "the test's journal opens");
        EngineHost::Parts parts;
        parts.journal = std::move(*journal);
        parts.board = &m_board;
        parts.makeBroker = [this](const Engine& engine, Journal&) -> Result<std::unique_ptr<BrokerAdapter>> {
            auto config = demoConfig();
            config.runId = "run" + std::to_string(m_run);
            if (config.start < engine.now())
                config.start = engine.now();
            return std::unique_ptr<BrokerAdapter>(std::make_unique<simulator::SimulatorAdapter>(std::move(config)));
        };
        auto opened = EngineHost::open(std::move(parts));
        RIALTO_CHECK(opened.ok(), "the test's host opens");
        host = std::move(*opened);
        if (host->engine().instruments().empty())
            fillBook();
        now = Timestamp(0);
        RIALTO_CHECK(host->start(now).ok(), "the test's host starts");
        pass(10'000);
    }
    void fillBook()
    {
        for (const auto& listing : simulator::demoListings(demoDay()))
            host->stage(AddInstrument{listing.instrument}, now);
        host->stage(AddClient{{ClientId(1), HouseholdId(), "C-1", "Ada", "", Date::of(2025, 1, 1)}}, now);
        for (std::uint64_t i = 1; i <= 3; ++i) {
            host->stage(AddAccount{{AccountId(i), ClientId(1), "A-" + std::to_string(i), Currency::literal("USD"), Date::of(2025, 1, 1)}}, now);
            host->stage(MoveCash{"d" + std::to_string(i), AccountId(i), Money(1'000'000'00, Currency::literal("USD")), ""}, now);
        }
        for (auto& command : houseCommands(host->engine()))
            std::visit([&](auto& each) { host->stage(each, now); }, command);
        RIALTO_CHECK(host->commit().ok(), "the test's book is kept");
    }
    void pass(std::int64_t millis)
    {
        for (std::int64_t done = 0; done < millis; done += 100) {
            now = now + 100 * kNanosPerMilli;
            RIALTO_CHECK(host->advance(now).ok(), "the test's journal works");
        }
    }
    template <class Body>
    Reply say(Body body)
    {
        const Reply reply = host->stage(std::move(body), now);
        RIALTO_CHECK(host->commit().ok(), "the test's journal works");
        return reply;
    }
    Price last() const { return *host->engine().mark(kMeri); }
    OrderRequest order(const char* id, Side side, int quantity, Price limit) const
    {
        OrderRequest request;
        request.commandId = id;
        request.account = AccountId(1);
        request.instrument = kMeri;
        request.side = side;
        request.tif = TimeInForce::Gtc;
        request.quantity = Quantity::of(quantity);
        request.limit = limit;
        return request;
    }
    OrderRequest stop(const char* id, Side side, int quantity, Price trigger) const
    {
        OrderRequest request = order(id, side, quantity, Price());
        request.type = OrderType::Stop;
        request.terms.trigger = trigger;
        return request;
    }
    const Order& at(OrderId id) const { return *host->engine().orders().find(id); }

    std::unique_ptr<EngineHost> host;
    Timestamp now;

private:
    int m_run;
    MarketBoard m_board;
};

Price away(Price price, std::int64_t cents) { return Price::fromRaw(price.raw() + cents * 1'000'000); }

} // namespace

class DeskRestartTest : public QObject {
    Q_OBJECT
private slots:
    void whatWaitsAtTheExchangeGoesOnAfterARestart();
    void aBlockTradesAndIsSharedOutAtTheExchange();
    void limitsAndTheKillSwitchAreThereAfterARestart();
};

void DeskRestartTest::whatWaitsAtTheExchangeGoesOnAfterARestart()
{
    QTemporaryDir folder;
    OrderId stop, oco;
    std::uint64_t hash = 0;
    {
        Program program(folder.path(), 1);
        const Price last = program.last();
        stop = program.say(PlaceOrder{program.stop("s1", Side::Buy, 10, away(last, 500))}).order;
        QVERIFY(program.say(PlaceOrder{program.order("b1", Side::Buy, 100, away(last, 100))}).accepted); // takes
        program.pass(1000);
        QCOMPARE(program.host->engine().ledger().position(AccountId(1), kMeri), Quantity::of(100));
        const Reply group = program.say(PlaceGroup{"g1", Link::Oco, {program.order("", Side::Sell, 100, away(last, 900)), program.stop("", Side::Sell, 100, away(last, -900))}});
        QVERIFY(group.accepted && group.notes.empty());
        oco = group.order;
        program.pass(1000);
        QCOMPARE(program.at(stop).state, OrderState::Working);
        QCOMPARE(program.at(oco).state, OrderState::Working);
        QVERIFY(program.host->engine().ledger().check().ok());
        hash = program.host->engine().hash();
    } // killed: nothing is said to anybody
    Program again(folder.path(), 2);
    QVERIFY(again.say(PlaceGroup{"g1", Link::Oco, {again.order("", Side::Sell, 100, Price::literal("1")), again.order("", Side::Sell, 100, Price::literal("2"))}}).repeated);
    QVERIFY(hash != 0);
    again.pass(1000);
    QCOMPARE(again.at(stop).state, OrderState::Working);
    QCOMPARE(again.at(oco).state, OrderState::Working);
    QCOMPARE(again.at(stop).request.terms.trigger, again.at(stop).request.terms.trigger);
    QCOMPARE(again.host->engine().orders().members("g1").size(), std::size_t(2));
    // Cancelling one leaves the other: it still holds the shares that are set aside.
    QVERIFY(again.say(CancelOrder{"c1", oco}).accepted);
    again.pass(1000);
    QCOMPARE(again.at(oco).state, OrderState::Cancelled);
    QCOMPARE(again.at(OrderId(oco.value + 1)).state, OrderState::Working);
    QCOMPARE(again.host->engine().ledger().reserved(AccountId(1), AssetId::of(kMeri)), Quantity::of(100).raw());
    QVERIFY(again.host->engine().ledger().check().ok());
}

void DeskRestartTest::aBlockTradesAndIsSharedOutAtTheExchange()
{
    QTemporaryDir folder;
    {
        Program program(folder.path(), 1);
        PlaceBlock block;
        block.order = program.order("blk", Side::Buy, 600, away(program.last(), 200));
        block.order.account = AccountId(kHouseId);
        block.order.tif = TimeInForce::Ioc;
        block.shares = {{AccountId(1), Quantity::of(300)}, {AccountId(2), Quantity::of(200)}, {AccountId(3), Quantity::of(100)}};
        QVERIFY(program.say(block).accepted);
        program.pass(1000);
        const Engine& engine = program.host->engine();
        const Quantity all = engine.ledger().position(AccountId(1), kMeri) + engine.ledger().position(AccountId(2), kMeri) + engine.ledger().position(AccountId(3), kMeri);
        QCOMPARE(all, engine.orders().find(OrderId(1))->filled);
        QVERIFY(all.isPositive());
        QVERIFY(engine.ledger().position(AccountId(kHouseId), kMeri).isZero());
        QVERIFY(engine.ledger().cash(AccountId(kHouseId), Currency::literal("USD")).isZero());
        QVERIFY(engine.orders().openOrders().empty());
    }
    Program again(folder.path(), 2);
    QVERIFY(again.host->engine().ledger().check().ok());
    QVERIFY(again.host->engine().ledger().position(AccountId(1), kMeri).isPositive());
    QVERIFY(again.host->engine().orders().openOrders().empty());
}

void DeskRestartTest::limitsAndTheKillSwitchAreThereAfterARestart()
{
    QTemporaryDir folder;
    OrderId open;
    {
        Program program(folder.path(), 1);
        QVERIFY(program.say(RecordDesk{DeskRecordKind::Limit, "account:1:size", "50", "chief"}).accepted);
        open = program.say(PlaceOrder{program.order("o1", Side::Buy, 10, away(program.last(), -1000))}).order;
        program.pass(500);
        QVERIFY(program.say(RecordDesk{DeskRecordKind::KillSwitch, "firm", "on test", "chief"}).accepted);
        program.pass(500);
        QCOMPARE(program.at(open).state, OrderState::Cancelled); // at the exchange too
    }
    Program again(folder.path(), 2);
    QCOMPARE(again.say(PlaceOrder{again.order("o2", Side::Buy, 10, again.last())}).refusals.front().code, std::string("risk.kill-switch"));
    QVERIFY(again.say(RecordDesk{DeskRecordKind::KillSwitch, "firm", "off", "chief"}).accepted);
    QCOMPARE(again.say(PlaceOrder{again.order("o3", Side::Buy, 51, again.last())}).refusals.front().code, std::string("risk.limit-size"));
}

RIALTO_TEST(DeskRestartTest)
#include "desk_restart_test.moc"
