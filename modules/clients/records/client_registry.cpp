// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/records/client_registry.h"

#include "base/wide_math.h"
#include "domain/fixed.h"

#include <algorithm>

namespace rialto::clients {

namespace {

constexpr std::size_t kLongestText = 4000;
constexpr std::size_t kMostRows = 20'000; // of a tree with many paths to the same thing

bool tooLong(std::initializer_list<const std::string*> texts)
{
    return std::any_of(texts.begin(), texts.end(), [](const std::string* text) { return text->size() > kLongestText; });
}

Result<void> complete(const Contact& it) { return it.value.empty() || tooLong({&it.value}) ? Result<void>(invalid("clients.record-incomplete", "a contact needs its address or number")) : Result<void>(); }
Result<void> complete(const Document& it)
{
    if (it.issued && it.expires && *it.expires < *it.issued)
        return invalid("clients.record-incomplete", "a document expires after it was issued");
    return tooLong({&it.number, &it.note}) ? Result<void>(invalid("clients.record-incomplete", "the document's note is too long")) : Result<void>();
}
Result<void> complete(const ScreeningHit& it)
{
    if (it.entryName.empty() || it.list.empty() || it.score < 0 || it.score > 1000)
        return invalid("clients.record-incomplete", "a screening hit names its list and entry");
    if (it.decision != HitDecision::Open && it.reason.empty())
        return invalid("clients.record-incomplete", "a decision on a screening hit needs a reason");
    return {};
}
Result<void> complete(const Mandate& it)
{
    return it.rules.empty() || it.rules.size() > 16'000 ? Result<void>(invalid("clients.record-incomplete", "a mandate needs rules")) : Result<void>();
}
Result<void> complete(const Assessment& it)
{
    return it.answers.size() > 200 || it.questionnaire.empty() ? Result<void>(invalid("clients.record-incomplete", "an assessment needs its questionnaire")) : Result<void>();
}
Result<void> complete(const Task& it) { return it.title.empty() || tooLong({&it.title, &it.note}) ? Result<void>(invalid("clients.record-incomplete", "a task needs a title")) : Result<void>(); }
Result<void> complete(const FeeAgreement& it)
{
    if (it.from && it.to && *it.to < *it.from)
        return invalid("clients.record-incomplete", "a fee agreement ends after it begins");
    return it.schedule.empty() || it.schedule.size() > 32'000 ? Result<void>(invalid("clients.record-incomplete", "a fee agreement needs its schedule")) : Result<void>();
}

PartyId partyNamed(const Contact& it) { return it.party; }
PartyId partyNamed(const Document& it) { return it.party; }
PartyId partyNamed(const ScreeningHit& it) { return it.party; }
PartyId partyNamed(const Assessment& it) { return it.party; }

std::int64_t scaled(std::int64_t share, std::int64_t by) { return mulDiv(share, by, kWhole, Rounding::HalfEven).value_or(0); }

} // namespace

std::string shareText(std::int64_t share) { return formatDecimal(share, 6, 0) + " %"; }

const ClientRecord* ClientRegistry::find(RecordKind kind, std::uint64_t id) const
{
    const auto it = m_records.find({kind, id});
    return it == m_records.end() ? nullptr : &it->second;
}

const Party* ClientRegistry::party(PartyId id) const
{
    const ClientRecord* record = find(RecordKind::Party, id.value);
    return record == nullptr ? nullptr : std::get_if<Party>(&record->body);
}

PartyId ClientRegistry::partyByNumber(const std::string& number) const
{
    const auto it = m_byNumber.find(number);
    return it == m_byNumber.end() ? PartyId() : it->second;
}

PartyId ClientRegistry::partyOf(ClientId client) const
{
    const auto it = m_byClient.find(client);
    return it == m_byClient.end() ? PartyId() : it->second;
}

std::uint64_t ClientRegistry::nextId(RecordKind kind) const
{
    const auto it = m_records.lower_bound({static_cast<RecordKind>(static_cast<int>(kind) + 1), 0});
    if (it == m_records.begin() || std::prev(it)->first.kind != kind)
        return 1;
    return std::prev(it)->first.id + 1;
}

Result<void> ClientRegistry::knows(PartyId id) const
{
    return party(id) != nullptr ? Result<void>() : Result<void>(notFound("clients.party-unknown", "party " + std::to_string(id.value)));
}

Result<void> ClientRegistry::knows(const Node& node, const BookView& book) const
{
    if (node.party.valid() == node.account.valid())
        return invalid("clients.record-incomplete", "either a party or an account is meant");
    if (node.party.valid())
        return knows(node.party);
    return book.hasAccount(node.account) ? Result<void>() : Result<void>(notFound("clients.account-unknown", "account " + std::to_string(node.account.value)));
}

Result<void> ClientRegistry::checkBody(const ClientRecord& record, const Party& body, const BookView& book) const
{
    if (body.number.empty() || (body.name.empty() && body.nameZh.empty()) || tooLong({&body.number, &body.name, &body.nameZh, &body.country}))
        return invalid("clients.party-incomplete", "a " + std::string(name(body.kind)) + " needs a number and a name");
    if (const auto taken = m_byNumber.find(body.number); taken != m_byNumber.end() && taken->second.value != record.id)
        return conflict("clients.number-taken", body.number + " is another party's number");
    if (body.client.valid()) {
        if (!book.hasClient(body.client))
            return notFound("clients.client-unknown", "client " + std::to_string(body.client.value));
        if (const auto taken = m_byClient.find(body.client); taken != m_byClient.end() && taken->second.value != record.id)
            return conflict("clients.client-taken", "client " + std::to_string(body.client.value) + " is another party already");
    }
    if (const Party* before = party(PartyId(record.id)); before != nullptr && before->kind != body.kind)
        return invalid("clients.subject-changed", body.number + " stays a " + std::string(name(before->kind)));
    return {};
}

Result<void> ClientRegistry::checkBody(const ClientRecord& record, const Ownership& body, const BookView& book) const
{
    if (const auto known = knows(body.owner); !known)
        return known;
    if (const auto known = knows(body.owned, book); !known)
        return known;
    if (body.share < 0 || body.share > kWhole)
        return invalid("clients.ownership-range", "a share lies between 0 and 100 %");
    const Party& owner = *party(body.owner);
    const bool membership = owner.kind == PartyKind::Household;
    if (body.owned.party.valid() && party(body.owned.party)->kind == PartyKind::Household)
        return invalid("clients.household-owned", "a household has members; nobody owns it");
    if (membership && body.share != 0 && body.share != kWhole)
        return invalid("clients.ownership-range", "a member belongs to a household wholly");
    if (const ClientRecord* before = find(RecordKind::Ownership, record.id)) {
        const auto& was = std::get<Ownership>(before->body);
        if (was.owner != body.owner || !(was.owned == body.owned))
            return invalid("clients.subject-changed", "an ownership keeps its two sides; end it and begin another");
    }
    if (body.share == 0)
        return {};
    if (body.owned.party.valid() && (body.owned.party == body.owner || reaches(body.owned.party, body.owner)))
        return refused("clients.ownership-cycle", party(body.owned.party)->number + " owns " + owner.number + " already, directly or through others");
    std::int64_t sum = body.share;
    if (const auto owners = m_owners.find(body.owned); owners != m_owners.end())
        for (const std::uint64_t id : owners->second) {
            if (id == record.id)
                continue;
            const auto& other = std::get<Ownership>(find(RecordKind::Ownership, id)->body);
            const bool otherMembership = party(other.owner)->kind == PartyKind::Household;
            if (membership && otherMembership)
                return conflict("clients.ownership-over-whole", "it is a member of " + party(other.owner)->number + " already");
            if (otherMembership == membership)
                sum = addChecked(sum, other.share);
            if (other.owner == body.owner)
                return conflict("clients.ownership-over-whole", owner.number + " owns a share of it already; change that record");
        }
    if (sum > kWhole)
        return refused("clients.ownership-over-whole", "the owners together would hold " + shareText(sum));
    return {};
}

Result<void> ClientRegistry::checkBody(const ClientRecord&, const Kyc& body, const BookView&) const
{
    if (const auto known = knows(body.party); !known)
        return known;
    if (body.reviewed && body.nextReview && *body.nextReview <= *body.reviewed)
        return invalid("clients.kyc-dates", "the next review is after the last one");
    if (body.status == KycStatus::Approved && (body.rating == RiskRating::Unrated || !body.reviewed || !body.nextReview))
        return invalid("clients.kyc-dates", "an approval needs a risk rating, the day of the review and that of the next one");
    return {};
}

Result<void> ClientRegistry::checkBody(const ClientRecord& record, const Approval& body, const BookView&) const
{
    if (body.party.valid())
        if (const auto known = knows(body.party); !known)
            return known;
    if (body.title.empty() || body.requestedBy.empty())
        return invalid("clients.record-incomplete", "an approval says what is asked for and by whom");
    if (const ClientRecord* before = find(RecordKind::Approval, record.id)) {
        const auto& was = std::get<Approval>(before->body);
        if (was.state != ApprovalState::Waiting)
            return conflict("clients.approval-decided", "it was " + std::string(name(was.state)) + " by " + was.decidedBy);
        if (was.requestedBy != body.requestedBy || was.title != body.title)
            return invalid("clients.subject-changed", "what is asked for does not change with the decision");
    }
    if (body.state != ApprovalState::Waiting) {
        if (body.decidedBy.empty())
            return invalid("clients.record-incomplete", "a decision names who decided");
        if (body.decidedBy == body.requestedBy)
            return refused("clients.own-approval", body.decidedBy + " asked for it; somebody else must decide");
    }
    return {};
}

template <class Body>
Result<void> ClientRegistry::checkBody(const ClientRecord& record, const Body& body, const BookView& book) const
{
    if constexpr (std::is_same_v<Body, Mandate> || std::is_same_v<Body, FeeAgreement>) {
        if (const auto known = knows(body.subject, book); !known)
            return known;
    } else if constexpr (std::is_same_v<Body, Task>) {
        if (body.party.valid())
            if (const auto known = knows(body.party); !known)
                return known;
    } else {
        if (const auto known = knows(partyNamed(body)); !known)
            return known;
        if (const ClientRecord* before = find(record.kind(), record.id); before != nullptr && partyNamed(std::get<Body>(before->body)) != partyNamed(body))
            return invalid("clients.subject-changed", "the record speaks of another party");
    }
    return complete(body);
}

Result<void> ClientRegistry::check(const ClientRecord& record, const BookView& book) const
{
    if (record.id == 0 || record.by.empty())
        return invalid("clients.record-incomplete", "a record has a number and says who made it");
    const ClientRecord* before = find(record.kind(), record.id);
    const std::int64_t expected = before == nullptr ? 1 : before->revision + 1;
    if (record.revision != expected)
        return conflict("clients.revision", "the " + std::string(name(record.kind())) + " " + std::to_string(record.id) + " is at revision " + std::to_string(expected - 1)
                + "; it was changed meanwhile");
    return std::visit([&](const auto& body) { return checkBody(record, body, book); }, record.body);
}

Result<void> ClientRegistry::apply(const ClientRecord& record, const BookView& book)
{
    if (const auto valid = check(record, book); !valid)
        return valid;
    if (const auto* body = std::get_if<Party>(&record.body)) {
        if (const Party* before = party(PartyId(record.id))) {
            m_byNumber.erase(before->number);
            m_byClient.erase(before->client);
        }
        m_byNumber[body->number] = PartyId(record.id);
        if (body->client.valid())
            m_byClient[body->client] = PartyId(record.id);
    } else if (const auto* link = std::get_if<Ownership>(&record.body)) {
        if (link->share > 0) {
            m_owns[link->owner].insert(record.id);
            m_owners[link->owned].insert(record.id);
        } else {
            m_owns[link->owner].erase(record.id);
            m_owners[link->owned].erase(record.id);
        }
    }
    m_records.insert_or_assign({record.kind(), record.id}, record);
    ++m_changes;
    return {};
}

bool ClientRegistry::reaches(PartyId from, PartyId to) const
{
    std::set<PartyId> seen;
    std::vector<PartyId> open{from};
    while (!open.empty()) {
        const PartyId at = open.back();
        open.pop_back();
        if (at == to)
            return true;
        if (!seen.insert(at).second)
            continue;
        if (const auto owns = m_owns.find(at); owns != m_owns.end())
            for (const std::uint64_t id : owns->second)
                if (const auto& body = std::get<Ownership>(find(RecordKind::Ownership, id)->body); body.owned.party.valid())
                    open.push_back(body.owned.party);
    }
    return false;
}

std::vector<TreeRow> ClientRegistry::directly(PartyId owner, const std::map<AccountId, Account>& accounts) const
{
    std::vector<TreeRow> rows;
    if (const auto owns = m_owns.find(owner); owns != m_owns.end())
        for (const std::uint64_t id : owns->second) {
            const auto& body = std::get<Ownership>(find(RecordKind::Ownership, id)->body);
            rows.push_back({0, body.owned, body.share, body.share, body.role});
        }
    const Party* self = party(owner);
    if (self != nullptr && self->client.valid())
        for (const auto& [id, account] : accounts) {
            if (account.client != self->client)
                continue;
            const auto owners = m_owners.find(Node::of(id));
            if (owners == m_owners.end() || owners->second.empty())
                rows.push_back({0, Node::of(id), kWhole, kWhole, ""});
        }
    return rows;
}

void ClientRegistry::addBelow(std::vector<TreeRow>& rows, const TreeRow& parent, const std::map<AccountId, Account>& accounts) const
{
    for (TreeRow row : directly(parent.node.party, accounts)) {
        if (rows.size() >= kMostRows)
            return;
        row.depth = parent.depth + 1;
        row.effective = scaled(parent.effective, row.share);
        rows.push_back(row);
        if (row.node.party.valid())
            addBelow(rows, row, accounts);
    }
}

std::vector<TreeRow> ClientRegistry::tree(PartyId root, const std::map<AccountId, Account>& accounts) const
{
    std::vector<TreeRow> rows;
    if (party(root) == nullptr)
        return rows;
    rows.push_back({0, Node::of(root), kWhole, kWhole, ""});
    const TreeRow top = rows.front();
    addBelow(rows, top, accounts);
    return rows;
}

std::map<AccountId, std::int64_t> ClientRegistry::accountsOf(PartyId owner, const std::map<AccountId, Account>& accounts,
    std::map<PartyId, std::map<AccountId, std::int64_t>>& done) const
{
    if (const auto known = done.find(owner); known != done.end())
        return known->second;
    std::map<AccountId, std::int64_t> sums;
    for (const TreeRow& row : directly(owner, accounts)) {
        if (row.node.account.valid()) {
            sums[row.node.account] += row.share;
            continue;
        }
        for (const auto& [account, share] : accountsOf(row.node.party, accounts, done))
            sums[account] += scaled(share, row.share);
    }
    done[owner] = sums;
    return sums;
}

std::map<AccountId, std::int64_t> ClientRegistry::lookThrough(PartyId owner, const std::map<AccountId, Account>& accounts) const
{
    std::map<PartyId, std::map<AccountId, std::int64_t>> done;
    return accountsOf(owner, accounts, done);
}

std::map<PartyId, std::int64_t> ClientRegistry::persons(Node owned, const std::map<AccountId, Account>& accounts) const
{
    std::map<PartyId, std::int64_t> found;
    if (owned.party.valid()) {
        const Party* self = party(owned.party);
        if (self != nullptr && self->kind == PartyKind::Person)
            return {{owned.party, kWhole}};
    }
    const auto owners = m_owners.find(owned);
    bool any = false;
    if (owners != m_owners.end())
        for (const std::uint64_t id : owners->second) {
            const auto& body = std::get<Ownership>(find(RecordKind::Ownership, id)->body);
            if (party(body.owner)->kind == PartyKind::Household)
                continue;
            any = true;
            for (const auto& [person, share] : persons(Node::of(body.owner), accounts))
                found[person] += scaled(share, body.share);
        }
    if (!any && owned.account.valid())
        if (const auto account = accounts.find(owned.account); account != accounts.end())
            if (const PartyId holder = partyOf(account->second.client); holder.valid())
                return persons(Node::of(holder), accounts);
    return found;
}

PartyId ClientRegistry::householdOf(PartyId id) const
{
    const auto memberOf = [&](PartyId member) {
        if (const auto owners = m_owners.find(Node::of(member)); owners != m_owners.end())
            for (const std::uint64_t record : owners->second)
                if (const auto& body = std::get<Ownership>(find(RecordKind::Ownership, record)->body); party(body.owner)->kind == PartyKind::Household)
                    return body.owner;
        return PartyId();
    };
    const Party* self = party(id);
    if (self == nullptr)
        return {};
    if (self->kind == PartyKind::Household)
        return id;
    if (const PartyId direct = memberOf(id); direct.valid())
        return direct;
    // The household of the person who owns most of it; of equals the first.
    PartyId best;
    std::int64_t most = 0;
    for (const auto& [person, share] : persons(Node::of(id), {}))
        if (const PartyId household = memberOf(person); household.valid() && share > most) {
            best = household;
            most = share;
        }
    return best;
}

} // namespace rialto::clients
