// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"

namespace rialto::cli {

Command versionCommand()
{
    return {{"version"}, "Print the version", {"rialtoctl version", "rialtoctl version --json"}, [](CLI::App&) -> Action {
                return [](Context& context) {
                    return context.ok({{"program", "rialto"}, {"version", RIALTO_VERSION}, {"licence", "GPL-3.0-or-later"}},
                        std::string("rialto ") + RIALTO_VERSION);
                };
            }};
}

} // namespace rialto::cli
