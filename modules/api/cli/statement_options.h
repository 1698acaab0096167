// SPDX-License-Identifier: GPL-3.0-or-later
// The options that the statement verbs share: which file, and what it does not say of itself. One thread.
#pragma once

#include "integration/connectors/statement_file.h"

#include <CLI/CLI.hpp>

#include <string>

namespace rialto::cli {

struct StatementArguments {
    std::string file;
    std::string encoding;
    std::string dateOrder = "auto";
    std::string currency;
    std::string mapping;
    std::string delimiter;
    std::string decimal;
    std::string account; // of the book
    bool dryRun = false;
    bool acceptProblems = false;

    void addTo(CLI::App& app);
    Result<integration::StatementFile> read() const;
};

} // namespace rialto::cli
