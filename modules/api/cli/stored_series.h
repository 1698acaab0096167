// SPDX-License-Identifier: GPL-3.0-or-later
// Which stored series of bars a user means, for every verb that reads one.
#pragma once

#include "market/bar_store.h"

#include <string>

namespace rialto::cli {

/// The one series of `symbol`; an empty interval or source fits all. `sourceOption` is what the verb calls the choice of a source.
/// Errors: market.series-unknown, cli.series-ambiguous (with the choices), and those of the store.
Result<market::SeriesKey> storedSeries(market::BarStore& store, const std::string& symbol, const std::string& interval, const std::string& source,
    const std::string& sourceOption = "--bar-source");

} // namespace rialto::cli
