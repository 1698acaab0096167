// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_verbs.h"

namespace rialto::cli {

Command approvalDecideCommand()
{
    struct DecideOptions {
        std::int64_t id = 0;
        std::string answer;
        std::string remark;
    };
    return {{"approval", "decide"}, "Approve what another user asked for, which carries it out, or refuse it",
        {"rialtoctl approval decide 3 approve --user carla --book mybook", "rialtoctl approval decide 3 refuse --remark 'too large' --user carla"}, [](CLI::App& app) -> Action {
            auto options = std::make_shared<DecideOptions>();
            app.add_option("approval", options->id, "Its number")->required();
            app.add_option("answer", options->answer, "approve or refuse")->required()->check(CLI::IsMember({"approve", "refuse"}));
            app.add_option("--remark", options->remark, "Kept with the decision");
            return [options](Context& context) {
                return withDesk(context, [&](BookSession& session, SecurityDesk&) {
                    Result<Reply> reply = unavailable("cli.no-answer");
                    const bool approve = options->answer == "approve";
                    session.services().decideApproval(options->id, approve, options->remark, [&](const Result<Reply>& answer) { reply = answer; });
                    if (!reply)
                        return context.fail(reply.error());
                    if (!reply->accepted)
                        return context.fail(reply->refusals);
                    return context.ok({{"approval", options->id}, {"approved", approve}, {"order", reply->order.valid() ? Json(reply->order.value) : Json(nullptr)}},
                        approve ? "Approved and carried out." : "Refused.");
                });
            };
        }};
}

} // namespace rialto::cli
