// SPDX-License-Identifier: GPL-3.0-or-later
// explainFigure(): a figure's calculation as a tree down to the rows of the book, each step computed again. `stated` are the
// figures of the report that is asked about (a file, or the book's own), `facts` those that the book makes of its rows now. A
// step matches when its inputs, computed again from the facts, make what is stated, and its source rows are those of the book.
// Pure; any thread.
#pragma once

#include "reports/export/json/report_json.h"
#include "reports/figure.h"

#include <optional>
#include <string>
#include <vector>

namespace rialto::reports {

struct ExplainedFigure {
    Figure figure;                         // as stated
    std::optional<std::int64_t> derived;   // nothing: it cannot be derived (`why`)
    bool matches = false;                  // this step
    bool whole = false;                    // this step and everything below it
    bool repeated = false;                 // explained further up already: no inputs here
    std::string why;                       // one sentence when it does not match
    std::vector<ExplainedFigure> inputs;
};

/// `facts` may be nullptr: then the source rows of `stated` are taken at their word. Errors: reports.figure-unknown.
Result<ExplainedFigure> explainFigure(const ReportFigures& stated, const ReportFigures* facts, const std::string& id);

/// What the full id of a figure says: "client-statement/C-1001/2026-01-01..2026-01-31/total/value".
struct FigureAddress {
    std::string report;
    std::string client;          // number, or "market"
    Date from;
    Date to;
    std::string key;             // the three above as written
    std::string figure;          // "total/value"
};
/// Errors: reports.figure-address.
Result<FigureAddress> parseFigureAddress(const std::string& id);

} // namespace rialto::reports
