// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs that show adjusted bars share: their options, and from bars and factor and map files to rows with the names
// of their time. Errors: those of factor_table.h and text_file.h; cli.factors-missing.
#pragma once

#include "api/cli/command.h"
#include "integration/adjust/factor_table.h"

#include <memory>

namespace rialto::cli {

struct AdjustArguments {
    std::string mode = "raw";
    std::string factors;
    std::string map;
    std::string asKnown;
};

/// --factors, --map, --as-known; the caller adds the mode under its own name.
void addAdjustOptions(CLI::App& app, const std::shared_ptr<AdjustArguments>& arguments);

struct AdjustedBars {
    std::vector<Bar> bars;
    std::vector<Bar> raw;                // of the same days
    std::vector<Date> days;
    std::vector<std::string> tickers;    // "" without a map file
    std::string method;                  // a sentence
    std::size_t factorRows = 0;
};
/// `events`: of the file itself, used when no factor file is given.
Result<AdjustedBars> adjustBars(const std::vector<Bar>& bars, const AdjustArguments& arguments, const std::vector<integration::CorporateEvent>& events);

/// The rows as JSON and as a table; `last` of them.
Json adjustedJson(const AdjustedBars& bars, std::size_t first);
std::string adjustedText(const AdjustedBars& bars, std::size_t first);

} // namespace rialto::cli
