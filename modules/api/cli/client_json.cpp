// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/client_desk.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

std::string dayOrEmpty(const std::optional<Date>& day) { return day ? day->text() : std::string(); }

const char* dueWord(DueState state) { return state == DueState::Fine ? "fine" : state == DueState::DueSoon ? "due-soon" : "overdue"; }

std::string thousandth(int score) { return formatDecimal(score, 3, 3); }

Json nodeJson(const clients::TreeRow& row, const ClientDesk& desk)
{
    Json json{{"depth", row.depth}, {"number", desk.numberOf(row.node)}};
    if (row.node.account.valid()) {
        json["kind"] = "account";
    } else if (const clients::Party* party = desk.registry().party(row.node.party)) {
        json["kind"] = std::string(clients::name(party->kind));
        json["name"] = party->name;
    }
    json["share"] = formatDecimal(row.share, 8, 0);
    json["effective"] = formatDecimal(row.effective, 8, 0);
    if (!row.role.empty())
        json["role"] = row.role;
    return json;
}

} // namespace

Json partyJson(const clients::ClientRegistry& registry, clients::PartyId id)
{
    const clients::Party* party = registry.party(id);
    if (party == nullptr)
        return nullptr;
    Json json{{"number", party->number}, {"kind", std::string(clients::name(party->kind))}, {"name", party->name}};
    if (!party->nameZh.empty())
        json["nameZh"] = party->nameZh;
    if (party->born)
        json["born"] = party->born->text();
    if (!party->country.empty())
        json["country"] = party->country;
    if (const auto household = registry.householdOf(id); household.valid() && household != id)
        json["household"] = registry.party(household)->number;
    json["closed"] = party->closed;
    return json;
}

Json outcomesJson(const std::vector<clients::RuleOutcome>& outcomes, const Currency& base)
{
    Json list = Json::array();
    for (const auto& outcome : outcomes)
        list.push_back({{"line", outcome.rule->line}, {"rule", outcome.rule->text}, {"severity", outcome.rule->warning ? "warn" : "block"}, {"kept", outcome.kept}, {"measured", outcome.measured},
            {"breaks", outcome.why}, {"excess", Money(outcome.excess, base).text()}});
    return list;
}

std::string outcomesText(const std::vector<clients::RuleOutcome>& outcomes, const Currency& base)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& outcome : outcomes)
        rows.push_back({outcome.kept ? "kept" : outcome.rule->warning ? "WARN" : "BROKEN", outcome.rule->text, outcome.measured, outcome.why,
            outcome.excess == 0 ? std::string("-") : Money(outcome.excess, base).text() + " " + base.code()});
    return table({"state", "rule", "measured", "because of", "excess"}, rows);
}

Json overviewJson(const ClientOverview& overview, ClientDesk& desk)
{
    Json json = partyJson(desk.registry(), overview.id);
    const Currency& base = overview.holdings.base;
    json["currency"] = base.code();
    json["total"] = overview.holdings.total.text();
    json["cash"] = overview.holdings.cash.text();
    json["accounts"] = Json::array();
    for (const auto& [account, share] : overview.shares)
        json["accounts"].push_back({{"account", desk.numberOf(clients::Node::of(account))}, {"share", formatDecimal(share, 8, 0)}});
    json["tree"] = Json::array();
    for (const auto& row : overview.tree)
        json["tree"].push_back(nodeJson(row, desk));
    json["holdings"] = Json::array();
    for (const auto& holding : overview.holdings.holdings) {
        const Instrument* instrument = desk.book().instrument(holding.instrument);
        json["holdings"].push_back({{"account", desk.numberOf(clients::Node::of(holding.account))}, {"symbol", instrument->symbol}, {"quantity", holding.quantity.text()},
            {"value", holding.value.text()}, {"currency", holding.value.currency().code()}, {"base", holding.base.text()}});
    }
    json["missing"] = overview.holdings.missing;
    json["kyc"] = overview.kyc ? Json{{"status", std::string(clients::name(overview.kyc->status))}, {"rating", std::string(clients::name(overview.kyc->rating))},
                      {"exposed", overview.kyc->exposed}, {"reviewed", dayOrEmpty(overview.kyc->reviewed)}, {"nextReview", dayOrEmpty(overview.kyc->nextReview)},
                      {"state", dueWord(overview.kycState)}}
                                 : Json{{"status", "not-started"}, {"state", "overdue"}};
    json["contacts"] = Json::array();
    for (const auto& contact : overview.contacts)
        json["contacts"].push_back({{"kind", std::string(clients::name(contact.kind))}, {"value", contact.value}});
    json["documents"] = Json::array();
    for (const auto& due : overview.documents)
        json["documents"].push_back({{"id", due.id}, {"kind", std::string(clients::name(due.document.kind))}, {"number", due.document.number}, {"expires", dayOrEmpty(due.document.expires)},
            {"state", dueWord(due.state)}});
    json["screening"] = Json::array();
    for (const auto& [id, hit] : overview.screening)
        json["screening"].push_back({{"id", id}, {"list", hit.list}, {"entry", hit.entry}, {"name", hit.entryName}, {"score", thousandth(hit.score)},
            {"decision", std::string(clients::name(hit.decision))}, {"reason", hit.reason}});
    json["mandates"] = Json::array();
    for (const auto& mandate : overview.mandates)
        json["mandates"].push_back({{"id", mandate.id}, {"name", mandate.mandate.name}, {"subject", desk.numberOf(mandate.mandate.subject)}, {"inForce", mandate.mandate.inForce},
            {"broken", mandate.broken}, {"rules", outcomesJson(mandate.outcomes, base)}});
    json["breaches"] = overview.breaches;
    if (overview.assessment) {
        json["assessment"] = {{"questionnaire", overview.assessment->questionnaire}, {"score", thousandth(overview.assessment->score)},
            {"profile", std::string(clients::name(overview.assessment->profile))}, {"taken", overview.assessment->taken.text()}};
        json["suitability"] = {{"risk", thousandth(overview.suitability->portfolioRisk)}, {"limit", thousandth(overview.suitability->limit)}, {"suits", overview.suitability->suits}};
    }
    json["fees"] = Json::array();
    for (const auto& fee : overview.fees)
        json["fees"].push_back({{"date", fee.date.text()}, {"account", desk.numberOf(clients::Node::of(fee.account))}, {"amount", fee.amount.text()},
            {"currency", fee.amount.currency().code()}, {"memo", fee.memo}});
    json["tasks"] = Json::array();
    for (const auto& [id, task] : overview.tasks)
        json["tasks"].push_back({{"id", id}, {"title", task.title}, {"due", dayOrEmpty(task.due)}, {"assignee", task.assignee}});
    json["approvals"] = Json::array();
    for (const auto& [id, approval] : overview.approvals)
        json["approvals"].push_back({{"id", id}, {"title", approval.title}, {"requestedBy", approval.requestedBy}});
    return json;
}

std::string overviewText(const ClientOverview& overview, ClientDesk& desk)
{
    const Currency& base = overview.holdings.base;
    std::string text = fmt::format("{} {} {}\n", overview.party.number, overview.party.name, overview.party.nameZh);
    text += fmt::format("worth {} {}, of it cash {}\n\n", overview.holdings.total.text(), base.code(), overview.holdings.cash.text());
    for (const auto& row : overview.tree) {
        const clients::Party* party = desk.registry().party(row.node.party);
        text += fmt::format("{}{} {}{}\n", std::string(static_cast<std::size_t>(row.depth) * 2, ' '), desk.numberOf(row.node), party != nullptr ? party->name : std::string("account"),
            row.depth == 0 ? std::string() : "  " + clients::shareText(row.share) + (row.effective != row.share ? " (" + clients::shareText(row.effective) + " in all)" : ""));
    }
    text += fmt::format("\nKYC {}, {}\n", overview.kyc ? std::string(clients::name(overview.kyc->status)) : "not-started", dueWord(overview.kycState));
    for (const auto& due : overview.documents)
        text += fmt::format("{} {} expires {} ({})\n", clients::name(due.document.kind), due.document.number, due.document.expires ? due.document.expires->text() : "never", dueWord(due.state));
    for (const auto& mandate : overview.mandates)
        text += "\n" + mandate.mandate.name + (mandate.mandate.inForce ? "" : " (not in force)") + "\n" + outcomesText(mandate.outcomes, base);
    for (const auto& [id, task] : overview.tasks)
        text += fmt::format("task {}: {}{}\n", id, task.title, task.due ? ", due " + task.due->text() : std::string());
    return text;
}

} // namespace rialto::cli
