// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct TaskAddArguments {
    std::string title;
    std::string client;
    std::string due;
    std::string assignee;
    std::string note;
    std::string by;
};

int addTask(Context& context, const TaskAddArguments& given)
{
    const auto due = optionalDate(given.due);
    if (!due)
        return context.fail(due.error());
    const auto desk = ClientDesk::open(context, given.by);
    if (!desk)
        return kFailed;
    clients::Task task{{}, given.title, *due, given.assignee, clients::TaskState::Open, given.note};
    if (!given.client.empty()) {
        const auto party = desk->party(given.client);
        if (!party)
            return context.fail(party.error());
        task.party = *party;
    }
    const std::uint64_t id = desk->add(std::move(task));
    if (desk->commit(context) != kOk)
        return kFailed;
    return context.ok({{"task", id}, {"title", given.title}}, fmt::format("Task {} is kept: {}{}.", id, given.title, given.due.empty() ? "" : ", due " + given.due));
}

} // namespace

Command taskAddCommand()
{
    return {{"task", "add"}, "Write down what is to be done, of a client or of the firm",
        {"rialtoctl task add \"Annual review\" --client P-1001 --due 2026-12-15 --assignee ada"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<TaskAddArguments>();
            app.add_option("title", given->title, "What is to be done")->required();
            app.add_option("--client", given->client, "Whom it is about; without: the firm");
            app.add_option("--due", given->due, "Day until which it is to be done");
            app.add_option("--assignee", given->assignee, "Who does it");
            app.add_option("--note", given->note, "Anything else");
            app.add_option("--by", given->by, "Who enters it");
            return [given](Context& context) { return addTask(context, *given); };
        }};
}

} // namespace rialto::cli
