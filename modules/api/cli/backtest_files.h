// SPDX-License-Identifier: GPL-3.0-or-later
// What the backtest verb shows: a run's figures and lists as JSON, as a table, and as CSV files. Keys of JSON are stable.
#pragma once

#include "api/cli/command.h"
#include "services/backtest_service.h"

namespace rialto::cli {

Json figuresJson(const backtest::Figures& figures, bool withTrips = true);
std::string figuresText(const backtest::Figures& figures, const std::string& currency);
Json tripJson(const backtest::BacktestResult& result, const backtest::RoundTrip& trip);
/// date,equity,cash,exposure,return,drawdown
std::string equityCsv(const backtest::BacktestResult& result);
/// One row a round trip.
std::string tripsCsv(const backtest::BacktestResult& result);
/// One row a fill.
std::string fillsCsv(const backtest::BacktestResult& result);
/// Chained by calendar month and year.
Json monthsJson(const backtest::BacktestResult& result);
Json drawdownsJson(const backtest::BacktestResult& result, std::size_t worst);

/// A number, or null when it is none.
Json orNull(double value);

} // namespace rialto::cli
