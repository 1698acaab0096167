// SPDX-License-Identifier: GPL-3.0-or-later
// ImportOptions: what the user says about a file, beyond what the file says itself. Everything has a default; what is left
// open is worked out from the file and told in ImportReport::assumptions. A value; any thread.
#pragma once

#include "domain/bar.h"
#include "domain/date.h"
#include "integration/column_role.h"
#include "integration/decimal_field.h"
#include "integration/text_encoding.h"
#include "market/replay/market_event.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace rialto::integration {

/// Which price a bar of bids and asks stands for.
enum class QuoteSide { Mid, Bid, Ask };

struct ImportOptions {
    std::string fileName;                 // without folder; for hints and messages
    std::string symbol;                   // "": from the file's symbol column, else from its name
    std::string source = "csv";           // bars of quotes: "csv-mid", "csv-bid", "csv-ask"
    std::optional<BarInterval> interval;
    std::string zone;                     // IANA name; of times that carry no offset
    std::optional<Date> date;             // of files that hold times of one day
    Mapping mapping;                      // "" : by the headings
    std::optional<bool> header;
    std::optional<char> delimiter;
    std::optional<DecimalStyle> decimal;
    std::optional<Encoding> encoding;
    std::string datePattern;              // see TimeFormat::fromPattern
    std::optional<int> priceShift;        // prices are divided by 10^n
    std::optional<int> volumeShift;
    QuoteSide quoteSide = QuoteSide::Mid;

    // The named decisions about rows that contradict themselves. What is not accepted is refused with its reason.
    bool widenContradictions = false;     // high and low are moved to hold open and close, and counted as repaired
    bool keepNonPositivePrices = false;   // spreads and some futures have them
    bool strict = false;                  // one refused row refuses the file
    bool dryRun = false;                  // everything but the commit
    std::size_t listedRejections = 1000;  // beyond them refused rows are counted by reason, not listed

    /// Books by order or level also tell each step of theirs here, as they are read (for replays).
    market::MarketEventSink* events = nullptr;
};

struct ImportProgress {
    std::uint64_t bytesRead = 0;
    std::int64_t rowsRead = 0;
};
/// Called every few thousand rows; false cancels, and nothing is stored.
using ProgressCallback = std::function<bool(const ImportProgress&)>;

} // namespace rialto::integration
