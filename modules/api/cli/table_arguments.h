// SPDX-License-Identifier: GPL-3.0-or-later
// TableArguments: what a user says about a table that is to be imported, for every verb that reads one.
#pragma once

#include "base/result.h"
#include "integration/import_options.h"

#include <CLI/CLI.hpp>

#include <string>

namespace rialto::cli {

struct TableArguments {
    std::string symbol;
    std::string zone;
    std::string currency;
    std::string interval;
    std::string date;
    std::string mapping;
    std::string dateFormat;
    std::string delimiter;
    std::string decimal;
    std::string encoding;
    bool dryRun = false;
};

/// The options that mean the same wherever they are offered: zone, currency, date, date-format, delimiter, decimal, encoding.
void addTableOptions(CLI::App& app, TableArguments& arguments);
/// `mapping` is JSON, or the name of a file that holds it. Errors: those of dates, encodings, files and mappings.
Result<integration::ImportOptions> tableOptions(const TableArguments& arguments);

} // namespace rialto::cli
