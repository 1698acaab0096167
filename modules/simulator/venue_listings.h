// SPDX-License-Identifier: GPL-3.0-or-later
// The instruments of the living exchange as a venue profile (resources/venues) would have them: those of its currency and class,
// with its tick, lots, price limits and fees. Prices and behaviour stay those of demo_instruments.h. Pure; any thread.
// What the profiles say of sessions is not followed: every venue here trades from 09:30 to 16:00 New York (session_clock.h).
#pragma once

#include "matching/market_rules.h"
#include "simulator/simulator_config.h"

namespace rialto::simulator {

/// Sets listings, fees and price limits. What a listing derives from is kept as well (an index and its shares under a future).
/// Errors: simulator.venue-empty (no demo instrument is of this kind).
Result<void> listAt(const matching::MarketRules& rules, SimulatorConfig& config);

/// Only the listings named (any case), and what they derive from. Errors: simulator.instrument-unknown (which).
Result<std::vector<Listing>> onlyThese(const std::vector<Listing>& all, const std::vector<std::string>& symbols);

} // namespace rialto::simulator
