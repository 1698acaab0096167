// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/note_view.h"
#include "research/document.h"
#include "research/research_store.h"

#include <algorithm>

namespace rialto::cli {

namespace {

struct NoteListArguments {
    std::string symbol, client, query;
};

bool holds(const std::vector<std::string>& list, const std::string& wanted) { return wanted.empty() || std::find(list.begin(), list.end(), wanted) != list.end(); }

int list(Context& context, const NoteListArguments& arguments)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    auto desk = session->openResearch();
    if (!desk)
        return context.fail(desk.error());
    auto notes = (*desk)->notes();
    if (!notes)
        return context.fail(notes.error());
    std::erase_if(*notes, [&](const research::Note& note) { return !holds(note.symbols, arguments.symbol) || !holds(note.clients, arguments.client); });
    if (!arguments.query.empty()) {
        std::vector<research::Document> documents;
        for (const auto& note : *notes) {
            research::Document each;
            each.title = note.title;
            each.summary = note.body;
            documents.push_back(std::move(each));
        }
        std::vector<research::Note> found;
        for (const auto& hit : research::search(documents, arguments.query))
            found.push_back((*notes)[hit.index]);
        *notes = std::move(found);
    }
    Json rows = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const auto& note : *notes) {
        rows.push_back(noteJson(note, false));
        std::string symbols;
        for (const auto& each : note.symbols)
            symbols += (symbols.empty() ? "" : " ") + each;
        cells.push_back({std::to_string(note.id), isoUtc(note.time), note.rating, symbols, note.title});
    }
    return context.ok(Json{{"count", rows.size()}, {"notes", rows}}, cells.empty() ? "no notes; rialtoctl note add keeps one" : table({"id", "time", "rating", "instruments", "title"}, cells));
}

} // namespace

Command noteListCommand()
{
    return {{"note", "list"}, "Research notes, newest first", {"rialtoctl note list --symbol AAPL", "rialtoctl note list --search \"margin -guidance\" --json"}, [](CLI::App& app) -> Action {
                auto given = std::make_shared<NoteListArguments>();
                app.add_option("--symbol", given->symbol, "Only those about this instrument");
                app.add_option("--client", given->client, "Only those for this client number");
                app.add_option("--search", given->query, "Only those with these words; -word: without; Chinese too");
                return [given](Context& context) { return list(context, *given); };
            }};
}

} // namespace rialto::cli
