// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"
#include "api/cli/text_file.h"
#include "clients/input/screening_list.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct ScreenArguments {
    std::string list;
    std::string number;
    std::string name;
    std::string nameZh;
    std::string born;
    std::string country;
    std::string threshold = "0.85";
    bool record = false;
    std::string by;
};

std::string scoreText(int score) { return formatDecimal(score, 3, 3); }

Json hitJson(const clients::ScreenHit& hit, const clients::ListEntry& entry)
{
    Json pairs = Json::array();
    for (const auto& pair : hit.pairs)
        pairs.push_back({{"asked", pair.asked}, {"listed", pair.listed}, {"score", scoreText(pair.score)}});
    Json json{{"entry", entry.id}, {"name", entry.names.front()}, {"matchedName", hit.matchedName}, {"score", scoreText(hit.score)}, {"words", pairs}, {"reasons", hit.reasons}};
    if (!entry.program.empty())
        json["program"] = entry.program;
    if (!entry.country.empty())
        json["country"] = entry.country;
    return json;
}

std::string hitText(const clients::ScreenHit& hit, const clients::ListEntry& entry)
{
    std::string text = fmt::format("  {}  {} ({}){}\n", scoreText(hit.score), hit.matchedName, entry.id, entry.program.empty() ? "" : ", " + entry.program);
    for (const auto& pair : hit.pairs)
        text += fmt::format("         {} ~ {} {}\n", pair.asked, pair.listed, scoreText(pair.score));
    for (const auto& reason : hit.reasons)
        text += "         " + reason + "\n";
    return text;
}

/// One a party: a decision that was made before stays.
void recordHits(ClientDesk& desk, clients::PartyId party, const std::string& list, const std::vector<clients::ScreenHit>& hits, const clients::Screener& screener, std::size_t& fresh)
{
    for (const auto& hit : hits) {
        const auto& entry = screener.list()[hit.entry];
        bool known = false;
        desk.registry().each<clients::ScreeningHit>(
            [&](const auto&, const clients::ScreeningHit& before) { known = known || (before.party == party && before.list == list && before.entry == entry.id); });
        if (known)
            continue;
        ++fresh;
        desk.add(clients::ScreeningHit{party, list, entry.id, hit.matchedName, hit.score, clients::HitDecision::Open, ""});
    }
}

int screenNames(Context& context, const ScreenArguments& given)
{
    const auto limit = parseDecimal(given.threshold, 3);
    if (!limit || *limit < 500 || *limit > 1000)
        return context.fail(invalid("screening.threshold", "--threshold lies between 0.5 and 1, not " + given.threshold));
    const auto born = optionalDate(given.born);
    if (!born)
        return context.fail(born.error());
    const auto text = readTextFile(given.list);
    if (!text)
        return context.fail(text.error());
    auto list = clients::readScreeningList(*text);
    if (!list)
        return context.fail({list.error().kind, list.error().code, given.list + ": " + list.error().detail});
    const clients::Screener screener(std::move(*list));
    const std::size_t slash = given.list.find_last_of("/\\");
    const std::string listName = slash == std::string::npos ? given.list : given.list.substr(slash + 1);
    Json results = Json::array();
    std::string shown;
    std::size_t hitCount = 0;
    std::size_t fresh = 0;
    const auto look = [&](const std::string& number, const clients::ScreenedName& who) {
        const auto hits = screener.screen(who, static_cast<int>(*limit));
        if (hits.empty() && number != given.number)
            return hits;
        Json json{{"number", number}, {"name", who.name}, {"hits", Json::array()}};
        shown += fmt::format("{} {} {}: {}\n", number, who.name, who.nameZh, hits.empty() ? "no hit" : std::to_string(hits.size()) + (hits.size() == 1 ? " hit" : " hits"));
        for (const auto& hit : hits) {
            json["hits"].push_back(hitJson(hit, screener.list()[hit.entry]));
            shown += hitText(hit, screener.list()[hit.entry]);
        }
        hitCount += hits.size();
        results.push_back(std::move(json));
        return hits;
    };
    std::size_t screened = 0;
    if (!given.name.empty() || !given.nameZh.empty()) {
        screened = 1;
        look(given.number, {given.name, given.nameZh, *born, given.country});
    } else {
        const auto desk = ClientDesk::open(context, given.by);
        if (!desk)
            return kFailed;
        std::vector<clients::PartyId> parties;
        if (!given.number.empty()) {
            const auto party = desk->party(given.number);
            if (!party)
                return context.fail(party.error());
            parties.push_back(*party);
        } else {
            for (const Client& client : desk->book().clients) // adopts those without a record
                if (const auto party = desk->party(client.number); !party)
                    return context.fail(party.error());
            desk->registry().each<clients::Party>([&](const auto& each, const clients::Party&) { parties.emplace_back(each.id); });
            for (const auto& staged : desk->staged().records)
                parties.emplace_back(staged.id);
        }
        const auto staged = desk->staged().records;
        for (const auto& id : parties) {
            const clients::Party* party = desk->registry().party(id);
            for (const auto& each : staged)
                if (party == nullptr && each.id == id.value)
                    party = std::get_if<clients::Party>(&each.body);
            if (party == nullptr || party->kind == clients::PartyKind::Household)
                continue;
            ++screened;
            recordHits(*desk, id, listName, look(party->number, {party->name, party->nameZh, party->born, party->country}), screener, fresh);
        }
        if (given.record && !desk->staged().records.empty() && desk->commit(context) != kOk)
            return kFailed;
    }
    if (shown.empty())
        shown = "No hit.\n";
    return context.ok({{"list", listName}, {"entries", screener.list().size()}, {"screened", screened}, {"hits", hitCount}, {"recorded", given.record ? fresh : 0}, {"results", results},
                          {"conventions", {{"score", "Jaro-Winkler of words paired best first, weighted by letters; 1 is equal"}, {"threshold", given.threshold},
                                              {"script", "any script to Latin letters (ICU), Chinese characters compared in simplified form"}}}},
        shown);
}

} // namespace

Command clientScreenCommand()
{
    return {{"client", "screen"}, "Compare names with a list of sanctioned or exposed persons; every hit says why",
        {"rialtoctl client screen --list sdn.csv --name \"Jon Smyth\" --born 1962-05-17", "rialtoctl client screen --list list.csv --book mybook --record --json",
            "rialtoctl client screen --list list.csv --client C-1003"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<ScreenArguments>();
            app.add_option("--list", given->list, "CSV: name,id,aliases,name_zh,type,country,date_of_birth,program; or SDN.CSV of the US Treasury")->required();
            app.add_option("--client", given->number, "Only this party; default: everybody in the book");
            app.add_option("--name", given->name, "Screen this name, without a book");
            app.add_option("--name-zh", given->nameZh, "Screen this Chinese name, without a book");
            app.add_option("--born", given->born, "Date of birth of --name");
            app.add_option("--country", given->country, "Country of --name");
            app.add_option("--threshold", given->threshold, "Least score, 0.5 to 1")->capture_default_str();
            app.add_flag("--record", given->record, "Keep new hits in the book, to be decided");
            app.add_option("--by", given->by, "Who screens");
            return [given](Context& context) { return screenNames(context, *given); };
        }};
}

} // namespace rialto::cli
