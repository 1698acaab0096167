// SPDX-License-Identifier: GPL-3.0-or-later
// Repair of a price file as a whole: text in, text out in the file's own columns, and the account of what was done and why.
// The same text again gives the same answer; repairing the repaired text changes nothing that a decision has settled.
// Pure; any thread. Errors: those of price_table.h.
#pragma once

#include "integration/clean/repairs.h"

#include <map>
#include <string>
#include <vector>

namespace rialto::integration::clean {

struct RepairReport {
    std::size_t rows = 0;
    std::vector<std::string> columns;      // that were understood: "Close", ...
    std::vector<Decision> decisions;
    std::vector<Change> changes;           // cells, each with its decisions
    std::vector<Finding> findings;
    std::map<std::string, std::size_t> cellsByCode;
};

struct Repaired {
    std::string text;
    RepairReport report;
};

Result<Repaired> repairText(std::string text, const RepairOptions& options = {});

/// Stable key order; `listed` limits the changes that are written out, the counts are of all.
std::string toJson(const RepairReport& report, std::size_t listed);
std::string toText(const RepairReport& report);

} // namespace rialto::integration::clean
