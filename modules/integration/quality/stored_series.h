// SPDX-License-Identifier: GPL-3.0-or-later
// Judging and mending a series that is stored: its quality, the repairs that its own figures prove, each applied as a recorded
// decision that can be undone, and quarantine with release by a person. The former value of every bar that is touched stays in the
// store (market/bar_store.h, BarVersion). Pure but for the ports; the thread of the stores; `now` comes in.
// Errors: those of price_table.h, bar_store.h and import_log.h; quality.nothing-to-undo.
#pragma once

#include "integration/quality/series_quality.h"
#include "market/import_log.h"

#include <string>
#include <vector>

namespace rialto::integration {

struct BarRepair {
    Timestamp start;
    std::string field;   // "close"
    std::string before, after;
    std::string reason;  // "unit-100x: ..."
};

/// The bars as a CSV file, which the rules of quality and repair read.
std::string textOf(const std::vector<Bar>& bars, BarInterval interval);
Result<QualityReport> assessBars(const std::vector<Bar>& bars, BarInterval interval);
/// What repair would change; nothing is changed.
Result<std::vector<BarRepair>> proposedRepairs(const std::vector<Bar>& bars, BarInterval interval);

/// Writes the repairs, one decision each. The ids, in their order.
Result<std::vector<std::int64_t>> applyRepairs(market::BarStore& store, market::ImportLog& log, const market::SeriesKey& key, const std::vector<BarRepair>& repairs, const std::string& author, Timestamp now);
/// Gives the field of a repaired bar its former value again, as a decision of its own.
Result<void> undoRepair(market::BarStore& store, market::ImportLog& log, const market::Decision& repair, const std::string& author, Timestamp now);

/// The last word about a series: quarantined, and not released since.
bool isQuarantined(const std::vector<market::Decision>& decisions);

} // namespace rialto::integration
