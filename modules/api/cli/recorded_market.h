// SPDX-License-Identifier: GPL-3.0-or-later
// RecordedMarket: the steps of a file of market data, by symbol and in order, for replays. Everything that `rialtoctl import` reads is
// understood: order by order (ITCH 5.0, MBO), depth snapshots and increments, quotes, trades, and bars. A bar becomes four trades, each with
// a quarter of its volume: open, one extreme, the other, close (low first in a rising bar); so it says less than any of the others.
// Errors: sim.replay-empty (nothing in the file can be replayed), those of any_file.h and input_text.h.
#pragma once

#include "domain/bar.h"
#include "integration/import_options.h"
#include "market/replay/market_event.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rialto::cli {

struct RecordedSymbol {
    std::vector<market::MarketEvent> events; // times never fall
    std::int64_t disordered = 0;             // events whose time was set to that of the one before
    bool byOrder = false;
    bool fillsAreTold = false;
};

struct RecordedMarket {
    std::string format;
    std::string kind; // "orders", "levels", "quotes", "trades", "bars"
    std::map<std::string, RecordedSymbol> symbols;
    std::int64_t rowsRead = 0;
    std::int64_t rejected = 0;
    std::map<std::string, std::int64_t> rejectedByCode;
    std::vector<std::string> assumptions;
};

Result<RecordedMarket> readRecordedMarket(const std::string& path, integration::ImportOptions options);
/// The four trades of a bar and the Ends that follow them.
void addBar(std::vector<market::MarketEvent>& events, const Bar& bar, std::int64_t barNanos);

} // namespace rialto::cli
