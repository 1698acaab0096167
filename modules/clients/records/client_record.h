// SPDX-License-Identifier: GPL-3.0-or-later
// ClientRecord: one revision of one thing that the firm knows about its clients. A fact of the book: a change is a further
// revision, never an overwriting, and the newest revision counts. Values; any thread. What may follow what is decided by
// ClientRegistry. Names of enumerators are part of the stored text (record_text.h): they are added to, never renamed.
#pragma once

#include "base/clock.h"
#include "domain/date.h"
#include "domain/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rialto::clients {

using PartyId = Id<struct PartyIdTag>;

enum class PartyKind { Household, Person, Company, Trust };
enum class DocumentKind { Passport, IdentityCard, ProofOfAddress, TaxForm, Agreement, CompanyRegister, TrustDeed, Other };
enum class RiskRating { Unrated, Low, Medium, High };
enum class KycStatus { NotStarted, InProgress, Approved, Rejected };
enum class HitDecision { Open, FalsePositive, TrueMatch };
enum class TaskState { Open, Done, Dropped };
enum class ApprovalState { Waiting, Approved, Refused };
enum class ContactKind { Email, Phone, Address };
enum class RiskProfile { None, Conservative, Cautious, Balanced, Growth, Aggressive };

std::string_view name(PartyKind kind);
std::string_view name(DocumentKind kind);
std::string_view name(RiskRating rating);
std::string_view name(KycStatus status);
std::string_view name(HitDecision decision);
std::string_view name(TaskState state);
std::string_view name(ApprovalState state);
std::string_view name(ContactKind kind);
std::string_view name(RiskProfile profile);

struct Party {
    PartyKind kind = PartyKind::Person;
    std::string number;             // unique, "P-1001"
    std::string name;               // Latin script
    std::string nameZh;
    std::optional<Date> born;       // or founded
    std::string country;            // ISO 3166-1, two letters, or empty
    ClientId client;                // whose accounts these are; none: not a client itself
    bool closed = false;
    friend bool operator==(const Party&, const Party&) = default;
};

/// A party or an account.
struct Node {
    PartyId party;                  // valid: a party
    AccountId account;              // valid: an account
    static Node of(PartyId id) { return {id, {}}; }
    static Node of(AccountId id) { return {{}, id}; }
    friend bool operator==(const Node&, const Node&) = default;
    friend bool operator<(const Node& a, const Node& b) { return a.party != b.party ? a.party < b.party : a.account < b.account; }
};

/// Whole ownership is this many units: eight decimals.
inline constexpr std::int64_t kWhole = 100'000'000;

struct Ownership {
    PartyId owner;
    Node owned;
    std::int64_t share = kWhole;    // 0 ends it
    std::string role;               // "member" of a household, "settlor", "director", "joint owner"
    friend bool operator==(const Ownership&, const Ownership&) = default;
};

struct Contact {
    PartyId party;
    ContactKind kind = ContactKind::Email;
    std::string value;
    bool removed = false;
    friend bool operator==(const Contact&, const Contact&) = default;
};

struct Document {
    PartyId party;
    DocumentKind kind = DocumentKind::Other;
    std::string number;
    std::string note;
    std::optional<Date> issued;
    std::optional<Date> expires;
    bool removed = false;
    friend bool operator==(const Document&, const Document&) = default;
};

struct Kyc {
    PartyId party;
    KycStatus status = KycStatus::NotStarted;
    RiskRating rating = RiskRating::Unrated;
    bool exposed = false;           // politically exposed person
    std::optional<Date> reviewed;
    std::optional<Date> nextReview;
    std::string note;               // source of wealth, reasons
    friend bool operator==(const Kyc&, const Kyc&) = default;
};

struct ScreeningHit {
    PartyId party;
    std::string list;               // name of the list file
    std::string entry;              // id within the list
    std::string entryName;
    int score = 0;                  // 0..1000
    HitDecision decision = HitDecision::Open;
    std::string reason;
    friend bool operator==(const ScreeningHit&, const ScreeningHit&) = default;
};

struct Mandate {
    Node subject;                   // an account, or a party: all its accounts together
    std::string name;
    std::string rules;              // the rule language of mandates/mandate_rules.h
    bool inForce = false;           // false: written, and only looked at in dry runs
    friend bool operator==(const Mandate&, const Mandate&) = default;
};

struct Assessment {
    PartyId party;
    std::string questionnaire;
    std::vector<int> answers;       // index of the chosen answer, in order of the questions
    int score = 0;                  // 0..1000
    RiskProfile profile = RiskProfile::None;
    Date taken;
    friend bool operator==(const Assessment&, const Assessment&) = default;
};

struct Task {
    PartyId party;                  // none: of the firm
    std::string title;
    std::optional<Date> due;
    std::string assignee;
    TaskState state = TaskState::Open;
    std::string note;
    friend bool operator==(const Task&, const Task&) = default;
};

/// Something that one person asks for and another one grants.
struct Approval {
    PartyId party;
    std::string title;
    std::string requestedBy;
    ApprovalState state = ApprovalState::Waiting;
    std::string decidedBy;
    std::string reason;
    friend bool operator==(const Approval&, const Approval&) = default;
};

struct FeeAgreement {
    Node subject;                   // a household, another party, or one account
    std::string schedule;           // JSON, see input/fee_schedule_json.h
    std::optional<Date> from;
    std::optional<Date> to;
    friend bool operator==(const FeeAgreement&, const FeeAgreement&) = default;
};

using RecordBody = std::variant<Party, Ownership, Contact, Document, Kyc, ScreeningHit, Mandate, Assessment, Task, Approval, FeeAgreement>;
/// The index in RecordBody; stored, never renumbered.
enum class RecordKind { Party, Ownership, Contact, Document, Kyc, ScreeningHit, Mandate, Assessment, Task, Approval, FeeAgreement };
inline constexpr int kRecordKinds = 11;
std::string_view name(RecordKind kind);

struct ClientRecord {
    std::uint64_t id = 0;           // among the records of its kind; of a party: its PartyId
    std::int64_t revision = 1;      // 1, 2, 3, ...
    Timestamp time;
    std::string by;                 // who did it
    RecordBody body;
    RecordKind kind() const { return static_cast<RecordKind>(body.index()); }
    friend bool operator==(const ClientRecord&, const ClientRecord&) = default;
};

} // namespace rialto::clients
