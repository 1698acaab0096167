// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/records/client_registry.h"
#include "clients/records/record_text.h"
#include "support/test_main.h"

using namespace rialto;
using namespace rialto::clients;

class RegistryTest : public QObject {
    Q_OBJECT

    BookView m_view{[](AccountId id) { return id.value <= 10; }, [](ClientId id) { return id.value <= 10; }};
    std::map<AccountId, Account> m_accounts{{AccountId(1), {AccountId(1), ClientId(1), "A-1", Currency::literal("USD"), Date()}},
        {AccountId(2), {AccountId(2), ClientId(2), "A-2", Currency::literal("USD"), Date()}}, {AccountId(3), {AccountId(3), ClientId(3), "A-3", Currency::literal("USD"), Date()}}};

    static ClientRecord record(std::uint64_t id, RecordBody body, std::int64_t revision = 1) { return {id, revision, Timestamp(1), "ada", std::move(body)}; }
    static Party party(PartyKind kind, const char* number, std::uint64_t client = 0) { return {kind, number, number, "", std::nullopt, "", ClientId(client), false}; }
    static Ownership owns(std::uint64_t owner, Node owned, std::int64_t percent) { return {PartyId(owner), owned, percent * 1'000'000, ""}; }
    QString codeOf(ClientRegistry& registry, const ClientRecord& entry)
    {
        const auto taken = registry.apply(entry, m_view);
        return taken ? QString() : QString::fromStdString(taken.error().code);
    }
    /// 1 Ada, 2 Bo, 3 Holding Ltd (Ada 60, Bo 40), 4 Family Trust (Holding 50, Ada 50), 5 household of Ada and Bo.
    ClientRegistry family()
    {
        ClientRegistry registry;
        for (const auto& entry : {record(1, party(PartyKind::Person, "P-1", 1)), record(2, party(PartyKind::Person, "P-2", 2)), record(3, party(PartyKind::Company, "C-3", 3)),
                 record(4, party(PartyKind::Trust, "T-4")), record(5, party(PartyKind::Household, "H-5")), record(1, owns(1, Node::of(PartyId(3)), 60)),
                 record(2, owns(2, Node::of(PartyId(3)), 40)), record(3, owns(3, Node::of(PartyId(4)), 50)), record(4, owns(1, Node::of(PartyId(4)), 50)),
                 record(5, owns(5, Node::of(PartyId(1)), 100)), record(6, owns(5, Node::of(PartyId(2)), 100))})
            RIALTO_CHECK(registry.apply(entry, m_view).ok(), "the family is entered");
        return registry;
    }

private slots:
    // Ada has 60 % of the holding, which has half of the trust, and the other half herself: 30 + 50 = 80 %.
    void aLookThroughMultipliesAlongPathsAndAddsThem()
    {
        auto registry = family();
        QCOMPARE(codeOf(registry, record(7, owns(4, Node::of(AccountId(9)), 100))), QString());
        const auto ada = registry.lookThrough(PartyId(1), m_accounts);
        QCOMPARE(ada.at(AccountId(9)), std::int64_t{80'000'000});
        QCOMPARE(ada.at(AccountId(1)), kWhole);                    // by her client
        QCOMPARE(ada.at(AccountId(3)), std::int64_t{60'000'000});  // the holding's own account
        QCOMPARE(registry.lookThrough(PartyId(5), m_accounts).at(AccountId(9)), kWhole); // the household has all of it
        const auto behind = registry.persons(Node::of(AccountId(9)), m_accounts);
        QCOMPARE(behind.at(PartyId(1)), std::int64_t{80'000'000});
        QCOMPARE(behind.at(PartyId(2)), std::int64_t{20'000'000});
        QCOMPARE(registry.householdOf(PartyId(4)), PartyId(5));
    }
    void cyclesAreRefused()
    {
        auto registry = family();
        QCOMPARE(codeOf(registry, record(7, owns(4, Node::of(PartyId(3)), 0))), QString());
        ClientRegistry fresh;
        for (std::uint64_t id = 1; id <= 3; ++id)
            QCOMPARE(codeOf(fresh, record(id, party(PartyKind::Company, ("C-" + std::to_string(id)).c_str()))), QString());
        QCOMPARE(codeOf(fresh, record(1, owns(1, Node::of(PartyId(2)), 50))), QString());
        QCOMPARE(codeOf(fresh, record(2, owns(2, Node::of(PartyId(3)), 50))), QString());
        QCOMPARE(codeOf(fresh, record(3, owns(3, Node::of(PartyId(1)), 1))), QString("clients.ownership-cycle"));
        QCOMPARE(codeOf(fresh, record(3, owns(1, Node::of(PartyId(1)), 1))), QString("clients.ownership-cycle"));
        QCOMPARE(codeOf(fresh, record(1, owns(1, Node::of(PartyId(2)), 0), 2)), QString());
        QCOMPARE(codeOf(fresh, record(3, owns(3, Node::of(PartyId(1)), 1))), QString());
    }
    void nobodyOwnsMoreThanTheWhole()
    {
        auto registry = family();
        QCOMPARE(codeOf(registry, record(7, owns(2, Node::of(PartyId(4)), 1))), QString("clients.ownership-over-whole"));
        QCOMPARE(codeOf(registry, record(1, owns(1, Node::of(PartyId(3)), 61), 2)), QString("clients.ownership-over-whole"));
        QCOMPARE(codeOf(registry, record(1, owns(1, Node::of(PartyId(3)), 59), 2)), QString());
        QCOMPARE(codeOf(registry, record(8, owns(5, Node::of(PartyId(3)), 30))), QString("clients.ownership-range"));
        QCOMPARE(codeOf(registry, record(8, owns(1, Node::of(PartyId(5)), 100))), QString("clients.household-owned"));
    }
    void aLateRevisionIsRefused()
    {
        auto registry = family();
        QCOMPARE(codeOf(registry, record(1, party(PartyKind::Person, "P-1b", 1))), QString("clients.revision"));
        QCOMPARE(codeOf(registry, record(1, party(PartyKind::Person, "P-1b", 1), 2)), QString());
        QCOMPARE(codeOf(registry, record(1, party(PartyKind::Person, "P-1c", 1), 2)), QString("clients.revision"));
        QVERIFY(!registry.partyByNumber("P-1").valid());
        QCOMPARE(registry.partyByNumber("P-1b"), PartyId(1));
        QCOMPARE(codeOf(registry, record(9, party(PartyKind::Person, "P-2"))), QString("clients.number-taken"));
        QCOMPARE(codeOf(registry, record(9, party(PartyKind::Person, "P-9", 2))), QString("clients.client-taken"));
        QCOMPARE(codeOf(registry, record(9, party(PartyKind::Person, "P-9", 11))), QString("clients.client-unknown"));
    }
    void nobodyApprovesTheirOwnRequest()
    {
        auto registry = family();
        const Approval asked{PartyId(1), "Open", "ada", ApprovalState::Waiting, "", ""};
        QCOMPARE(codeOf(registry, record(1, asked)), QString());
        Approval decided = asked;
        decided.state = ApprovalState::Approved;
        decided.decidedBy = "ada";
        QCOMPARE(codeOf(registry, record(1, decided, 2)), QString("clients.own-approval"));
        decided.decidedBy = "grace";
        QCOMPARE(codeOf(registry, record(1, decided, 2)), QString());
        decided.state = ApprovalState::Refused;
        QCOMPARE(codeOf(registry, record(1, decided, 3)), QString("clients.approval-decided"));
    }
    void anApprovedReviewHasItsDates()
    {
        auto registry = family();
        QCOMPARE(codeOf(registry, record(1, Kyc{PartyId(1), KycStatus::Approved, RiskRating::Low, false, Date(10), std::nullopt, ""})), QString("clients.kyc-dates"));
        QCOMPARE(codeOf(registry, record(1, Kyc{PartyId(1), KycStatus::Approved, RiskRating::Low, false, Date(10), Date(9), ""})), QString("clients.kyc-dates"));
        QCOMPARE(codeOf(registry, record(1, Kyc{PartyId(9), KycStatus::InProgress, RiskRating::Low, false, Date(10), Date(11), ""})), QString("clients.party-unknown"));
        QCOMPARE(codeOf(registry, record(1, Kyc{PartyId(1), KycStatus::Approved, RiskRating::Low, false, Date(10), Date(11), ""})), QString());
    }
    void damagedRecordsAreRefused()
    {
        const std::string good = recordText(party(PartyKind::Person, "P-1"));
        QVERIFY(parseRecord(RecordKind::Party, good).ok());
        for (std::size_t cut = 0; cut < good.size(); ++cut)
            QVERIFY(!parseRecord(RecordKind::Party, good.substr(0, cut)).ok());
        QVERIFY(!parseRecord(RecordKind::Party, R"({"kind":"robot","number":"1","name":"","nameZh":"","country":"","client":0,"closed":false})").ok());
        QVERIFY(!parseRecord(RecordKind::Party, R"({"kind":"person","number":1,"name":"","nameZh":"","country":"","client":0,"closed":false})").ok());
        QVERIFY(!parseRecord(RecordKind::Party, std::string(5000, '[')).ok());
    }
};

RIALTO_TEST(RegistryTest)
#include "registry_test.moc"
