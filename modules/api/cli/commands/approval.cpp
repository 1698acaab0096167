// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/client_desk.h"

namespace rialto::cli {

namespace {

struct ApprovalArguments {
    std::string ask;
    std::string client;
    std::uint64_t approve = 0;
    std::uint64_t refuse = 0;
    std::string reason;
    std::string by;
};

int listApprovals(Context& context, ClientDesk& desk)
{
    Json list = Json::array();
    std::vector<std::vector<std::string>> rows;
    desk.registry().each<clients::Approval>([&](const auto& record, const clients::Approval& approval) {
        const std::string number = approval.party.valid() ? desk.numberOf(clients::Node::of(approval.party)) : std::string();
        list.push_back({{"id", record.id}, {"title", approval.title}, {"client", number}, {"requestedBy", approval.requestedBy}, {"state", std::string(clients::name(approval.state))},
            {"decidedBy", approval.decidedBy}, {"reason", approval.reason}});
        rows.push_back({std::to_string(record.id), approval.title, number, approval.requestedBy, std::string(clients::name(approval.state)), approval.decidedBy});
    });
    return context.ok({{"approvals", list}}, table({"id", "what", "client", "asked by", "state", "decided by"}, rows));
}

int approvals(Context& context, const ApprovalArguments& given)
{
    const auto desk = ClientDesk::open(context, given.by);
    if (!desk)
        return kFailed;
    const std::uint64_t id = given.approve != 0 ? given.approve : given.refuse;
    if (id != 0) {
        const auto* record = desk->registry().find(clients::RecordKind::Approval, id);
        if (record == nullptr)
            return context.fail(notFound("cli.record-unknown", "approval " + std::to_string(id)));
        auto body = std::get<clients::Approval>(record->body);
        body.state = given.approve != 0 ? clients::ApprovalState::Approved : clients::ApprovalState::Refused;
        body.decidedBy = given.by;
        body.reason = given.reason;
        if (const auto changed = desk->change(id, std::move(body)); !changed)
            return context.fail(changed.error());
    } else if (!given.ask.empty()) {
        clients::Approval body;
        if (!given.client.empty()) {
            const auto party = desk->party(given.client);
            if (!party)
                return context.fail(party.error());
            body.party = *party;
        }
        body.title = given.ask;
        body.requestedBy = given.by;
        desk->add(std::move(body));
    }
    if (!desk->staged().records.empty() && desk->commit(context) != kOk)
        return kFailed;
    return listApprovals(context, *desk);
}

} // namespace

Command approvalCommand()
{
    return {{"approval"}, "The inbox of what waits for a second person: ask, approve, refuse, list",
        {"rialtoctl approval", "rialtoctl approval --ask \"Open account for C-1001\" --client C-1001 --by ada", "rialtoctl approval --approve 1 --by grace --json"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<ApprovalArguments>();
            app.add_option("--ask", given->ask, "What is asked for");
            app.add_option("--client", given->client, "Whom it is about");
            app.add_option("--approve", given->approve, "Number of what is granted");
            app.add_option("--refuse", given->refuse, "Number of what is not");
            app.add_option("--reason", given->reason, "Why");
            app.add_option("--by", given->by, "Who asks or decides");
            return [given](Context& context) { return approvals(context, *given); };
        }};
}

} // namespace rialto::cli
