// SPDX-License-Identifier: GPL-3.0-or-later
// FlowFile: dated cash flows from text, for `rialtoctl xirr` and `performance`. Understood are CSV with a date and an amount
// column (a column "case" splits the file into several lists), and JSON: [[date, amount], ...], [{"date":, "amount":}, ...],
// {"flows": ..., "case":, "guess":}, a list of such, or {"cases": [...]}. Pure; any thread.
// Errors: those of TextTable, analysis.json, analysis.flows (what is missing and where).
#pragma once

#include "analytics/performance/modified_dietz.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::analytics {

struct FlowCase {
    std::string name;               // "" when the file has only one and does not name it
    std::vector<DatedFlow> flows;   // in the order of the file
    std::optional<double> guess;
};

struct FlowFile {
    std::vector<FlowCase> cases;
    bool list = false;              // the file is a list of cases, though there be one

    static Result<FlowFile> parse(std::string_view text);
};

} // namespace rialto::analytics
