// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"

namespace rialto::cli {

Command householdListCommand()
{
    return listPartiesVerb({"household", "list"}, "Households of a book with their members", {"rialtoctl household list --json"}, true);
}

} // namespace rialto::cli
