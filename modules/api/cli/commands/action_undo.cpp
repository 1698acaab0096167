// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/action_json.h"

#include <fmt/format.h>

#include <map>

namespace rialto::cli {

namespace {

int listActions(Context& context, const Engine& engine)
{
    struct Seen {
        std::string terms;
        Date date;
        std::size_t accounts = 0;
        std::size_t reversed = 0;
    };
    std::map<std::string, Seen> actions;
    for (const auto& group : engine.ledger().groups()) {
        if (!group.key.starts_with(kActionPrefix))
            continue;
        const std::string id = group.key.substr(kActionPrefix.size(), group.key.rfind('/') - kActionPrefix.size());
        Seen& seen = actions[id];
        seen.terms = group.memo;
        seen.date = group.tradeDate;
        ++seen.accounts;
        seen.reversed += engine.ledger().contains("reversal:" + group.key) ? 1 : 0;
    }
    Json list = Json::array();
    std::string text;
    for (const auto& [id, seen] : actions) {
        list.push_back({{"id", id}, {"terms", seen.terms}, {"date", seen.date.text()}, {"accounts", seen.accounts}, {"undone", seen.reversed == seen.accounts}});
        text += fmt::format("{}  {}  {}  {} accounts{}\n", id, seen.date.text(), seen.terms, seen.accounts, seen.reversed == seen.accounts ? ", undone" : "");
    }
    return context.ok({{"actions", list}}, list.empty() ? "No corporate action stands in this book." : text);
}

int undoTerms(Context& context, const std::string& id)
{
    const auto session = context.open();
    if (!session)
        return kFailed;
    if (id.empty()) {
        int code = kOk;
        session->services().query([&](const Engine& engine) { code = listActions(context, engine); });
        return code;
    }
    Result<Reply> reply = unavailable("cli.no-answer");
    session->services().command(UndoAction{id}, [&](const Result<Reply>& answer) { reply = answer; });
    if (!reply)
        return context.fail(reply.error());
    if (!reply->accepted)
        return context.fail(reply->refusals);
    return context.ok({{"id", id}, {"alreadyUndone", reply->repeated}}, reply->repeated ? "It was undone before." : id + " is undone by reversal.");
}

} // namespace

Command actionUndoCommand()
{
    return {{"action", "undo"}, "Take a corporate action back by reversing it; without an id, list them", {"rialtoctl action undo split-MERI-2026-03-02", "rialtoctl action undo --json"},
        [](CLI::App& app) -> Action {
            auto id = std::make_shared<std::string>();
            app.add_option("id", *id, "As it was posted");
            return [id](Context& context) { return undoTerms(context, *id); };
        }};
}

} // namespace rialto::cli
