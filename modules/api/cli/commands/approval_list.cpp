// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/desk_verbs.h"

namespace rialto::cli {

Command approvalListCommand()
{
    return {{"approval", "list"}, "What waits for a second person, and what was decided",
        {"rialtoctl approval list --user carla --book mybook", "rialtoctl approval list --waiting --user carla --json"}, [](CLI::App& app) -> Action {
            auto waiting = std::make_shared<bool>(false);
            app.add_flag("--waiting", *waiting, "Only what is not decided");
            return [waiting](Context& context) {
                return withDesk(context, [&](BookSession&, SecurityDesk& desk) {
                    const auto all = desk.approvals();
                    if (!all)
                        return context.fail(all.error());
                    Json list = Json::array();
                    std::vector<std::vector<std::string>> rows;
                    for (const auto& each : *all) {
                        if (*waiting && each.state != security::ApprovalState::Waiting)
                            continue;
                        const std::string state(security::name(each.state));
                        list.push_back({{"approval", each.id}, {"requester", each.requester}, {"requested", isoWall(each.requested)}, {"subject", each.subject}, {"rule", each.reason}, {"state", state},
                            {"decider", each.decider}, {"remark", each.remark}});
                        rows.push_back({std::to_string(each.id), each.requester, isoWall(each.requested), each.subject, each.reason, state, each.decider});
                    }
                    return context.ok({{"approvals", list}}, table({"approval", "asked by", "at", "what", "rule", "state", "decided by"}, rows));
                });
            };
        }};
}

} // namespace rialto::cli
