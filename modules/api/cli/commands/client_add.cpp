// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"

#include <fmt/format.h>

#include <algorithm>

namespace rialto::cli {

namespace {

struct ClientAddArguments {
    std::string number;
    std::string name;
    std::string nameZh;
    std::string kind = "person";
    std::string born;
    std::string country;
    std::string household;
    std::string currency;
    std::vector<std::string> owners;
    std::string by;
};

std::string freeNumber(const ClientDesk& desk)
{
    for (std::size_t n = 1001 + desk.book().clients.size();; ++n) {
        const std::string number = "C-" + std::to_string(n);
        const bool taken = desk.registry().partyByNumber(number).valid()
            || std::any_of(desk.book().clients.begin(), desk.book().clients.end(), [&](const Client& client) { return client.number == number; });
        if (!taken)
            return number;
    }
}

int addClient(Context& context, const ClientAddArguments& given)
{
    const auto kind = enumNamed<clients::PartyKind>(given.kind, 4);
    if (!kind)
        return context.fail(kind.error());
    const auto born = optionalDate(given.born);
    if (!born)
        return context.fail(born.error());
    const auto desk = ClientDesk::open(context, given.by);
    if (!desk)
        return kFailed;
    clients::Party party;
    party.kind = *kind;
    party.number = given.number.empty() ? freeNumber(*desk) : given.number;
    party.name = given.name.empty() ? given.nameZh : given.name;
    party.nameZh = given.nameZh;
    party.born = *born;
    party.country = given.country;
    std::string account;
    if (!given.currency.empty()) {
        if (*kind == clients::PartyKind::Household)
            return context.fail(invalid("clients.household-account", "a household owns through its members; open the account for one of them"));
        const auto currency = Currency::parse(given.currency);
        if (!currency)
            return context.fail(currency.error());
        const ClientId client(desk->book().clients.empty() ? 1 : desk->book().clients.back().id.value + 1);
        const AccountId id(desk->book().accounts.empty() ? 1 : desk->book().accounts.back().id.value + 1);
        account = "A-" + (party.number.starts_with("C-") ? party.number.substr(2) : party.number) + "-1";
        desk->staged().clients.push_back({client, HouseholdId(), party.number, party.name, party.nameZh, desk->today()});
        desk->staged().accounts.push_back({id, client, account, *currency, desk->today()});
        party.client = client;
    }
    const clients::PartyId id(desk->add(party));
    if (!given.household.empty()) {
        const auto household = desk->party(given.household);
        if (!household)
            return context.fail(household.error());
        desk->add(clients::Ownership{*household, clients::Node::of(id), clients::kWhole, "member"});
    }
    for (const std::string& owner : given.owners) {
        const std::size_t colon = owner.rfind(':');
        const auto share = colon == std::string::npos ? Result<std::int64_t>(clients::kWhole) : shareNamed(owner.substr(colon + 1));
        if (!share)
            return context.fail(share.error());
        const auto who = desk->party(owner.substr(0, colon));
        if (!who)
            return context.fail(who.error());
        desk->add(clients::Ownership{*who, clients::Node::of(id), *share, ""});
    }
    if (desk->commit(context) != kOk)
        return kFailed;
    Json json = partyJson(desk->registry(), id);
    if (!account.empty())
        json["account"] = account;
    return context.ok(json, fmt::format("{} {} is in the book{}.", party.number, party.name, account.empty() ? "" : " with account " + account));
}

} // namespace

Command addPartyVerb(std::vector<std::string> path, const char* summary, std::vector<std::string> examples, const char* kind)
{
    const std::string fixed = kind;
    return {std::move(path), summary, std::move(examples), [fixed](CLI::App& app) -> Action {
                auto given = std::make_shared<ClientAddArguments>();
                given->kind = fixed.empty() ? "person" : fixed;
                app.add_option("--name", given->name, "In Latin script");
                app.add_option("--name-zh", given->nameZh, "In Chinese");
                app.add_option("--number", given->number, "Default: the next free one");
                if (fixed.empty()) {
                    app.add_option("--kind", given->kind, "person, company or trust");
                    app.add_option("--born", given->born, "Date of birth or foundation");
                    app.add_option("--country", given->country, "Two letters");
                    app.add_option("--household", given->household, "Number of the household it belongs to");
                    app.add_option("--owner", given->owners, "Who owns it, as C-1001:60; may be repeated");
                    app.add_option("--currency", given->currency, "Also open an account in this currency");
                }
                app.add_option("--by", given->by, "Who enters it");
                return [given](Context& context) { return addClient(context, *given); };
            }};
}

Command clientAddCommand()
{
    return addPartyVerb({"client", "add"}, "Enter a person, company or trust, with owners, household and a first account",
        {"rialtoctl client add --name \"Ada Example\" --currency USD", "rialtoctl client add --name \"Example Holdings Ltd\" --kind company --owner C-1001:60 --owner C-1002:40 --json"}, "");
}

} // namespace rialto::cli
