// SPDX-License-Identifier: GPL-3.0-or-later
// AlgoRun: lets an execution algorithm work an order in the simulated market and says what that cost. The market runs twice
// with the same seed, with the order and without it, so that what the order did to the price can be told from what the price
// would have done anyway (agents see other books and draw other numbers after the first trade, so the difference is noisy:
// run several seeds). The same input gives the same result. Any thread; takes seconds.
//
// Cost in hundredths of a basis point of the arrival price, positive is worse. With f the fill price, m the middle of the quote
// before it, c the middle at that time without the order, a the middle at the start, weights the filled quantities:
//   shortfall = spread + impact + drift, as f - a = (f - m) + (m - c) + (c - a)   (Perold 1988, by parts of the filled quantity)
//   against VWAP: the average fill against the volume-weighted price of everybody else from the start to the end
// Errors: oms.algo-terms, desk.no-price, backtest.algo-market (the market has no quotes at the start), those of the clock.
#pragma once

#include "domain/bar.h"
#include "oms/algo.h"
#include "oms/allocation.h"
#include "simulator/simulated_exchange.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rialto::backtest {

struct AlgoRunInput {
    simulator::SimulatorConfig market;
    InstrumentId instrument;
    std::string algo;                 // "twap"
    AlgoTerms terms;                  // start and end are set from the next two; lot and tick from the instrument
    std::int64_t startAfterOpen = 30 * kNanosPerMinute;
    std::int64_t duration = 60 * kNanosPerMinute;
    std::vector<Bar> bars;            // stored minute bars for the volume curve; empty: a day of the same market before it
};

struct AlgoFill {
    Timestamp time;
    Price price;
    Quantity quantity;
    Price middle;                     // before it
    Price control;                    // without the order
};

struct AlgoCost {
    std::int64_t shortfall = 0;
    std::int64_t spread = 0;
    std::int64_t impact = 0;
    std::int64_t drift = 0;
    std::int64_t againstVwap = 0;
};

struct AlgoRunResult {
    Timestamp start;
    Timestamp end;
    Price arrival;
    Price average;                    // of the fills; zero without any
    Price vwap;                       // of everybody else; zero without trades
    Price last;                       // middle at the end
    Quantity filled;
    Quantity left;
    Quantity marketVolume;            // with ours
    Money fees;
    Money taxes;
    AlgoCost cost;
    std::int64_t opportunity = 0;     // what is left, at the last middle, in hundredths of a basis point of the whole order
    std::vector<AlgoFill> fills;
    std::vector<std::int64_t> curve;  // that VWAP followed
    int orders = 0;                   // children sent
    int cancels = 0;
};

Result<AlgoRunResult> runAlgo(const AlgoRunInput& input);

/// Average volume of each of `parts` equal parts of the time of day from `from` to `to` (nanoseconds since local midnight of
/// the zone), in whole lots; minute bars of any number of days. All zero where there are none.
std::vector<std::int64_t> volumeCurve(std::span<const Bar> bars, const std::string& zone, std::int64_t from, std::int64_t to, std::size_t parts);

} // namespace rialto::backtest
