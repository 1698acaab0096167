// SPDX-License-Identifier: GPL-3.0-or-later
// ClientOverview: everything about one party on a day, gathered for the 360-degree page and `client show`: who owns what, what
// it is worth, what is due, what is broken. Pure; any thread.
#pragma once

#include "clients/suitability/questionnaire.h"
#include "services/client_holdings.h"

#include <optional>
#include <string>
#include <vector>

namespace rialto {

enum class DueState { Fine, DueSoon, Overdue };

struct DocumentDue {
    std::uint64_t id = 0;
    clients::Document document;
    DueState state = DueState::Fine;
    std::optional<int> daysLeft;
};
struct MandateState {
    std::uint64_t id = 0;
    clients::Mandate mandate;
    std::vector<clients::MandateRule> rules;
    std::vector<clients::RuleOutcome> outcomes;  // point into rules
    std::optional<Error> malformed;
    int broken = 0;
};
struct FeeRow {
    Date date;
    AccountId account;
    Money amount;
    std::string memo;
};

struct ClientOverview {
    clients::PartyId id;
    clients::Party party;
    clients::PartyId household;
    std::vector<clients::TreeRow> tree;          // of the household, else of the party
    std::map<AccountId, std::int64_t> shares;    // of the party
    ClientHoldings holdings;
    std::optional<clients::Kyc> kyc;
    DueState kycState = DueState::Overdue;       // without a review: overdue
    std::optional<int> kycDaysLeft;
    std::vector<clients::Contact> contacts;
    std::vector<DocumentDue> documents;          // soonest first
    std::vector<std::pair<std::uint64_t, clients::ScreeningHit>> screening;
    std::vector<MandateState> mandates;          // of the party and of its accounts
    int breaches = 0;                            // rules broken by mandates in force, warnings left out
    std::optional<clients::Assessment> assessment;
    std::optional<clients::Suitability> suitability;
    std::vector<FeeRow> fees;                    // newest first
    std::vector<std::pair<std::uint64_t, clients::Task>> tasks;       // open ones, soonest first
    std::vector<std::pair<std::uint64_t, clients::Approval>> approvals; // waiting
};

/// How many days before its day a document or review counts as due soon.
inline constexpr int kDueSoonDays = 60;
DueState dueState(const std::optional<Date>& day, Date today, std::optional<int>* daysLeft = nullptr);

/// `fees`: the fee groups of the book. A party that is not there gives nothing.
std::optional<ClientOverview> overviewOf(const BookSnapshot& book, clients::PartyId party, const Currency& base, const PriceHistory& prices, Date today,
    const std::vector<TransferGroup>& fees);

/// Fee groups of the whole ledger, in order.
std::vector<TransferGroup> feeGroups(AppServices& services);

} // namespace rialto
