// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/note_view.h"
#include "research/research_store.h"

namespace rialto::cli {

namespace {

int show(Context& context, std::int64_t id, bool history)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    auto desk = session->openResearch();
    if (!desk)
        return context.fail(desk.error());
    const auto revisions = (*desk)->noteHistory(id);
    if (!revisions)
        return context.fail(revisions.error());
    Json document = noteJson(revisions->back(), true);
    Json all = Json::array();
    std::string text = noteText(revisions->back());
    for (const auto& each : *revisions) {
        all.push_back(noteJson(each, history));
        if (history && each.revision != revisions->back().revision)
            text += "\n\n-- before --\n" + noteText(each);
    }
    document["history"] = all;
    return context.ok(document, text);
}

} // namespace

Command noteShowCommand()
{
    return {{"note", "show"}, "One research note with its revisions", {"rialtoctl note show 3", "rialtoctl note show 3 --history --json"}, [](CLI::App& app) -> Action {
                auto id = std::make_shared<std::int64_t>(0);
                auto history = std::make_shared<bool>(false);
                app.add_option("id", *id, "Number of the note")->required();
                app.add_flag("--history", *history, "The texts of former revisions too");
                return [id, history](Context& context) { return show(context, *id, *history); };
            }};
}

} // namespace rialto::cli
