// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_verbs.h"
#include "api/cli/password_input.h"
#include "security/sealed_stream.h"

namespace rialto::cli {

Command userDisableCommand()
{
    struct DisableOptions {
        std::string name;
        bool enable = false;
        int descriptor = -1;
    };
    return {{"user", "disable"}, "Shut a user out, or let them in again with a new password (--undo)",
        {"rialtoctl user disable bob --user anna --book mybook", "rialtoctl user disable bob --undo --user anna --password-fd 3 --new-password-fd 4 3< mine.txt 4< new.txt"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<DisableOptions>();
            app.add_option("name", options->name, "The user")->required();
            app.add_flag("--undo", options->enable, "Let in again");
            app.add_option("--new-password-fd", options->descriptor, "With --undo: read the new password from this open descriptor; default: ask");
            return [options](Context& context) {
                return withDesk(context, [&](BookSession&, SecurityDesk& desk) {
                    Result<void> done;
                    if (options->enable) {
                        auto password = readPassword(options->descriptor, options->descriptor < 0);
                        if (!password)
                            return context.fail(password.error());
                        done = desk.enable(options->name, *password);
                        security::wipe(*password);
                    } else {
                        done = desk.disable(options->name);
                    }
                    if (!done)
                        return context.fail(done.error());
                    return context.ok({{"user", options->name}, {"disabled", !options->enable}}, options->name + (options->enable ? " may come in again." : " is shut out."));
                });
            };
        }};
}

} // namespace rialto::cli
