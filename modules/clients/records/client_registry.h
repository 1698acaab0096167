// SPDX-License-Identifier: GPL-3.0-or-later
// ClientRegistry: what the firm knows about its clients now: the newest revision of every record, and the graph of who owns
// what. A function of the records in their order; owned by the engine, a value, so a copy is a snapshot.
// The graph: parties own parties and accounts by shares (eight decimals); a household's members count with everything they
// own, once. An account without owner of its own belongs wholly to the party of its client. A look-through multiplies the
// shares along every path and adds the paths; each product is rounded half even to the eighth decimal.
// Errors of apply(): clients.revision (somebody else was faster), clients.party-unknown, clients.account-unknown,
// clients.party-incomplete, clients.number-taken, clients.client-taken, clients.ownership-cycle, clients.ownership-over-whole,
// clients.ownership-range, clients.household-owned, clients.record-incomplete, clients.own-approval, clients.approval-decided,
// clients.kyc-dates, clients.subject-changed.
#pragma once

#include "base/result.h"
#include "clients/client.h"
#include "clients/records/client_record.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace rialto::clients {

/// What the registry must know of the rest of the book to refuse a dangling reference.
struct BookView {
    std::function<bool(AccountId)> hasAccount;
    std::function<bool(ClientId)> hasClient;
};

struct TreeRow {
    int depth = 0;
    Node node;
    std::int64_t share = kWhole;    // of what stands above it
    std::int64_t effective = kWhole; // of the root
    std::string role;
};

class ClientRegistry {
public:
    struct Key {
        RecordKind kind;
        std::uint64_t id;
        friend bool operator<(const Key& a, const Key& b) { return a.kind != b.kind ? a.kind < b.kind : a.id < b.id; }
    };

    /// Takes the record or says why not; nothing changes then.
    Result<void> apply(const ClientRecord& record, const BookView& book);
    /// Would it be taken?
    Result<void> check(const ClientRecord& record, const BookView& book) const;

    const std::map<Key, ClientRecord>& records() const { return m_records; }
    const ClientRecord* find(RecordKind kind, std::uint64_t id) const;
    const Party* party(PartyId id) const;
    PartyId partyByNumber(const std::string& number) const; // none: invalid
    PartyId partyOf(ClientId client) const;
    std::uint64_t nextId(RecordKind kind) const;
    std::uint64_t changes() const { return m_changes; }

    /// Calls for each newest record of a kind whose body is `Body`.
    template <class Body, class Visit>
    void each(Visit visit) const
    {
        for (const auto& [key, record] : m_records)
            if (const auto* body = std::get_if<Body>(&record.body))
                visit(record, *body);
    }

    /// What a party owns directly; ended shares left out. `accounts`: all of the book, for those that belong by their client.
    std::vector<TreeRow> directly(PartyId owner, const std::map<AccountId, Account>& accounts) const;
    /// The party and all below it, children after their parent, in the order of their records.
    std::vector<TreeRow> tree(PartyId root, const std::map<AccountId, Account>& accounts) const;
    /// Every account that the party owns, through whatever lies between, with its effective share.
    std::map<AccountId, std::int64_t> lookThrough(PartyId owner, const std::map<AccountId, Account>& accounts) const;
    /// Persons behind a party or an account, with their effective share; households are no owners.
    std::map<PartyId, std::int64_t> persons(Node owned, const std::map<AccountId, Account>& accounts) const;
    /// The household a person, or the persons behind a party, belong to; none: invalid.
    PartyId householdOf(PartyId party) const;

private:
    Result<void> checkBody(const ClientRecord& record, const Party& body, const BookView& book) const;
    Result<void> checkBody(const ClientRecord& record, const Ownership& body, const BookView& book) const;
    Result<void> checkBody(const ClientRecord& record, const Kyc& body, const BookView& book) const;
    Result<void> checkBody(const ClientRecord& record, const Approval& body, const BookView& book) const;
    template <class Body>
    Result<void> checkBody(const ClientRecord& record, const Body& body, const BookView& book) const;
    Result<void> knows(PartyId party) const;
    Result<void> knows(const Node& node, const BookView& book) const;
    bool reaches(PartyId from, PartyId to) const;
    void addBelow(std::vector<TreeRow>& rows, const TreeRow& parent, const std::map<AccountId, Account>& accounts) const;
    std::map<AccountId, std::int64_t> accountsOf(PartyId owner, const std::map<AccountId, Account>& accounts,
        std::map<PartyId, std::map<AccountId, std::int64_t>>& done) const;

    std::map<Key, ClientRecord> m_records;
    std::map<std::string, PartyId> m_byNumber;
    std::map<ClientId, PartyId> m_byClient;
    std::map<PartyId, std::set<std::uint64_t>> m_owns;  // ownership records by owner, live shares only
    std::map<Node, std::set<std::uint64_t>> m_owners;   // by what is owned
    std::uint64_t m_changes = 0;
};

/// 10^-8 of a whole as "62.5 %".
std::string shareText(std::int64_t share);

} // namespace rialto::clients
