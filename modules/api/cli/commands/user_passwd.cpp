// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_verbs.h"
#include "api/cli/password_input.h"
#include "security/sealed_stream.h"

namespace rialto::cli {

Command userPasswdCommand()
{
    struct PasswdOptions {
        std::string name;
        int descriptor = -1;
    };
    return {{"user", "passwd"}, "Change your own password, or set another user's",
        {"rialtoctl user passwd --user anna --book mybook", "rialtoctl user passwd bob --user anna --password-fd 3 --new-password-fd 4 3< mine.txt 4< new.txt"}, [](CLI::App& app) -> Action {
            auto options = std::make_shared<PasswdOptions>();
            app.add_option("name", options->name, "The user; default: yourself");
            app.add_option("--new-password-fd", options->descriptor, "Read the new password from this open descriptor; default: ask");
            return [options](Context& context) {
                return withDesk(context, [&](BookSession&, SecurityDesk& desk) {
                    const bool own = options->name.empty() || options->name == context.user;
                    auto password = readPassword(options->descriptor, options->descriptor < 0);
                    if (!password)
                        return context.fail(password.error());
                    const auto done = own ? desk.changeOwnPassword(context.credentials->password, *password) : desk.resetPassword(options->name, *password);
                    security::wipe(*password);
                    if (!done)
                        return context.fail(done.error());
                    const std::string who = own ? context.user : options->name;
                    return context.ok({{"user", who}, {"changed", true}}, "The password of " + who + " is changed. The book was not written anew: only its key was wrapped again.");
                });
            };
        }};
}

} // namespace rialto::cli
