// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_verbs.h"
#include "api/cli/password_input.h"
#include "security/sealed_stream.h"

namespace rialto::cli {

namespace {

struct AddOptions {
    std::string name;
    std::string display;
    std::string role = "read-only";
    std::string clients;
    int descriptor = -1;
};

int add(Context& context, const AddOptions& options)
{
    const auto role = security::parseRole(options.role);
    if (!role)
        return context.fail(role.error());
    return withDesk(context, [&](BookSession& session, SecurityDesk& desk) {
        SecurityDesk::NewUser user{options.name, options.display, *role, options.clients.empty(), {}};
        if (!options.clients.empty()) {
            auto clients = clientsNamed(session, options.clients);
            if (!clients)
                return context.fail(clients.error());
            user.clients = std::move(*clients);
        }
        auto password = readPassword(options.descriptor, options.descriptor < 0);
        if (!password)
            return context.fail(password.error());
        const auto done = desk.addUser(user, *password);
        security::wipe(*password);
        if (!done)
            return context.fail(done.error());
        return context.ok({{"user", options.name}, {"role", options.role}, {"clients", options.clients.empty() ? "all" : options.clients}}, options.name + " may come in, as " + options.role + ".");
    });
}

} // namespace

Command userAddCommand()
{
    return {{"user", "add"}, "Add a user to a protected book",
        {"rialtoctl user add bob --role trader --user anna --book mybook",
            "rialtoctl user add bob --role advisor --clients C-1001,C-1002 --user anna --password-fd 3 --new-password-fd 4 3< mine.txt 4< new.txt"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<AddOptions>();
            app.add_option("name", options->name, "What the user types at the door: a-z, 0-9, dot, dash")->required();
            app.add_option("--name", options->display, "The name as others see it");
            app.add_option("--role", options->role, "analyst, advisor, trader, compliance, admin or read-only")->capture_default_str();
            app.add_option("--clients", options->clients, "Only these clients, by number; default: every client");
            app.add_option("--new-password-fd", options->descriptor, "Read the new user's password from this open descriptor; default: ask");
            return [options](Context& context) { return add(context, *options); };
        }};
}

} // namespace rialto::cli
