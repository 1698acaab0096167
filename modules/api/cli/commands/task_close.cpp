// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct TaskCloseArguments {
    std::uint64_t id = 0;
    bool dropped = false;
    bool reopened = false;
    std::string note;
    std::string by;
};

int closeTask(Context& context, const TaskCloseArguments& given)
{
    const auto desk = ClientDesk::open(context, given.by);
    if (!desk)
        return kFailed;
    const auto* record = desk->registry().find(clients::RecordKind::Task, given.id);
    if (record == nullptr)
        return context.fail(notFound("cli.record-unknown", "task " + std::to_string(given.id)));
    auto task = std::get<clients::Task>(record->body);
    task.state = given.reopened ? clients::TaskState::Open : given.dropped ? clients::TaskState::Dropped : clients::TaskState::Done;
    if (!given.note.empty())
        task.note = given.note;
    const std::string title = task.title;
    const std::string state(clients::name(task.state));
    if (const auto changed = desk->change(given.id, std::move(task)); !changed)
        return context.fail(changed.error());
    if (desk->commit(context) != kOk)
        return kFailed;
    return context.ok({{"task", given.id}, {"state", state}}, fmt::format("Task {} ({}) is {}.", given.id, title, state));
}

} // namespace

Command taskCloseCommand()
{
    return {{"task", "close"}, "A task is done, or dropped, or open again",
        {"rialtoctl task close 12 --note \"by phone\"", "rialtoctl task close 12 --dropped", "rialtoctl task close 12 --reopen"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<TaskCloseArguments>();
            app.add_option("task", given->id, "Its number")->required();
            auto* dropped = app.add_flag("--dropped", given->dropped, "It will not be done");
            app.add_flag("--reopen", given->reopened, "It is open again")->excludes(dropped);
            app.add_option("--note", given->note, "How it went");
            app.add_option("--by", given->by, "Who did it");
            return [given](Context& context) { return closeTask(context, *given); };
        }};
}

} // namespace rialto::cli
