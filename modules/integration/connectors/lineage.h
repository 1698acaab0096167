// SPDX-License-Identifier: GPL-3.0-or-later
// Lineage: from one stored value to the imports and decisions behind it, and to the line of the file that it was read from, when
// the file is still there and has not changed. A value is named "bar:SYMBOL:1d:SOURCE:2024-01-02", "series:SOURCE:ID:2024-01-01"
// (perhaps "@2024-02-01", a vintage), or "fixing:EUR:USD:SOURCE:2024-01-02"; symbols and ids may hold colons. Reads only; the
// thread of the stores. Errors: lineage.malformed, lineage.unknown, and those of the stores.
#pragma once

#include "market/import_log.h"
#include "research/research_store.h"

#include <optional>
#include <string>
#include <vector>

namespace rialto::integration {

struct SourceLine {
    std::uint64_t line = 0;      // 1 is the first of the file
    std::string text;            // at most 400 bytes
};

struct LineageStep {
    market::ImportRecord import;
    std::string fileState;       // "unchanged", "changed", "gone"
    std::optional<SourceLine> line;
};

struct Lineage {
    std::string id;
    std::string kind;            // "bar", "series", "fixing"
    std::vector<std::pair<std::string, std::string>> value;  // "close" -> "185.64"
    std::optional<LineageStep> origin;                       // the import that brought the present value
    std::vector<LineageStep> others;                         // imports that held the same place and changed nothing
    std::vector<market::BarVersion> versions;                // former values of a bar, oldest first
    std::vector<market::Decision> decisions;                 // about the bar or its whole series
    std::string note;                                        // why something could not be told
};

Result<Lineage> lineageOf(const std::string& id, market::BarStore& bars, research::ResearchStore& desk, market::ImportLog& log);

/// The first line of a text that tells the day (as files write days) and all the figures; nothing when none does.
std::optional<SourceLine> lineOf(std::string_view text, Timestamp time, bool daily, const std::vector<std::string>& figures);

} // namespace rialto::integration
