// SPDX-License-Identifier: GPL-3.0-or-later
// The invented instruments of the demo market: companies, a country, funds and coins that exist nowhere, with ids 1, 2, 3, ...
// that never change. Pure; any thread. Currency pairs carry their usual codes, at invented prices.
#pragma once

#include "simulator/listing.h"
#include "market/replay/replay_series.h"

#include <vector>

namespace rialto::simulator {

/// `firstDay` fixes the expiries of futures and options (two to seven months on): give the day on which the book began, at
/// every start. What derives from something stands after it.
std::vector<Listing> demoListings(Date firstDay);

/// Sensible behaviour for an instrument that is not in the demo list, from its price: a large liquid share.
Listing listingFor(Instrument instrument, Price price);
/// The same for a replayed instrument: price, volume, volatility and spread from its bars.
Listing listingFor(Instrument instrument, const market::ReplaySeries& series);

} // namespace rialto::simulator
