// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_verbs.h"

namespace rialto::cli {

Command bookUnlockCommand()
{
    return {{"book", "unlock"}, "Prove that you get into a protected book, and see what you may do there",
        {"rialtoctl book unlock --user anna --book mybook", "rialtoctl book unlock --user anna --password-fd 3 --json 3< password.txt"}, [](CLI::App&) -> Action {
            return [](Context& context) {
                return withDesk(context, [&](BookSession& session, SecurityDesk&) {
                    const auto principal = session.services().principal();
                    Json may = Json::array();
                    std::string words;
                    for (std::size_t i = 0; i < security::kPermissions; ++i)
                        if (const auto permission = static_cast<security::Permission>(i); principal->may(permission)) {
                            may.push_back(security::name(permission));
                            words += (words.empty() ? "" : ", ") + std::string(security::name(permission));
                        }
                    const std::string role(security::name(principal->role));
                    return context.ok({{"user", principal->user}, {"role", role}, {"everyClient", principal->everyClient}, {"clients", session.services().book()->clients.size()}, {"may", may}},
                        principal->user + " is in, as " + role + (principal->everyClient ? "" : ", for some clients only") + ". May: " + words);
                });
            };
        }};
}

} // namespace rialto::cli
