// SPDX-License-Identifier: GPL-3.0-or-later
// The demo book: invented clients with a year of deposits, trades and dividends, and the price history that belongs to it.
// Everything follows from the seed and the first day; the same arguments make the same book, byte for byte.
#pragma once

#include "simulator/listing.h"
#include "market/bar_store.h"
#include "services/engine_host.h"

#include <cstdint>
#include <map>
#include <vector>

namespace rialto::app {

/// The demo market opens on this day unless a replay says otherwise; its past is the year before.
Date demoFirstDay();

/// A year of daily bars for each listing and two sessions of minute bars, ending at the listings' start prices on the trading
/// day before `firstDay`.
struct DemoHistory {
    std::map<InstrumentId, std::vector<Bar>> daily;
    std::map<InstrumentId, std::vector<Bar>> minutes;
};
DemoHistory demoHistory(const std::vector<simulator::Listing>& listings, Date firstDay, std::uint64_t seed);

/// Stores the history as source "sim".
Result<void> storeHistory(market::BarStore& store, const std::vector<simulator::Listing>& listings, const DemoHistory& history);

/// Instruments, clients, accounts and their past, as one commit.
Result<void> seedDemoBook(EngineHost& host, const std::vector<simulator::Listing>& listings, const DemoHistory& history, std::uint64_t seed);

} // namespace rialto::app
