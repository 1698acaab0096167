// SPDX-License-Identifier: GPL-3.0-or-later
// The door for files of any kind: finds out from the bytes what a file is (names are only hints), lets that connector read it
// and, when stores are given, keeps what it holds. gzip and zip are opened, GB18030 and UTF-16 decoded, HTML in place of data
// is named. Tables of bars and ticks that no connector claims go through bars_csv.h. Needs the thread of the stores.
// Errors: those of bars_csv.h, json_tree.h, xml_tree.h, zip_archive.h; import.html-page, import.too-large, import.unknown-format,
// import.source-error (the source answered with an error in place of data), import.no-rows.
#pragma once

#include "integration/connector.h"
#include "integration/connectors/bars_csv.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::integration {

/// All may be absent: then everything is read and checked and nothing kept.
struct AnyStores {
    market::BarStore* bars = nullptr;
    market::TickStore* ticks = nullptr;
    research::ResearchStore* research = nullptr;
};

struct AnyReport {
    std::string file;
    Harvest harvest;                    // counts of everything, also of tables
    std::vector<SeriesOutcome> series;  // bars and ticks, with what the store did
    research::PutCounts kept;           // series, documents, fixings and facts
    bool dryRun = false;
    std::optional<Timestamp> first;
    std::optional<Timestamp> last;
    std::vector<std::string> symbols;   // sorted; of series their ids, of fixings the pairs
};

Result<AnyReport> importAnyFile(const std::string& path, ImportOptions options, const AnyStores& stores);
/// The same for bytes that are in memory; `folder` as in Payload.
Result<AnyReport> importAnyBytes(std::string_view bytes, const ImportOptions& options, const std::string& folder, const AnyStores& stores);
/// Only reads: what connectors make of the bytes. Tables of bars stay unread and come back with `table` set.
Result<Harvest> harvestBytes(std::string_view bytes, const ImportOptions& options, const std::string& folder = {});

} // namespace rialto::integration
