// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_main.h"
#include "support/trading_fixture.h"

using namespace rialto;
using rialto::testing::Desk;
using rialto::testing::equity;

/// Orders against the mandates in force. The client has one account with 10,000.00 USD and AAA stands at 10.00.
class MandateGateTest : public QObject {
    Q_OBJECT
private slots:
    void anOrderThatWouldBreakAMandateIsRefusedAndTheRuleIsNamed();
    void aMandateThatIsOnlyWrittenBindsNobody();
    void whatMakesABreachSmallerMayBeTraded();
    void openOrdersCountAsIfTheyHadTraded();
    void aReplacementStandsForItsOrder();
    void aGuidelineIsToldAndTheOrderGoes();
    void aMandateOfThePartyLooksAtAllItsAccounts();
    void otherCurrenciesWeighWhatThePairSays();
    void aForbiddenMarketIsForbiddenWithoutAPrice();
    void aMandateThatCannotBeReadStopsItsOrders();
    void aBlockLeavesOutTheClientWhoseMandateForbidsIt();
    void theMandateBindsAfterARestart();
};

namespace {

constexpr auto kParty = 7;

struct Office : Desk {
    Office()
    {
        record(1, clients::Party{clients::PartyKind::Person, "P-1", "Ada Example", "", std::nullopt, "", ClientId(1), false}, kParty);
        deposit("10000.00");
        quote(1, "9.99", "10.01"); // the middle is 10.00
    }
    void record(std::int64_t revision, clients::RecordBody body, std::uint64_t id)
    {
        RecordClients input;
        input.records.push_back({id, revision, now, "ada", std::move(body)});
        const auto said = say(std::move(input));
        QVERIFY2(said.reply.accepted, said.reply.refusals.empty() ? "" : said.reply.refusals.front().code.c_str());
    }
    void mandate(const std::string& rules, bool inForce = true, clients::Node subject = clients::Node::of(AccountId(1)))
    {
        record(++m_revision, clients::Mandate{subject, "Careful", rules, inForce}, 1);
    }
    StepResult buy(const char* command, int quantity, std::uint32_t instrument = 1, const char* limit = "10.00")
    {
        return say(PlaceOrder{request(command, instrument, Side::Buy, quantity, limit)});
    }
    static std::string refusal(const StepResult& said) { return said.reply.refusals.empty() ? std::string() : said.reply.refusals.front().code; }
    static std::string detail(const StepResult& said) { return said.reply.refusals.empty() ? std::string() : said.reply.refusals.front().detail; }

private:
    std::int64_t m_revision = 0;
};

} // namespace

void MandateGateTest::anOrderThatWouldBreakAMandateIsRefusedAndTheRuleIsNamed()
{
    Office office;
    office.mandate("max 20 % in any position");
    const auto allowed = office.buy("o1", 200); // 2,000 of 10,000: exactly a fifth
    QVERIFY2(allowed.reply.accepted, office.detail(allowed).c_str());
    Office other;
    other.mandate("max 20 % in any position");
    const auto refused = other.buy("o1", 201);
    QVERIFY(!refused.reply.accepted);
    QCOMPARE(other.refusal(refused), std::string("mandate.broken"));
    QCOMPARE(other.detail(refused), std::string("Careful: \"max 20 % in any position\"; after the order in AAA: 20.1 % AAA"));
    QVERIFY(refused.send.empty());
    QCOMPARE(other.state(refused.reply.order), OrderState::Rejected);
    QCOMPARE(other.engine.preview(Desk::request("o2", 1, Side::Buy, 201, "10.00")).front().code, std::string("mandate.broken"));
}

void MandateGateTest::aMandateThatIsOnlyWrittenBindsNobody()
{
    Office office;
    office.mandate("no equities", false);
    QVERIFY(office.buy("o1", 500).reply.accepted);
    office.mandate("no equities", true);
    QCOMPARE(office.refusal(office.buy("o2", 1)), std::string("mandate.broken"));
    office.mandate("no equities", false);
    QVERIFY(office.buy("o3", 1).reply.accepted);
}

void MandateGateTest::whatMakesABreachSmallerMayBeTraded()
{
    Office office;
    const auto id = office.buy("o1", 500).reply.order;
    office.report(id, "x1", OrderEvent::LastFill, 500, "10.00");
    office.mandate("max 20 % in any position\nno AAA");
    QCOMPARE(office.refusal(office.buy("o2", 1)), std::string("mandate.broken"));
    const auto sale = office.say(PlaceOrder{Desk::request("o3", 1, Side::Sell, 100, "10.00")});
    QVERIFY2(sale.reply.accepted, office.detail(sale).c_str());
}

void MandateGateTest::openOrdersCountAsIfTheyHadTraded()
{
    Office office;
    office.mandate("max 20 % in any position");
    QVERIFY(office.buy("o1", 150).reply.accepted);
    QCOMPARE(office.refusal(office.buy("o2", 100)), std::string("mandate.broken"));
    QVERIFY(office.buy("o3", 50).reply.accepted);
}

void MandateGateTest::aReplacementStandsForItsOrder()
{
    Office office;
    office.mandate("max 20 % in any position");
    const auto id = office.buy("o1", 150).reply.order;
    office.report(id, "x1", OrderEvent::Accepted);
    QVERIFY(!office.say(ReplaceOrder{"r1", id, Quantity::of(250), Price::literal("10.00")}).reply.accepted);
    QVERIFY(office.say(ReplaceOrder{"r2", id, Quantity::of(200), Price::literal("10.00")}).reply.accepted);
}

void MandateGateTest::aGuidelineIsToldAndTheOrderGoes()
{
    Office office;
    office.mandate("warn: max 10 % in any position");
    const auto said = office.buy("o1", 150);
    QVERIFY(said.reply.accepted);
    QCOMPARE(said.send.size(), std::size_t(1));
    QCOMPARE(said.alerts.size(), std::size_t(1));
    QCOMPARE(said.alerts.front().code, std::string("mandate.warning"));
    QCOMPARE(said.alerts.front().order, said.reply.order);
}

void MandateGateTest::aMandateOfThePartyLooksAtAllItsAccounts()
{
    Office office;
    office.say(AddAccount{{AccountId(2), ClientId(1), "A-2", Desk::usd(), Date::of(2025, 1, 1)}});
    office.say(MoveCash{"d2", AccountId(2), *Money::parse("10000.00", Desk::usd()), "deposit"});
    office.mandate("max 20 % in any position", true, clients::Node::of(clients::PartyId(kParty)));
    QVERIFY(office.buy("o1", 400).reply.accepted); // a fifth of both together
    auto second = Desk::request("o2", 1, Side::Buy, 1, "10.00");
    second.account = AccountId(2);
    QCOMPARE(office.refusal(office.say(PlaceOrder{second})), std::string("mandate.broken"));
}

void MandateGateTest::otherCurrenciesWeighWhatThePairSays()
{
    Office office;
    office.say(AddInstrument{equity(4, "EEE", "EUR")});
    office.quote(4, "10.00", "10.00");
    office.quote(3, "1.2500", "1.2500");
    office.say(MoveCash{"d2", AccountId(1), *Money::parse("8000.00", Currency::literal("EUR")), "deposit"}); // 10,000 USD: 20,000 in all
    office.mandate("max 25 % in currency USD\nmax 10 % in any position");
    const auto refused = office.buy("o1", 161, 4); // 2,012.50 USD of 20,000; the breach in cash USD stays as it is
    QCOMPARE(office.refusal(refused), std::string("mandate.broken"));
    const auto allowed = office.buy("o2", 160, 4);
    QVERIFY2(allowed.reply.accepted, office.detail(allowed).c_str());
}

void MandateGateTest::aForbiddenMarketIsForbiddenWithoutAPrice()
{
    Office office;
    office.say(AddInstrument{equity(5, "FFF")}); // never quoted
    office.mandate("only markets XNYS");
    QCOMPARE(office.refusal(office.buy("o1", 1, 5)), std::string("mandate.broken"));
}

void MandateGateTest::aMandateThatCannotBeReadStopsItsOrders()
{
    Office office;
    office.mandate("some of this and some of that");
    QCOMPARE(office.refusal(office.buy("o1", 1)), std::string("mandate.unreadable"));
}

void MandateGateTest::aBlockLeavesOutTheClientWhoseMandateForbidsIt()
{
    Office office;
    office.say(AddClient{{ClientId(2), HouseholdId(), "C-2", "Bo Example", "", Date::of(2025, 1, 1)}});
    office.say(AddAccount{{AccountId(2), ClientId(2), "A-2", Desk::usd(), Date::of(2025, 1, 1)}});
    office.say(AddAccount{{AccountId(9), ClientId(2), "HOUSE", Desk::usd(), Date::of(2025, 1, 1)}});
    office.say(MoveCash{"d2", AccountId(2), *Money::parse("10000.00", Desk::usd()), "deposit"});
    office.mandate("no AAA");
    PlaceBlock block;
    block.order = Desk::request("b1", 1, Side::Buy, 200, "10.00");
    block.order.account = AccountId(9);
    block.shares = {{AccountId(1), Quantity::of(100)}, {AccountId(2), Quantity::of(100)}};
    block.leaveOutRefused = true;
    const auto said = office.say(block);
    QVERIFY2(said.reply.accepted, office.detail(said).c_str());
    QCOMPARE(office.refusal(said), std::string("mandate.broken"));
    QVERIFY(office.detail(said).rfind("A-1: ", 0) == 0);
    QCOMPARE(office.engine.orders().find(said.reply.order)->request.quantity.text(), std::string("100"));
}

void MandateGateTest::theMandateBindsAfterARestart()
{
    Office office;
    office.mandate("no AAA");
    Engine again;
    for (auto fact : office.facts)
        QVERIFY(again.restore(std::move(fact)).ok());
    QCOMPARE(again.preview(Desk::request("o1", 1, Side::Buy, 1, "10.00")).front().code, std::string("mandate.broken"));
}

RIALTO_TEST(MandateGateTest)
#include "mandate_gate_test.moc"
