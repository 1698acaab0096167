// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/input_text.h"
#include "api/cli/note_view.h"
#include "research/research_store.h"

namespace rialto::cli {

namespace {

struct NoteArguments {
    research::Note note;
    std::string body, file, target;
    std::int64_t edit = 0;
};

int add(Context& context, const NoteArguments& arguments)
{
    research::Note note = arguments.note;
    note.body = arguments.body;
    if (!arguments.file.empty()) {
        auto text = inputText(arguments.file);
        if (!text)
            return context.fail(text.error());
        note.body = std::move(*text);
    }
    if (!arguments.target.empty()) {
        const auto target = Decimal::parse(arguments.target);
        if (!target)
            return context.fail(target.error());
        note.target = *target;
    }
    const auto session = context.open();
    if (!session)
        return kFailed;
    auto desk = session->openResearch();
    if (!desk)
        return context.fail(desk.error());
    if (arguments.edit != 0) {
        const auto history = (*desk)->noteHistory(arguments.edit);
        if (!history)
            return context.fail(history.error());
        // What is not given stays as it was.
        const research::Note& last = history->back();
        note.id = last.id;
        if (note.title.empty())
            note.title = last.title;
        if (note.body.empty())
            note.body = last.body;
        if (note.rating.empty())
            note.rating = last.rating;
        if (!note.target) {
            note.target = last.target;
            note.currency = last.currency;
        }
        if (note.author.empty())
            note.author = last.author;
        if (note.symbols.empty())
            note.symbols = last.symbols;
        if (note.clients.empty())
            note.clients = last.clients;
    }
    note.time = wallClock();
    const auto kept = (*desk)->putNote(note);
    if (!kept)
        return context.fail(kept.error());
    return context.ok(noteJson(*kept, true), "note " + std::to_string(kept->id) + ", revision " + std::to_string(kept->revision));
}

} // namespace

Command noteAddCommand()
{
    return {{"note", "add"}, "Keep a research note, or a new revision of one",
        {"rialtoctl note add --title \"Margins hold\" --symbol AAPL --rating buy --target 240 --currency USD --file note.md",
            "rialtoctl note add --edit 3 --rating hold --text \"Fairly valued now.\" --json"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<NoteArguments>();
            app.add_option("--title", given->note.title, "One line");
            app.add_option("--text", given->body, "The note, in Markdown");
            app.add_option("--file", given->file, "A Markdown file that holds it");
            app.add_option("--symbol", given->note.symbols, "Instruments it is about");
            app.add_option("--client", given->note.clients, "Numbers of clients it is for");
            app.add_option("--rating", given->note.rating, "sell, underperform, hold, outperform or buy");
            app.add_option("--target", given->target, "Target price");
            app.add_option("--currency", given->note.currency, "Currency of the target, such as USD");
            app.add_option("--author", given->note.author, "Who writes");
            app.add_option("--edit", given->edit, "Id of the note that gets a new revision; what is not given stays");
            return [given](Context& context) { return add(context, *given); };
        }};
}

} // namespace rialto::cli
