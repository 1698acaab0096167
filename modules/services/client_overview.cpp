// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/client_overview.h"

#include <algorithm>
#include <future>

namespace rialto {

using clients::Node;

namespace {

void addMandate(ClientOverview& out, std::uint64_t id, const clients::Mandate& mandate, const BookSnapshot& book, const PriceHistory& prices)
{
    MandateState state;
    state.id = id;
    state.mandate = mandate;
    auto rules = clients::parseMandate(mandate.rules);
    if (!rules) {
        state.malformed = rules.error();
    } else {
        state.rules = std::move(*rules);
        const ClientHoldings held = mandate.subject.account.valid()
            ? holdingsOf(book, {{mandate.subject.account, clients::kWhole}}, out.holdings.base, prices, out.holdings.day)
            : out.holdings;
        state.outcomes = clients::checkMandate(state.rules, held.book);
        for (const auto& outcome : state.outcomes)
            if (!outcome.kept) {
                ++state.broken;
                out.breaches += mandate.inForce && !outcome.rule->warning ? 1 : 0;
            }
    }
    out.mandates.push_back(std::move(state)); // the vector of rules keeps its place when it is moved
}

} // namespace

DueState dueState(const std::optional<Date>& day, Date today, std::optional<int>* daysLeft)
{
    if (!day)
        return DueState::Fine;
    const int left = *day - today;
    if (daysLeft != nullptr)
        *daysLeft = left;
    return left < 0 ? DueState::Overdue : left <= kDueSoonDays ? DueState::DueSoon : DueState::Fine;
}

std::vector<TransferGroup> feeGroups(AppServices& services)
{
    std::promise<std::vector<TransferGroup>> promise;
    auto answer = promise.get_future();
    services.query([&promise](const Engine& engine) {
        std::vector<TransferGroup> fees;
        for (const auto& group : engine.ledger().groups())
            if (group.kind == GroupKind::Fee && !engine.ledger().contains("reversal:" + group.key))
                fees.push_back(group);
        promise.set_value(std::move(fees));
    }, [&promise](const Error&) { promise.set_value({}); }); // who may not see every client sees no fees
    return answer.get();
}

std::optional<ClientOverview> overviewOf(const BookSnapshot& book, clients::PartyId id, const Currency& base, const PriceHistory& prices, Date today,
    const std::vector<TransferGroup>& fees)
{
    const auto& registry = *book.registry;
    const clients::Party* party = registry.party(id);
    if (party == nullptr)
        return std::nullopt;
    ClientOverview out;
    out.id = id;
    out.party = *party;
    out.household = registry.householdOf(id);
    const auto accounts = accountsById(book);
    out.tree = registry.tree(out.household.valid() ? out.household : id, accounts);
    out.shares = registry.lookThrough(id, accounts);
    out.holdings = holdingsOf(book, out.shares, base, prices, today);
    registry.each<clients::Kyc>([&](const auto&, const clients::Kyc& kyc) {
        if (kyc.party == id)
            out.kyc = kyc;
    });
    if (out.kyc && out.kyc->nextReview)
        out.kycState = out.kyc->status == clients::KycStatus::Approved ? dueState(out.kyc->nextReview, today, &out.kycDaysLeft) : DueState::Overdue;
    registry.each<clients::Contact>([&](const auto&, const clients::Contact& contact) {
        if (contact.party == id && !contact.removed)
            out.contacts.push_back(contact);
    });
    registry.each<clients::Document>([&](const auto& record, const clients::Document& document) {
        if (document.party != id || document.removed)
            return;
        DocumentDue due{record.id, document, DueState::Fine, std::nullopt};
        due.state = dueState(document.expires, today, &due.daysLeft);
        out.documents.push_back(std::move(due));
    });
    std::stable_sort(out.documents.begin(), out.documents.end(), [](const DocumentDue& a, const DocumentDue& b) { return a.daysLeft.value_or(INT32_MAX) < b.daysLeft.value_or(INT32_MAX); });
    registry.each<clients::ScreeningHit>([&](const auto& record, const clients::ScreeningHit& hit) {
        if (hit.party == id)
            out.screening.emplace_back(record.id, hit);
    });
    registry.each<clients::Mandate>([&](const auto& record, const clients::Mandate& mandate) {
        if (mandate.subject == Node::of(id) || (mandate.subject.account.valid() && out.shares.count(mandate.subject.account) != 0))
            addMandate(out, record.id, mandate, book, prices);
    });
    registry.each<clients::Assessment>([&](const auto&, const clients::Assessment& assessment) {
        if (assessment.party == id && (!out.assessment || out.assessment->taken <= assessment.taken))
            out.assessment = assessment;
    });
    if (out.assessment)
        out.suitability = clients::suitabilityOf(out.assessment->profile, out.holdings.book);
    for (const TransferGroup& group : fees) {
        if (out.shares.count(group.account) == 0 || group.transfers.empty())
            continue;
        out.fees.push_back({group.tradeDate, group.account, Money(group.transfers.front().amount, group.transfers.front().asset.currency()), group.memo});
    }
    std::stable_sort(out.fees.begin(), out.fees.end(), [](const FeeRow& a, const FeeRow& b) { return b.date < a.date; });
    registry.each<clients::Task>([&](const auto& record, const clients::Task& task) {
        if (task.party == id && task.state == clients::TaskState::Open)
            out.tasks.emplace_back(record.id, task);
    });
    std::stable_sort(out.tasks.begin(), out.tasks.end(),
        [](const auto& a, const auto& b) { return a.second.due.value_or(Date(INT32_MAX)) < b.second.due.value_or(Date(INT32_MAX)); });
    registry.each<clients::Approval>([&](const auto& record, const clients::Approval& approval) {
        if (approval.party == id && approval.state == clients::ApprovalState::Waiting)
            out.approvals.emplace_back(record.id, approval);
    });
    return out;
}

} // namespace rialto
