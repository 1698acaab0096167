// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

int undo(Context& context, const std::string& batch)
{
    BookOptions how;
    how.create = false;
    const auto session = context.open(how);
    if (!session)
        return kFailed;
    if (batch.empty()) {
        Json list = Json::array();
        std::string text;
        session->services().query([&](const Engine& engine) {
            for (const auto& [id, each] : importedBatches(engine.ledger())) {
                list.push_back({{"batch", id}, {"entries", each.groups.size()}, {"undone", each.undone()}});
                text += fmt::format("{}  {} entries{}\n", id, each.groups.size(), each.undone() ? ", undone" : "");
            }
        });
        return context.ok({{"batches", list}}, list.empty() ? "No statement was imported into this book." : text);
    }
    Result<Reply> reply = unavailable("cli.no-answer");
    session->services().command(UndoStatement{batch}, [&](const Result<Reply>& answer) { reply = answer; });
    if (!reply)
        return context.fail(reply.error());
    if (!reply->accepted)
        return context.fail(reply->refusals);
    std::size_t entries = 0;
    session->services().query([&](const Engine& engine) { entries = importedBatches(engine.ledger()).at(batch).reversed; });
    return context.ok({{"batch", batch}, {"reversed", reply->repeated ? 0 : entries}, {"alreadyUndone", reply->repeated}},
        reply->repeated ? "The batch was undone before." : fmt::format("{} entries were taken back by reversal.", entries));
}

} // namespace

Command statementUndoCommand()
{
    return {{"statement", "undo"}, "Take an imported batch back by reversing entries; without a batch, list them",
        {"rialtoctl statement undo 3f2a9c01d4e7 --book mybook", "rialtoctl statement undo --json"}, [](CLI::App& app) -> Action {
            auto batch = std::make_shared<std::string>();
            app.add_option("batch", *batch, "As the import named it");
            return [batch](Context& context) { return undo(context, *batch); };
        }};
}

} // namespace rialto::cli
