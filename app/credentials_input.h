// SPDX-License-Identifier: GPL-3.0-or-later
// User and password for programs without a console of verbs (server, workstation), from an open descriptor: the password is its
// first line, the one-time code of a user with a second factor its second. Never from the command line or the environment.
#pragma once

#include "services/login.h"

#include <functional>
#include <string>

namespace rialto::app {

/// For BookOptions::credentials; read when a protected book asks. Errors: security.login-needed (no user or descriptor was given).
std::function<Result<Credentials>()> credentialsFrom(std::string user, int descriptor);

} // namespace rialto::app
