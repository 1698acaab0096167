// SPDX-License-Identifier: GPL-3.0-or-later
// TableLayout: how to read a table of bars or ticks, worked out once from its first rows, the options and the name of the
// file. Each thing that was worked out rather than told is in `assumptions`. Pure; any thread.
// Errors: import.no-rows, import.header-columns (names what is there and what is missing), import.header-missing,
// import.order-book, import.mixed-decimals, import.decimal-ambiguous, import.interval-unknown, import.zone-missing,
// import.symbol-missing, import.date-missing, domain.zone-unknown, and those of time_field.h and column_role.h.
#pragma once

#include "integration/csv_reader.h"
#include "integration/import_options.h"
#include "integration/time_field.h"

#include <string>
#include <string_view>
#include <vector>

namespace rialto::integration {

enum class TableKind {
    Bars,
    QuoteBars,  // open, high, low and close of bid and ask
    CloseOnly,  // one price a row
    QuoteTicks,
    TradeTicks
};

struct TableLayout {
    TableKind kind = TableKind::Bars;
    CsvDialect dialect;
    bool hasHeader = true;
    std::vector<std::string> headings; // "#n" where the file has none
    ColumnMap columns;
    TimeFormat time;
    DecimalStyle decimal = DecimalStyle::Point;
    int priceShift = 0;
    int volumeShift = 0;
    std::string zone;                  // "": not needed
    Date date;                         // of MillisOfDay
    BarInterval interval = BarInterval::Day;
    std::string symbol;                // "": from the column
    std::vector<std::string> assumptions;

    bool ticks() const { return kind == TableKind::QuoteTicks || kind == TableKind::TradeTicks; }
};

/// `head`: the first part of the text in UTF-8; `whole` when there is no more.
Result<TableLayout> planLayout(std::string_view head, bool whole, const ImportOptions& options);

/// The delimiter that splits the first rows most evenly.
char sniffDelimiter(std::string_view head);

} // namespace rialto::integration
