// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_main.h"
#include "support/trading_fixture.h"

#include "base/rng.h"
#include "ledger/posting.h"
#include "ledger/tax_lots.h"

using namespace rialto;
using rialto::testing::Desk;

class LedgerTest : public QObject {
    Q_OBJECT
private slots:
    void aGroupIsAppliedWholeOrNotAtAll();
    void theSameKeyPostsOnce();
    void aReservationNeverFallsBelowZero();
    void trialBalanceKnowsTwoTimes();
    void randomBooksBalanceAfterEveryStepAndRebuildEqual();
    void lotsOfRandomTradesConserveQuantityAndMoney();
    void aShortSaleOpensALotThatThePurchaseCloses();
};

namespace {

const Currency kUsd = Currency::literal("USD");

TransferGroup deposit(const char* id, std::int64_t cents, Timestamp time = Timestamp(1))
{
    return depositGroup(id, AccountId(1), Money(cents, kUsd), time, Date(1), "");
}

} // namespace

void LedgerTest::aGroupIsAppliedWholeOrNotAtAll()
{
    Ledger ledger;
    auto group = deposit("a", 100);
    group.transfers.push_back({{AccountId(1), Bucket::Own}, {AccountId(1), Bucket::Fees}, AssetId::of(kUsd), 0});
    QCOMPARE(ledger.apply(group).error().code, std::string("ledger.amount-not-positive"));
    QVERIFY(ledger.trialBalance().empty());
    QVERIFY(!ledger.contains(group.key));
}

void LedgerTest::theSameKeyPostsOnce()
{
    Ledger ledger;
    QVERIFY(*ledger.apply(deposit("a", 100)) == Ledger::Outcome::Applied);
    QVERIFY(*ledger.apply(deposit("a", 100)) == Ledger::Outcome::Duplicate);
    QCOMPARE(ledger.cash(AccountId(1), kUsd).minor(), std::int64_t(100));
}

void LedgerTest::aReservationNeverFallsBelowZero()
{
    Ledger ledger;
    TransferGroup group = deposit("a", 100);
    group.reservations.push_back({OrderId(1), AccountId(1), AssetId::of(kUsd), 60});
    QVERIFY(ledger.apply(group).ok());
    QCOMPARE(ledger.available(AccountId(1), AssetId::of(kUsd)), std::int64_t(40));
    auto more = deposit("b", 1);
    more.reservations.push_back({OrderId(1), AccountId(1), AssetId::of(kUsd), -61});
    QCOMPARE(ledger.apply(more).error().code, std::string("ledger.reservation-negative"));
    more.reservations = {{OrderId(1), AccountId(2), AssetId::of(kUsd), -1}};
    QCOMPARE(ledger.apply(more).error().code, std::string("ledger.reservation-mismatch"));
}

void LedgerTest::trialBalanceKnowsTwoTimes()
{
    Ledger ledger;
    QVERIFY(ledger.apply(deposit("a", 100, Timestamp(10))).ok());
    auto late = deposit("b", 50, Timestamp(10)); // true at 10, learned at 30
    late.knownAt = Timestamp(30);
    QVERIFY(ledger.apply(late).ok());
    const auto own = [&](std::int64_t asOf, std::int64_t knownAt) {
        for (const auto& row : trialBalance(ledger.groups(), Timestamp(asOf), Timestamp(knownAt)))
            if (row.account.bucket == Bucket::Own)
                return row.balance;
        return std::int64_t(0);
    };
    QCOMPARE(own(20, 20), std::int64_t(100));
    QCOMPARE(own(20, 40), std::int64_t(150));
    QCOMPARE(own(5, 40), std::int64_t(0));
}

void LedgerTest::randomBooksBalanceAfterEveryStepAndRebuildEqual()
{
    Rng rng(99);
    Desk desk;
    desk.deposit("1000000.00");
    desk.quote(1, "99.00", "100.00");
    desk.quote(2, "99.00", "100.00");
    desk.quote(3, "1.0999", "1.1000");
    std::vector<OrderId> open;
    int serial = 0;
    for (int step = 0; step < 4000; ++step) {
        const std::string id = "c" + std::to_string(++serial);
        const auto instrument = static_cast<std::uint32_t>(rng.between(1, 3));
        const bool fx = instrument == 3;
        if (open.empty() || rng.chance(400)) {
            auto request = Desk::request(id.c_str(), instrument, rng.chance(500) ? Side::Buy : Side::Sell,
                static_cast<int>(rng.between(1, 50)) * (fx ? 1000 : 1), fx ? "1.1000" : "100.00");
            const auto reply = desk.say(PlaceOrder{request}).reply;
            if (reply.accepted)
                open.push_back(reply.order);
        } else {
            const auto at = rng.below(static_cast<std::uint32_t>(open.size()));
            const Order order = *desk.engine.orders().find(open[at]);
            const bool orderFx = order.request.instrument == InstrumentId(3);
            const auto action = rng.below(10);
            if (action < 6 && order.open()) {
                const std::int64_t unit = orderFx ? 1000 : 1;
                const auto fill = static_cast<int>(rng.between(1, order.leaves().raw() / kFixedOne / unit) * unit);
                const bool last = Quantity::of(fill) == order.leaves();
                desk.report(order.id, id.c_str(), last ? OrderEvent::LastFill : OrderEvent::PartFill, fill, orderFx ? "1.0999" : "99.37", "0.35");
            } else if (action < 8) {
                desk.report(order.id, id.c_str(), OrderEvent::Cancelled);
            } else if (action == 8) {
                desk.report(order.id, id.c_str(), OrderEvent::Accepted);
            } else {
                desk.quote(2, rng.chance(500) ? "98.00" : "101.00", "102.00");
                desk.say(BrokerSaid{SessionClosed{desk.day, desk.now}});
                desk.day = desk.day + 1;
            }
            if (!desk.engine.orders().find(open[at])->open())
                open.erase(open.begin() + at);
        }
        if (step % 100 == 0)
            QVERIFY(desk.engine.ledger().check().ok());
        std::map<std::uint64_t, std::int64_t> sums;
        for (const auto& row : desk.engine.ledger().trialBalance())
            sums[row.asset.key] += row.balance;
        for (const auto& [asset, sum] : sums)
            QCOMPARE(sum, std::int64_t(0));
    }
    QVERIFY(desk.engine.fills().size() > 500);
    Engine again;
    for (auto fact : desk.facts)
        QVERIFY(again.restore(std::move(fact)).ok());
    QCOMPARE(again.hash(), desk.engine.hash());
    for (const OrderId id : open)
        desk.report(id, ("end" + std::to_string(id.value)).c_str(), OrderEvent::Expired);
    for (const auto& [id, order] : desk.engine.orders().orders())
        QVERIFY(!desk.engine.ledger().reservation(id)); // nothing stays set aside when every order is done
    QCOMPARE(desk.engine.ledger().available(AccountId(1), AssetId::of(kUsd)), desk.engine.ledger().cash(AccountId(1), kUsd).minor());
}

void LedgerTest::lotsOfRandomTradesConserveQuantityAndMoney()
{
    Rng rng(5);
    const Instrument instrument = rialto::testing::equity(1, "AAA");
    Ledger ledger;
    std::int64_t position = 0;
    std::int64_t paid = 0; // net of all trades, cents
    for (int i = 0; i < 3000; ++i) {
        std::int64_t quantity = rng.between(1, 900);
        if (rng.chance(480))
            quantity = -quantity; // shorts happen too
        const Price price = Price::fromRaw(rng.between(100, 100'000) * 1'000'000);
        const Money fee(rng.between(0, 500), kUsd);
        const auto group = bookedTradeGroup(ledger, std::to_string(i), AccountId(1), instrument, Quantity::of(quantity), price, fee,
            Money::zero(kUsd), Timestamp(i), Date(i), Date(i + 1));
        QVERIFY(group.ok());
        QVERIFY(ledger.apply(*group).ok());
        position += quantity;
        paid += valueOf(instrument, price, Quantity::of(quantity))->minor() + fee.minor();
    }
    const LotBook lots = lotsOf(ledger.groups(), AccountId(1), instrument, Date(INT32_MAX));
    QCOMPARE(lots.quantity().raw(), position * kFixedOne);
    // What was paid in all is what the open lots cost less what the closed ones gained: not a cent appears or is lost.
    QCOMPARE(lots.cost(kUsd).minor() - lots.realisedGain(kUsd).minor(), paid);
    QVERIFY(lots.realised.size() > 1000);
}

void LedgerTest::aShortSaleOpensALotThatThePurchaseCloses()
{
    const Instrument instrument = rialto::testing::equity(1, "AAA");
    Ledger ledger;
    const auto trade = [&](const char* id, int quantity, const char* price) {
        const auto group = bookedTradeGroup(ledger, id, AccountId(1), instrument, Quantity::of(quantity), Price::literal(price), Money(100, kUsd),
            Money::zero(kUsd), Timestamp(1), Date(1), Date(2));
        QVERIFY(ledger.apply(*group).ok());
    };
    trade("s", -100, "10.00");
    trade("b", 100, "8.00");
    const LotBook lots = lotsOf(ledger.groups(), AccountId(1), instrument, Date(9));
    QVERIFY(lots.open.empty());
    QCOMPARE(lots.realised.front().proceeds.text(), std::string("999.00"));
    QCOMPARE(lots.realised.front().cost.text(), std::string("801.00"));
    QCOMPARE(lots.realisedGain(kUsd).text(), std::string("198.00"));
}

RIALTO_TEST(LedgerTest)
#include "ledger_test.moc"
