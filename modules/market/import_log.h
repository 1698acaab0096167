// SPDX-License-Identifier: GPL-3.0-or-later
// ImportLog: the port through which it is remembered where stored values came from (imports) and what was decided about them
// (repairs, quarantine, release). Nothing is ever deleted: a decision is undone by another one. Implementation: SqliteImportLog
// in modules/storage. A log belongs to one thread. Errors: market.import-unknown, market.decision-unknown, storage.*.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "market/bar_store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rialto::market {

/// `kind` "bars", "series", "fixings", "documents", "facts"; `name` as `seriesName` writes it, or "source|id", "base|quote|source".
struct ImportedValue {
    std::string kind;
    std::string name;
    Timestamp first;
    Timestamp last;
    friend bool operator==(const ImportedValue&, const ImportedValue&) = default;
};

struct ImportRecord {
    std::int64_t id = 0;
    Timestamp time;
    std::string file;      // absolute
    std::int64_t bytes = 0;
    std::string hash;      // BLAKE2b-256 or SHA-256 of the bytes, with its name: "sha256:..."
    std::string format;    // of the connector that read it
    std::string kind;
    std::int64_t rowsRead = 0, accepted = 0, rejected = 0;
    std::string rules;     // assumptions, repairs and refusals, a line each
    friend bool operator==(const ImportRecord&, const ImportRecord&) = default;
};

struct Decision {
    std::int64_t id = 0;
    Timestamp time;
    std::string kind;      // "repair", "quarantine", "release", "undo"
    std::string series;
    std::optional<Timestamp> barStart;
    std::string field;     // "close"
    std::string before, after;
    std::string reason;
    std::string author;
    std::optional<std::int64_t> undoneBy;
    friend bool operator==(const Decision&, const Decision&) = default;
};

/// "SPY|1d|csv".
std::string seriesName(const SeriesKey& key);
std::optional<SeriesKey> seriesNamed(std::string_view name);

class ImportLog {
public:
    virtual ~ImportLog() = default;
    /// The id.
    virtual Result<std::int64_t> begin(const ImportRecord& record) = 0;
    /// Counts, rules and values of an import that has been begun.
    virtual Result<void> finish(const ImportRecord& record, const std::vector<ImportedValue>& values) = 0;
    virtual Result<ImportRecord> import(std::int64_t id) = 0;
    /// Newest first.
    virtual Result<std::vector<ImportRecord>> imports(std::size_t most) = 0;
    /// Of a value, newest first.
    virtual Result<std::vector<ImportRecord>> importsOf(std::string_view kind, std::string_view name) = 0;

    /// The id.
    virtual Result<std::int64_t> decide(const Decision& decision) = 0;
    virtual Result<void> markUndone(std::int64_t decision, std::int64_t by) = 0;
    /// Of a series, oldest first; of all when the name is empty.
    virtual Result<std::vector<Decision>> decisions(std::string_view series) = 0;
};

} // namespace rialto::market
