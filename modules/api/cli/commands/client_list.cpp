// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/client_desk.h"

#include <algorithm>

namespace rialto::cli {

namespace {

bool textFound(const std::string& text, const std::string& part)
{
    const auto same = [](char a, char b) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        return lower(a) == lower(b);
    };
    return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

int listClients(Context& context, const std::string& search, bool households)
{
    const auto desk = ClientDesk::open(context);
    if (!desk)
        return kFailed;
    const auto accounts = accountsById(desk->book());
    Json list = Json::array();
    std::vector<std::vector<std::string>> rows;
    const auto add = [&](Json json, std::size_t owned) {
        if (!search.empty() && !textFound(json["number"], search) && !textFound(json["name"], search) && json.value("nameZh", "").find(search) == std::string::npos)
            return;
        json["accounts"] = owned;
        rows.push_back({json["number"], json["kind"], json["name"], json.value("nameZh", ""), json.value("household", ""), std::to_string(owned)});
        list.push_back(std::move(json));
    };
    desk->registry().each<clients::Party>([&](const auto& record, const clients::Party& party) {
        if (households != (party.kind == clients::PartyKind::Household))
            return;
        const clients::PartyId id(record.id);
        Json json = partyJson(desk->registry(), id);
        if (households) {
            json["members"] = Json::array();
            for (const auto& row : desk->registry().directly(id, accounts))
                json["members"].push_back(desk->numberOf(row.node));
        }
        add(std::move(json), desk->registry().lookThrough(id, accounts).size());
    });
    if (!households)
        for (const Client& client : desk->book().clients)
            if (!desk->registry().partyOf(client.id).valid()) {
                Json json{{"number", client.number}, {"kind", "person"}, {"name", client.name}};
                if (!client.nameZh.empty())
                    json["nameZh"] = client.nameZh;
                json["recorded"] = false;
                add(std::move(json), static_cast<std::size_t>(std::count_if(accounts.begin(), accounts.end(), [&](const auto& each) { return each.second.client == client.id; })));
            }
    return context.ok({{households ? "households" : "clients", list}}, table({"number", "kind", "name", "Chinese", "household", "accounts"}, rows));
}

} // namespace

Command listPartiesVerb(std::vector<std::string> path, const char* summary, std::vector<std::string> examples, bool households)
{
    return {std::move(path), summary, std::move(examples), [households](CLI::App& app) -> Action {
                auto search = std::make_shared<std::string>();
                app.add_option("--search", *search, "Part of a number or name");
                return [search, households](Context& context) { return listClients(context, *search, households); };
            }};
}

Command clientListCommand()
{
    return listPartiesVerb({"client", "list"}, "Persons, companies and trusts of a book", {"rialtoctl client list", "rialtoctl client list --search hart --json"}, false);
}

} // namespace rialto::cli
