// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_verbs.h"

namespace rialto::cli {

Command userRoleCommand()
{
    struct RoleOptions {
        std::string name;
        std::string role;
        std::string clients;
    };
    return {{"user", "role"}, "Give a user another role, for every client or for some",
        {"rialtoctl user role bob advisor --clients C-1001,C-1002 --user anna --book mybook", "rialtoctl user role bob compliance --user anna --json"}, [](CLI::App& app) -> Action {
            auto options = std::make_shared<RoleOptions>();
            app.add_option("name", options->name, "The user")->required();
            app.add_option("role", options->role, "analyst, advisor, trader, compliance, admin or read-only")->required();
            app.add_option("--clients", options->clients, "Only these clients, by number; default: every client");
            return [options](Context& context) {
                const auto role = security::parseRole(options->role);
                if (!role)
                    return context.fail(role.error());
                return withDesk(context, [&](BookSession& session, SecurityDesk& desk) {
                    std::vector<ClientId> clients;
                    if (!options->clients.empty()) {
                        auto named = clientsNamed(session, options->clients);
                        if (!named)
                            return context.fail(named.error());
                        clients = std::move(*named);
                    }
                    if (const auto done = desk.setRole(options->name, *role, options->clients.empty(), std::move(clients)); !done)
                        return context.fail(done.error());
                    return context.ok({{"user", options->name}, {"role", options->role}, {"clients", options->clients.empty() ? "all" : options->clients}},
                        options->name + " is " + options->role + " from the next login on.");
                });
            };
        }};
}

} // namespace rialto::cli
