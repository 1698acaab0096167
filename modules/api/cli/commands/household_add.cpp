// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"

namespace rialto::cli {

Command householdAddCommand()
{
    return addPartyVerb({"household", "add"}, "Enter a household", {"rialtoctl household add --name \"Example family\" --number H-1"}, "household");
}

} // namespace rialto::cli
