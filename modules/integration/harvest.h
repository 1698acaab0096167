// SPDX-License-Identifier: GPL-3.0-or-later
// Harvest: what a connector got out of the bytes of one file: typed facts and the account of every row. Each row is accepted
// or rejected with a code and a place; rowsRead == accepted + rejected. A value; one thread.
// Codes of rows beside those of import_report.h: value-malformed, value-missing, date-malformed, currency-malformed,
// rate-not-positive, fields-missing, sequence-gap, sequence-stale, order-unknown, order-known, message-unknown,
// message-truncated, item-empty.
#pragma once

#include "domain/bar.h"
#include "integration/decimal_field.h"
#include "integration/import_report.h"
#include "market/tick_store.h"
#include "research/research_store.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rialto::integration {

/// `seconds` is the length of a bar. Only minutes, hours and days can be kept in a book.
struct HarvestedBars {
    std::string symbol;
    std::int64_t seconds = 86'400;
    std::string source;
    std::vector<Bar> bars;
};
struct HarvestedTicks {
    std::string symbol;
    std::string source;
    std::vector<market::Tick> ticks;
};
/// Reference data that has a place in no store yet: what it is, and its fields by name.
struct HarvestedRecord {
    std::string key;
    std::vector<std::pair<std::string, std::string>> fields;
};

class Harvest {
public:
    std::string format;    // id of the connector
    std::string kind;      // "bars", "ticks", "depth", "series", "fixings", "documents", "facts", "reference"
    std::string encoding = "utf-8";
    std::int64_t rowsRead = 0;
    std::int64_t accepted = 0;
    std::int64_t rejected = 0;
    std::vector<RejectedRow> rejectedRows;
    std::map<std::string, std::int64_t> rejectedByCode;
    std::map<std::string, std::int64_t> repairedByCode;
    std::vector<std::string> assumptions;

    std::vector<HarvestedBars> bars;
    std::vector<HarvestedTicks> ticks;
    std::vector<research::Series> series;
    std::vector<research::Fixing> fixings;
    std::vector<research::Document> documents;
    std::vector<research::Company> companies;
    std::vector<HarvestedRecord> records;
    std::map<std::string, std::string> about; // of the file as a whole: "title", "lastUpdated"
    std::optional<std::string> table;      // the file is a table in another dress: its rows as CSV, to be read as one

    static constexpr std::size_t kListed = 1000;

    void accept(std::int64_t rows = 1)
    {
        rowsRead += rows;
        accepted += rows;
    }
    void reject(std::uint64_t row, std::uint64_t line, std::string column, const char* code, std::string detail = {});
    void repaired(const char* code) { ++repairedByCode[code]; }
    void assume(std::string sentence);
    /// The set of that symbol, length and source, made when it is not there.
    HarvestedBars& barsOf(std::string_view symbol, std::int64_t seconds, std::string_view source);
    HarvestedTicks& ticksOf(std::string_view symbol, std::string_view source);
    research::Series& seriesOf(std::string_view source, std::string_view id);
    /// Adds everything of another file (a member of an archive), its places prefixed by `where`.
    void absorb(Harvest&& other, const std::string& where);
    /// Bars and observations in rising order without duplicates of time; a duplicate takes its row out of the accepted ones.
    void settle();
    std::int64_t repairedRows() const;

private:
    std::map<std::string, std::size_t> m_seriesPlaces;
};

/// A price or size from its text, exactly; false with the code in `code`.
bool readFixed(std::string_view text, std::int64_t& raw, const char*& code, Harvest& harvest, int shift = 0);
/// Open, high, low, close agree, and prices are positive.
const char* barFault(const Bar& bar);

/// Where a row stands, for its rejection.
struct RowPlace {
    std::uint64_t row = 0;
    std::uint64_t line = 0;
    std::string column;
};
/// The cells of a bar; an empty volume counts as zero and is told.
struct BarCells {
    std::string_view open, high, low, close, volume;
    int priceShift = 0;  // prices are divided by 10^n
    int volumeShift = 0;
};
/// Accepts the row into the set, or rejects it.
bool takeBar(Harvest& harvest, HarvestedBars& into, Timestamp start, const BarCells& cells, const RowPlace& place);
bool takeTrade(Harvest& harvest, HarvestedTicks& into, Timestamp time, std::string_view price, std::string_view size, const RowPlace& place, int priceShift = 0);
bool takeQuote(Harvest& harvest, HarvestedTicks& into, Timestamp time, std::string_view bid, std::string_view bidSize, std::string_view ask, std::string_view askSize,
    const RowPlace& place, int priceShift = 0);

} // namespace rialto::integration
