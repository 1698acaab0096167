// SPDX-License-Identifier: GPL-3.0-or-later
// PasswordInput: a password from a file descriptor (scripts) or asked for at the terminal without showing it. Never from the
// command line or the environment, where other programs of the machine can read it.
#pragma once

#include "base/result.h"

#include <string>

namespace rialto::cli {

/// `descriptor` below zero: ask at the terminal, `twice` when a new one is chosen. One line, without its line feed.
/// Errors: cli.password-missing, cli.password-differs, cli.password-short (fewer than 15 characters where one is chosen).
Result<std::string> readPassword(int descriptor, bool twice);
/// A one-time code: the next line of the descriptor, or asked for. Errors: cli.password-missing.
Result<std::string> readCode(int descriptor);

} // namespace rialto::cli
