// SPDX-License-Identifier: GPL-3.0-or-later
// A trade history in CSV to LotEvents. Pure; bytes in, events or the first fault out, which names row and column.
// Columns (any order, names without regard to case, comma, semicolon or tab between them):
//   date        2024-01-31, with or without a time after it
//   action      buy, sell, sell_short, buy_to_cover, split, reverse_split, bonus, stock_dividend, dividend, return_of_capital,
//               spin_off, rights, merger, ticker_change, delisting, fee, and usual synonyms
//   quantity    shares; of split, spin_off, rights and merger the ratio of new to old shares: 2, 2:1, 1/10, 0.1
//   price       per share, up to 18 digits (or `amount`: the whole value before fees); may be empty for a sale
//   fees, taxes
//   currency    empty: the file's only one
//   fx_rate     base currency for one unit of `currency`; empty: 1
//   lot_id      of a purchase: its name; of a sale: the lots meant, as name, acquisition date, @price, or several with ';'.
//               A purchase without a name is "row<N>". Of spin_off, rights, merger and ticker_change: the new symbol
//   symbol, new_symbol, basis_share, fair_value   optional; for files of several instruments and corporate actions
// Errors: lots.file-empty, lots.column-missing, lots.row-malformed, lots.too-many-rows.
#pragma once

#include "base/result.h"
#include "ledger/lots/lot.h"

#include <string_view>
#include <vector>

namespace rialto {

inline constexpr std::size_t kMostLotRows = 200'000;

struct LotsFile {
    std::vector<LotEvent> events;
    std::vector<std::string> currencies; // in order of appearance
    std::size_t roundedNumbers = 0;      // had more than 18 digits
};

Result<LotsFile> readLotsCsv(std::string_view text);

/// "sell 100 @ 12.50", "buy 5 @ 7", optionally " fee 1.20". Errors: lots.what-if-malformed.
Result<LotEvent> readTradeSentence(std::string_view text);

/// "2", "2:1", "3/2", "1 for 10", "0.1". Errors: lots.ratio-malformed.
Result<ShareRatio> readShareRatio(std::string_view text);

} // namespace rialto
