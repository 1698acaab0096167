// SPDX-License-Identifier: GPL-3.0-or-later
// Algo: works a large order in pieces. Pure: the clock and the market come in, what to do comes out; an algorithm reads no clock
// and has no random numbers, so that it runs the same in simulation, in a test and live. One file each in algos/, found by
// rialto_catalog. At most one child order is out at a time. One thread.
//
// Quantities are whole lots, shares of a schedule are parts of a million. A schedule says how much should have traded by now;
// all scheduled algorithms follow theirs the same way (`followSchedule`): they rest at the best price of their own side, and
// cross when they are behind by a clip or time is up. Nothing goes beyond the limit, and nothing more is sent than is wanted.
// Errors of `make`: oms.algo-terms (says which).
#pragma once

#include "base/result.h"
#include "domain/quote.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rialto {

struct AlgoTerms {
    Side side = Side::Buy;
    Quantity quantity;
    Quantity lot = Quantity::of(1);
    Price tick;
    Timestamp start;
    Timestamp end;
    std::optional<Price> limit;        // never worse than this
    Quantity clip;                     // largest child; zero: a twentieth of the whole
    int participationPerMille = 100;   // POV: of what everybody trades
    int urgency = 3;                   // implementation shortfall: 1 (evenly) to 10 (at once)
    Quantity display;                  // iceberg: shown at once; zero: a tenth of the whole
    std::vector<std::int64_t> curve;   // VWAP: weights of equal parts of start to end; from stored bars
};

/// What an algorithm may know at a moment.
struct AlgoView {
    Timestamp now;
    Quote quote;
    Quantity marketVolume;             // traded by everybody since the start, own fills included
    Quantity filled;
    Quantity working;                  // open quantity of the child that is out
    Price workingPrice;
};

struct AlgoOrder {
    Quantity quantity;
    Price limit;
    TimeInForce tif = TimeInForce::Day;
};
struct AlgoStep {
    bool cancel = false;               // the child that is out; a new one waits for its end
    std::optional<AlgoOrder> place;
};

class Algo {
public:
    virtual ~Algo() = default;
    /// Called when time passes or the quote changes; does not place while a child is out.
    virtual AlgoStep onMarket(const AlgoView& view) = 0;
};

struct AlgoDefinition {
    std::string id;                    // "twap"
    std::string summary;
    Result<std::unique_ptr<Algo>> (*make)(const AlgoTerms&) = nullptr;
};

/// Every algorithm of algos/, in the order of the file names (generated).
std::vector<AlgoDefinition> allAlgos();

inline constexpr std::int64_t kWholeSchedule = 1'000'000;

/// Errors: oms.algo-terms (no quantity, not whole lots, no time between start and end).
Result<void> checkAlgoTerms(const AlgoTerms& terms);
Quantity clipOf(const AlgoTerms& terms);
/// Part of the time from start to end that has passed, in millionths.
std::int64_t elapsed(const AlgoTerms& terms, Timestamp now);
/// `part` millionths of the quantity, rounded up to whole lots.
Quantity scheduled(const AlgoTerms& terms, std::int64_t part);
/// What to do when so much should have traded by now.
AlgoStep followSchedule(const AlgoTerms& terms, const AlgoView& view, Quantity target);
/// The limit, or what is passed when that is better for the order.
Price withinLimit(const AlgoTerms& terms, Price price);

} // namespace rialto
