// SPDX-License-Identifier: GPL-3.0-or-later
// ImportedInstrument: what stands in the book for an imported series, so that it can be found and charted. Nobody trades it
// here (market XXXX). Its class, currency, zone and calendar are guesses from the symbol's usual spelling, and each guess is a
// sentence for the user; whoever knows better says so. A pure function; any thread.
// Spellings: 600000.SH, 000001.SZ, 430047.BJ, 600000 (mainland China), 0700.HK, ^GSPC (index), EURUSD and EUR/USD (two ISO 4217
// currencies), BTCUSDT, BTC-USD (digital assets); anything else is a US share.
#pragma once

#include "domain/bar.h"
#include "domain/instrument.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rialto::integration {

struct ImportedInstrument {
    Instrument instrument;
    std::string assumption; // "SPY: taken for a share in USD, America/New_York"
};

/// The price step is as fine as 99 in 100 prices of the bars need, from two decimals to eight.
/// `zone` (IANA) and `currency` are what the user said; nothing: guessed.
ImportedInstrument importedInstrument(InstrumentId id, const std::string& symbol, std::span<const Bar> bars, const std::string& zone = {},
    const std::optional<Currency>& currency = {});

} // namespace rialto::integration
