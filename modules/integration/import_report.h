// SPDX-License-Identifier: GPL-3.0-or-later
// ImportReport: the account of one import. Every row of the file is either accepted or rejected, and each rejected row has a
// code and a reason; rowsRead == accepted + rejected. A value; any thread.
// Codes of rows: time-malformed, time-unaligned, price-missing, price-malformed, price-ambiguous, price-range,
// price-not-positive, volume-malformed, volume-ambiguous, volume-range, volume-negative, ohlc-contradiction, bid-above-ask,
// duplicate-time, duplicate-identical, time-backwards, symbol-missing, symbol-not-utf8, columns-missing, columns-extra,
// quote-unclosed, quote-stray.
// Codes of repairs: rounded, digit-groups, ohlc-widened, volume-missing.
#pragma once

#include "market/bar_store.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rialto::integration {

struct RejectedRow {
    std::uint64_t row = 0;   // record number in the file, the header is 1
    std::uint64_t line = 0;
    std::string column;      // heading or "#n"; empty when the row as a whole is meant
    std::string code;
    std::string detail;
};

struct SeriesOutcome {
    std::string symbol;
    std::string interval;    // "1d", "1m", "tick"
    std::string source;
    Timestamp first;
    Timestamp last;
    market::WriteCounts counts;
};

struct ImportReport {
    std::string file;
    std::string kind;        // "bars", "ticks"
    std::string encoding;
    char delimiter = ',';
    bool dryRun = false;
    std::int64_t rowsRead = 0; // data rows: without header and blank lines
    std::int64_t accepted = 0;
    std::int64_t rejected = 0;
    std::vector<RejectedRow> rejectedRows; // the first ones, up to ImportOptions::listedRejections
    std::map<std::string, std::int64_t> rejectedByCode;
    std::map<std::string, std::int64_t> repairedByCode; // rows that were accepted after a repair
    std::vector<std::string> assumptions;  // what was worked out rather than told, a sentence each
    std::vector<SeriesOutcome> series;

    market::WriteCounts totals() const;
};

/// One JSON document, stable key order.
std::string toJson(const ImportReport& report);
/// For people at a terminal.
std::string toText(const ImportReport& report);

} // namespace rialto::integration
