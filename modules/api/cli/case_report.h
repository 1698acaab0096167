// SPDX-License-Identifier: GPL-3.0-or-later
// CaseReport: the end of every verb that runs a file of cases and checks what it expects.
#pragma once

#include "api/cli/command.h"

#include <cstddef>
#include <string>

namespace rialto::cli {

struct CaseTally {
    std::size_t passed = 0;
    std::size_t failed = 0;
};

/// Prints the results (under `listName` with --json) and `text` with the count; kFailed when an expectation was not met.
int reportCases(Context& context, const std::string& path, const std::string& method, const char* listName, const Json& results, const CaseTally& tally, std::string text);

} // namespace rialto::cli
