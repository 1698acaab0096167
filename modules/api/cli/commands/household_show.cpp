// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"

namespace rialto::cli {

Command householdShowCommand()
{
    return showPartyVerb({"household", "show"}, "A household with everything below it", {"rialtoctl household show H-1 --json"});
}

} // namespace rialto::cli
