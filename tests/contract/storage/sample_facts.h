// SPDX-License-Identifier: GPL-3.0-or-later
// One fact of every kind with every field set, for journal tests.
#pragma once

#include "engine/fact.h"

namespace rialto::testing {

inline Instrument sampleInstrument(std::uint32_t id, InstrumentDetails details)
{
    Instrument it;
    it.id = InstrumentId(id);
    it.symbol = "SYM" + std::to_string(id);
    it.mic = "XSIM";
    it.name = "Meridian \"Ocean\" Freight, 100 %";
    it.nameZh = "子午远洋";
    it.calendarId = "XNYS";
    it.timeZone = "America/New_York";
    it.spec = {Currency::literal("USD"), Price::literal("0.01"), Quantity::of(1), {1, 100}, 4, 1};
    it.details = std::move(details);
    return it;
}

inline std::vector<Fact> sampleInstruments()
{
    const Bond bond{Price::literal("4.25"), 2, Date::of(2020, 1, 15), Date::of(2030, 1, 15)};
    const Future future{InstrumentId(1), Date::of(2027, 3, 19), Money(1'250'000, Currency::literal("USD"))};
    const Option option{InstrumentId(1), Date::of(2027, 3, 19), Price::literal("-3.5"), OptionRight::Put};
    const FxPair pair{Currency::literal("EUR")};
    std::vector<Fact> all;
    std::uint32_t id = 0;
    for (const InstrumentDetails& details : std::vector<InstrumentDetails>{Equity{}, bond, Fund{}, future, option, pair, Crypto{}, Index{}})
        all.emplace_back(sampleInstrument(++id, details));
    return all;
}

inline Client sampleClient(std::uint64_t id)
{
    return {ClientId(id), HouseholdId(9), "C-" + std::to_string(id), "Ada Li", "李雅达", Date::of(2019, 12, 31)};
}

inline Account sampleAccount(std::uint64_t id)
{
    return {AccountId(id), ClientId(1), "A-" + std::to_string(id), Currency::literal("CNY"), Date::of(2020, 1, 1)};
}

inline Order sampleOrder(std::uint64_t id)
{
    Order it;
    it.id = OrderId(id);
    it.request = {"cmd-" + std::to_string(id), AccountId(1), InstrumentId(1), Side::Sell, OrderType::Limit, TimeInForce::Gtc,
        Quantity::literal("0.00000001"), Price::literal("-12.34567891"), {}};
    it.state = OrderState::Unknown;
    it.filled = Quantity::of(3);
    it.filledValue = Money(-17, Currency::literal("JPY"));
    it.brokerOrderId = "B1";
    it.reason = "risk.cash";
    it.createdAt = Timestamp(-1);
    it.updatedAt = Timestamp(1'700'000'000'123'456'789);
    return it;
}

inline ExecutionReport sampleExecution(const std::string& id)
{
    ExecutionReport it;
    it.executionId = id;
    it.order = OrderId(1);
    it.event = OrderEvent::ConfirmedAbsent;
    it.brokerOrderId = "";
    it.lastQuantity = Quantity::of(100);
    it.lastPrice = Price::literal("92233720368.54775807");
    it.fee = Money(199, Currency::literal("USD"));
    it.tax = Money();
    it.newQuantity = Quantity::of(7);
    it.newLimit = Price::literal("1.5");
    it.reason = "line\nbreak";
    it.time = Timestamp(42);
    return it;
}

inline TransferGroup sampleGroup(const std::string& key)
{
    TransferGroup it;
    it.key = key;
    it.kind = GroupKind::Reversal;
    it.account = AccountId(1);
    it.time = Timestamp(5);
    it.knownAt = Timestamp(6);
    it.tradeDate = Date::of(2026, 11, 24);
    it.settleDate = Date::of(2026, 11, 26);
    it.order = OrderId(1);
    it.instrument = InstrumentId(1);
    it.quantity = Quantity::of(-100);
    it.price = Price::literal("10.01");
    it.memo = "备注 'quoted'";
    const auto own = LedgerAccount{AccountId(1), Bucket::Own};
    const auto market = LedgerAccount{AccountId(1), Bucket::Market};
    it.transfers = {{own, market, AssetId::of(InstrumentId(1)), 100}, {market, own, AssetId::of(Currency::literal("USD")), 100'100}};
    it.reservations = {{OrderId(1), AccountId(1), AssetId::of(Currency::literal("USD")), -100'100}};
    return it;
}

inline clients::ClientRecord sampleRecord(std::uint64_t id, clients::RecordBody body)
{
    return {id, 1, Timestamp(77), "ada \"the\" 管理员", std::move(body)};
}

inline std::vector<Fact> sampleRecords()
{
    using namespace clients;
    const PartyId party(1);
    const Date day = Date::of(2026, 2, 28);
    std::vector<Fact> all;
    for (const RecordBody& body : std::vector<RecordBody>{
             Party{PartyKind::Trust, "T-1", "Okonkwo \"Family\" Trust", "信托", Date::of(1999, 1, 2), "NG", ClientId(1), true}, Ownership{party, Node::of(AccountId(1)), 62'500'000, "settlor"},
             Contact{party, ContactKind::Phone, "+1 555", true}, Document{party, DocumentKind::TaxForm, "W-8", "note", day, std::nullopt, false},
             Kyc{party, KycStatus::Approved, RiskRating::High, true, day, Date::of(2027, 2, 28), "wealth"}, ScreeningHit{party, "sdn.csv", "42", "DOE, John", 912, HitDecision::FalsePositive, "other birth date"},
             Mandate{Node::of(party), "Balanced", "no options\nmax 10 % in any position", true}, Assessment{party, "standard-1", {0, 1, 2, 3}, 430, RiskProfile::Balanced, day},
             Task{PartyId(), "Call", day, "grace", TaskState::Done, "by phone"}, Approval{party, "Open", "ada", ApprovalState::Refused, "grace", "papers"},
             FeeAgreement{Node::of(AccountId(1)), "{}", day, std::nullopt}})
        all.emplace_back(sampleRecord(1, body));
    return all;
}

inline std::vector<Fact> oneOfEach()
{
    std::vector<Fact> all = sampleInstruments();
    all.emplace_back(sampleClient(1));
    all.emplace_back(sampleAccount(1));
    all.emplace_back(sampleOrder(1));
    all.emplace_back(sampleExecution("x1"));
    all.emplace_back(sampleGroup("fill:x1"));
    for (Fact& record : sampleRecords())
        all.push_back(std::move(record));
    return all;
}

} // namespace rialto::testing
