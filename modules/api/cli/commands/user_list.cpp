// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/desk_verbs.h"

namespace rialto::cli {

Command userListCommand()
{
    return {{"user", "list"}, "The users of a protected book; --sessions: who was in, and when",
        {"rialtoctl user list --user anna --book mybook", "rialtoctl user list --sessions --user anna --json"}, [](CLI::App& app) -> Action {
            auto sessions = std::make_shared<bool>(false);
            app.add_flag("--sessions", *sessions, "The newest hundred sessions");
            return [sessions](Context& context) {
                return withDesk(context, [&](BookSession& session, SecurityDesk& desk) {
                    Json list = Json::array();
                    std::vector<std::vector<std::string>> rows;
                    if (*sessions) {
                        const auto all = desk.sessions();
                        if (!all)
                            return context.fail(all.error());
                        for (const auto& each : *all) {
                            list.push_back({{"session", each.id}, {"user", each.user}, {"program", each.program}, {"started", isoWall(each.started)},
                                {"ended", each.ended ? Json(isoWall(*each.ended)) : Json(nullptr)}});
                            rows.push_back({std::to_string(each.id), each.user, each.program, isoWall(each.started), each.ended ? isoWall(*each.ended) : "open or killed"});
                        }
                        return context.ok({{"sessions", list}}, table({"session", "user", "program", "started", "ended"}, rows));
                    }
                    const auto users = desk.users();
                    if (!users)
                        return context.fail(users.error());
                    for (const auto& user : *users) {
                        const Json json = toJson(user, session);
                        list.push_back(json);
                        rows.push_back({user.name, user.display, std::string(security::name(user.role)), user.everyClient ? "all" : json["clients"].dump(), user.disabled ? "disabled" : "enabled",
                            user.totpSecret.empty() ? "password" : "password and code", isoWall(user.passwordSet)});
                    }
                    return context.ok({{"users", list}}, table({"user", "name", "role", "clients", "state", "shows", "password of"}, rows));
                });
            };
        }};
}

} // namespace rialto::cli
