// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs of users and approvals share: opening a protected book, naming clients, and showing a user.
#pragma once

#include "api/cli/command.h"

#include <functional>
#include <string>
#include <vector>

namespace rialto::cli {

/// Opens the book and hands over its desk; says so when the book is not protected.
int withDesk(Context& context, const std::function<int(BookSession&, SecurityDesk&)>& action);
/// "C-1001,C-1002" to ids. Errors: cli.client-unknown.
Result<std::vector<ClientId>> clientsNamed(BookSession& session, const std::string& numbers);
Json toJson(const security::User& user, BookSession& session);
std::string isoWall(Timestamp time);

} // namespace rialto::cli
