// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks and their allocation, limits and the kill switch, at the engine.
#include "support/test_main.h"

#include "desk_words.h"

using namespace rialto;
using namespace rialto::testing;

namespace {

void threeClients(Desk& desk)
{
    for (std::uint64_t i = 2; i <= 4; ++i)
        desk.say(AddAccount{{AccountId(i), ClientId(1), "A-" + std::to_string(i), Desk::usd(), Date::of(2025, 1, 1)}});
    for (std::uint64_t i = 2; i <= 4; ++i)
        desk.say(MoveCash{"d" + std::to_string(i), AccountId(i), *Money::parse("10000.00", Desk::usd()), ""});
    trade(desk, "10.00");
}

PlaceBlock block(int quantity, std::vector<int> shares)
{
    PlaceBlock out{Desk::request("blk", 1, Side::Buy, quantity, "10.05"), {}, false};
    for (std::size_t i = 0; i < shares.size(); ++i)
        out.shares.push_back({AccountId(2 + i), Quantity::of(shares[i])});
    return out;
}

} // namespace

class DeskBlocksTest : public QObject {
    Q_OBJECT
private slots:
    void aBlockIsSharedOutAtTheAveragePriceAndTheHouseIsFlat();
    void aBlockThatTradesInPartIsSharedFairly();
    void aBlockWithOneRefusalIsRefusedUnlessItIsLeftOut();
    void limitsOfEveryScopeRefuseAndCountWhatIsUsed();
    void theKillSwitchCancelsAndRefusesUntilItIsOff();
};

void DeskBlocksTest::aBlockIsSharedOutAtTheAveragePriceAndTheHouseIsFlat()
{
    Desk desk;
    threeClients(desk);
    const auto placed = desk.say(block(300, {150, 100, 50}));
    QVERIFY(placed.reply.accepted);
    QVERIFY(only<SubmitCommand>(placed) != nullptr);
    QVERIFY(desk.engine.ledger().availableCash(AccountId(2), Desk::usd()) < *Money::parse("8500.00", Desk::usd())); // set aside
    const OrderId parent = placed.reply.order;
    desk.report(parent, "x1", OrderEvent::PartFill, 100, "10.00", "1.00");
    desk.report(parent, "x2", OrderEvent::LastFill, 200, "10.03", "2.00");
    // average 10.02: 1503.00, 1002.00, 501.00; fees 1.50, 1.00, 0.50
    QCOMPARE(desk.engine.ledger().cash(AccountId(2), Desk::usd()).text(), std::string("8495.50"));
    QCOMPARE(desk.engine.ledger().cash(AccountId(3), Desk::usd()).text(), std::string("8997.00"));
    QCOMPARE(desk.engine.ledger().cash(AccountId(4), Desk::usd()).text(), std::string("9498.50"));
    QCOMPARE(desk.engine.ledger().position(AccountId(2), InstrumentId(1)).text(), std::string("150"));
    QCOMPARE(desk.cash(), std::string("0.00")); // the house
    QCOMPARE(desk.position(1), std::string("0"));
    QCOMPARE(desk.engine.ledger().reserved(AccountId(2), AssetId::of(Desk::usd())), std::int64_t(0));
    QCOMPARE(desk.engine.orders().find(OrderId(parent.value + 1))->state, OrderState::Filled);
    QVERIFY(rebuildsEqual(desk));
}

void DeskBlocksTest::aBlockThatTradesInPartIsSharedFairly()
{
    Desk desk;
    threeClients(desk);
    const OrderId parent = desk.say(block(300, {150, 100, 50})).reply.order;
    desk.report(parent, "x1", OrderEvent::PartFill, 100, "10.01", "0.07");
    desk.report(parent, "x2", OrderEvent::Cancelled);
    // 100 over 3 : 2 : 1 is 50, 33.33, 16.67
    QCOMPARE(desk.engine.ledger().position(AccountId(2), InstrumentId(1)).text(), std::string("50"));
    QCOMPARE(desk.engine.ledger().position(AccountId(3), InstrumentId(1)).text(), std::string("33"));
    QCOMPARE(desk.engine.ledger().position(AccountId(4), InstrumentId(1)).text(), std::string("17"));
    QCOMPARE(desk.cash(), std::string("0.00"));
    QCOMPARE(desk.engine.orders().find(OrderId(parent.value + 1))->state, OrderState::Expired);
    std::int64_t spent = 0;
    for (std::uint64_t i = 2; i <= 4; ++i)
        spent += 1'000'000 - desk.engine.ledger().cash(AccountId(i), Desk::usd()).minor();
    QCOMPARE(spent, std::int64_t(100'107)); // 1001.00 and 0.07, to the last cent
    QVERIFY(rebuildsEqual(desk));
}

void DeskBlocksTest::aBlockWithOneRefusalIsRefusedUnlessItIsLeftOut()
{
    Desk desk;
    threeClients(desk);
    PlaceBlock tooMuch = block(2100, {2000, 50, 50}); // the first has 10,000 only
    const auto refused = desk.say(tooMuch);
    QVERIFY(!refused.reply.accepted && refused.facts.empty());
    QCOMPARE(refused.reply.refusals.front().code, std::string("risk.funds"));
    tooMuch.leaveOutRefused = true;
    const auto placed = desk.say(tooMuch);
    QVERIFY(placed.reply.accepted);
    QCOMPARE(only<SubmitCommand>(placed)->order.quantity.text(), std::string("100"));
    QCOMPARE(placed.reply.refusals.size(), std::size_t(1)); // told all the same
}

void DeskBlocksTest::limitsOfEveryScopeRefuseAndCountWhatIsUsed()
{
    Desk desk;
    desk.deposit("100000.00");
    trade(desk, "10.00");
    int serial = 0;
    const auto codesOf = [&](OrderRequest request) {
        request.commandId = "o" + std::to_string(++serial);
        std::string codes;
        desk.now = desk.now + 2 * kNanosPerSecond;
        for (const auto& refusal : desk.say(PlaceOrder{request}).reply.refusals)
            codes += (codes.empty() ? "" : " ") + refusal.code;
        return codes;
    };
    const auto limit = [&](const char* id, const char* value) { return desk.say(RecordDesk{DeskRecordKind::Limit, id, value, "chief"}).reply.accepted; };
    const OrderRequest hundred = Desk::request("", 1, Side::Buy, 100, "10.00");
    QCOMPARE(codesOf(hundred), std::string());
    QVERIFY(limit("firm:size", "99"));
    QCOMPARE(codesOf(hundred), std::string("risk.limit-size"));
    QVERIFY(limit("firm:size", "100"));
    QCOMPARE(codesOf(hundred), std::string());
    QVERIFY(limit("account:1:open-orders", "2"));
    QCOMPARE(codesOf(hundred), std::string("risk.limit-open-orders"));
    QVERIFY(limit("account:1:open-orders", ""));
    QVERIFY(limit("client:1:notional", "999"));
    QCOMPARE(codesOf(hundred), std::string("risk.limit-notional"));
    QVERIFY(limit("client:1:notional", ""));
    QVERIFY(limit("instrument:1:collar", "10"));
    QCOMPARE(codesOf(Desk::request("", 1, Side::Buy, 1, "10.11")), std::string("risk.limit-collar"));
    QCOMPARE(codesOf(Desk::request("", 1, Side::Buy, 1, "10.10")), std::string());
    QVERIFY(limit("user:ada:size", "5"));
    OrderRequest adas = Desk::request("", 1, Side::Buy, 6, "10.00");
    QCOMPARE(codesOf(adas), std::string());
    adas.terms.user = "ada";
    QCOMPARE(codesOf(adas), std::string("risk.limit-size"));
    QVERIFY(limit("firm:duplicate", "60"));
    QCOMPARE(codesOf(hundred), std::string("risk.limit-duplicate"));
    QVERIFY(limit("firm:duplicate", ""));
    QVERIFY(limit("firm:day-notional", "2120")); // asked so far: 2 x 1000, 10.10, 60
    QCOMPARE(codesOf(Desk::request("", 1, Side::Buy, 10, "10.00")), std::string("risk.limit-day-notional"));
    QCOMPARE(codesOf(Desk::request("", 1, Side::Buy, 4, "10.00")), std::string());
    std::int64_t used = -1;
    for (const auto& row : desk.engine.limitBook().usage(desk.now, Date::ofUtc(desk.now)))
        if (row.key.kind == LimitKind::DayNotional)
            used = row.used;
    QCOMPARE(used, std::int64_t(2111)); // 2110.10 counted up
    QVERIFY(!limit("firm:nothing", "1"));
    QVERIFY(!limit("account:size", "1"));
    QVERIFY(!limit("firm:size", "-1"));
    QVERIFY(rebuildsEqual(desk));
}

void DeskBlocksTest::theKillSwitchCancelsAndRefusesUntilItIsOff()
{
    Desk desk;
    desk.deposit("10000.00");
    trade(desk, "10.00");
    const auto id = desk.say(PlaceOrder{Desk::request("o1", 1, Side::Buy, 10, "9.00")}).reply.order;
    desk.report(id, "x1", OrderEvent::Accepted);
    const auto killed = desk.say(RecordDesk{DeskRecordKind::KillSwitch, "firm", "on runaway", "chief"});
    QVERIFY(killed.reply.accepted);
    QVERIFY(only<CancelCommand>(killed) != nullptr);
    QCOMPARE(desk.say(PlaceOrder{Desk::request("o2", 1, Side::Buy, 10, "9.00")}).reply.refusals.front().code, std::string("risk.kill-switch"));
    // The line swallows the cancel; when it is back the switch, still on, asks again.
    desk.say(BrokerSaid{ConnectionChanged{ConnectionState::Lost, "broker.lost"}});
    ExecutionReport back;
    back.executionId = "back";
    back.order = id;
    back.event = OrderEvent::Accepted;
    QVERIFY(only<CancelCommand>(desk.say(BrokerSaid{back})) != nullptr);
    Engine again;
    for (const Fact& fact : desk.facts)
        QVERIFY(again.restore(Fact(fact)).ok());
    QVERIFY(again.limitBook().firmKilled()); // also after a restart
    QVERIFY(desk.say(RecordDesk{DeskRecordKind::KillSwitch, "firm", "off", "chief"}).reply.accepted);
    QVERIFY(desk.say(PlaceOrder{Desk::request("o3", 1, Side::Buy, 10, "9.00")}).reply.accepted);
}

RIALTO_TEST(DeskBlocksTest)
#include "desk_blocks_test.moc"
