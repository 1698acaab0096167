// SPDX-License-Identifier: GPL-3.0-or-later
// What `bars show --continuous` does: gathers the contracts of a root from the book or from files and shows them as one series.
#pragma once

#include "api/cli/command.h"
#include "market/continuous.h"

namespace rialto::cli {

struct ContinuousArguments {
    std::string rule;            // "": not asked for
    std::string roll = "back";
    std::string end = "third-friday";
    int daysBefore = 8;
    std::vector<std::string> files;
};
void addContinuousOptions(CLI::App& app, const std::shared_ptr<ContinuousArguments>& arguments);
/// `store` may be null when files are given.
int showContinuous(Context& context, market::BarStore* store, const std::string& root, const std::string& source, const ContinuousArguments& arguments, std::int64_t last);

} // namespace rialto::cli
