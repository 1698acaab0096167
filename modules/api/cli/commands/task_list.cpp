// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/client_desk.h"

namespace rialto::cli {

namespace {

struct TaskListArguments {
    std::string client;
    std::string assignee;
    bool all = false;
};

int listTasks(Context& context, const TaskListArguments& given)
{
    const auto desk = ClientDesk::open(context);
    if (!desk)
        return kFailed;
    clients::PartyId only;
    if (!given.client.empty()) {
        const auto party = desk->party(given.client);
        if (!party)
            return context.fail(party.error());
        only = *party;
    }
    Json list = Json::array();
    std::vector<std::vector<std::string>> rows;
    desk->registry().each<clients::Task>([&](const auto& record, const clients::Task& task) {
        if ((!given.all && task.state != clients::TaskState::Open) || (only.valid() && task.party != only) || (!given.assignee.empty() && task.assignee != given.assignee))
            return;
        const std::string number = task.party.valid() ? desk->numberOf(clients::Node::of(task.party)) : std::string();
        const bool overdue = task.state == clients::TaskState::Open && task.due && *task.due < desk->today();
        const std::string due = task.due ? task.due->text() : std::string();
        list.push_back({{"id", record.id}, {"title", task.title}, {"client", number}, {"due", due.empty() ? Json(nullptr) : Json(due)}, {"overdue", overdue}, {"assignee", task.assignee},
            {"state", std::string(clients::name(task.state))}, {"note", task.note}});
        rows.push_back({std::to_string(record.id), task.title, number, due + (overdue ? " overdue" : ""), task.assignee, std::string(clients::name(task.state)), task.note});
    });
    return context.ok({{"day", desk->today().text()}, {"tasks", list}}, table({"id", "what", "client", "due", "who", "state", "note"}, rows));
}

} // namespace

Command taskListCommand()
{
    return {{"task", "list"}, "What is to be done, for whom and until when; what is past its day says so",
        {"rialtoctl task list", "rialtoctl task list --client P-1001 --all --json", "rialtoctl task list --assignee ada"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<TaskListArguments>();
            app.add_option("--client", given->client, "Only of this client, household or party");
            app.add_option("--assignee", given->assignee, "Only what this person is to do");
            app.add_flag("--all", given->all, "Also what is done or dropped");
            return [given](Context& context) { return listTasks(context, *given); };
        }};
}

} // namespace rialto::cli
