// SPDX-License-Identifier: GPL-3.0-or-later
// A backtest: bars in the order of time, a strategy, and between them the very parts that trade live: risk gate, order
// manager and ledger (modules/engine), matching (bar_venue.h), fees (modules/simulator). After each bar the strategy decides on
// what is complete; its orders meet the market with the next bar, so nothing is known too early. One account, one currency,
// long only but for futures (the gate does not lend shares). Pure and deterministic: the same input gives the same result,
// whose hash says so. Runs share nothing, so many run at once. Errors: backtest.no-bars, backtest.bars-not-rising,
// backtest.currencies, those of the strategy, and backtest.cancelled.
#pragma once

#include "backtest/bar_venue.h"
#include "backtest/strategy.h"
#include "domain/bar.h"
#include "risk/gate.h"

#include <functional>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace rialto::backtest {

struct PriceSeries {
    Instrument instrument;  // its id is given by the run
    std::vector<Bar> bars;  // rising in time
};

struct BacktestInput {
    std::vector<PriceSeries> series;
    BarInterval interval = BarInterval::Day;
    Money cash;             // at the start; every instrument is in its currency
    VenueOptions venue;
    RiskLimits limits = defaultLimits();
    /// Bars before it only warm indicators up: no orders, and the result begins here.
    Timestamp tradeFrom = Timestamp(std::numeric_limits<std::int64_t>::min());
    Timestamp until = Timestamp(std::numeric_limits<std::int64_t>::max()); // exclusive
    std::function<bool()> cancelled;  // asked once a day

    /// No collar and no limits of size: those of a house are not the strategy's. Five per mille are kept for fees.
    static RiskLimits defaultLimits();
};

/// For ratios and decisions.
inline double major(const Money& money) { return double(money.minor()) / double(money.currency().minorPerMajor()); }

/// The account at the end of a trading day.
struct EquityPoint {
    Date day;
    Money equity;           // cash, holdings at their close, futures settled
    Money cash;
    double exposure = 0;    // gross value of positions over equity
};

/// From flat to flat in one instrument; a position that turns over in one fill ends one trip and begins the next.
struct RoundTrip {
    std::size_t series = 0;
    Side side = Side::Buy;
    Timestamp opened;
    Timestamp closed;
    Quantity largest;
    Money equity;           // of the account when it opened
    Money invested;         // value of the fills that opened it
    Money profit;           // after costs
    Money costs;            // fees and taxes
    std::int64_t bars = 0;
    bool open = false;      // not closed at the end: valued at the last close
};

struct BacktestResult {
    std::vector<std::string> symbols;
    std::vector<EquityPoint> days;
    std::vector<RoundTrip> trips;
    std::vector<Order> orders;
    std::vector<ExecutionReport> fills;
    std::map<std::string, std::int64_t> refusals; // by code
    Money start;
    Money end;
    Money fees;
    Money taxes;
    Money turnover;         // value of all fills
    std::int64_t barsPlayed = 0;
    std::uint64_t events = 0;
    std::uint64_t roundedPrices = 0;
    std::uint64_t hash = 0; // over orders and ledger
};

Result<BacktestResult> runBacktest(const BacktestInput& input, Strategy& strategy);

} // namespace rialto::backtest
