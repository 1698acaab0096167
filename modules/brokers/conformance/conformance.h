// SPDX-License-Identifier: GPL-3.0-or-later
// The conformance suite: numbered cases that say of any adapter whether it keeps the promises of the port. The adapter's capabilities
// select the cases; what does not apply to it neither adds to the score nor takes from it. The numbers are stable: a case that
// falls away leaves its number unused. Run by the tests on every adapter and by `rialtoctl broker check ID` against a real one.
//
// The suite places orders: resting ones far from the market, and, only with `mayTrade`, one that trades `quantity`. It leaves
// nothing open. Time passes in `letPass` alone (virtual in tests, a sleep against a real broker), which answers with the time to
// poll with. One thread.
#pragma once

#include "brokers/broker_adapter.h"

#include <functional>
#include <string>
#include <vector>

namespace rialto {

struct ConformanceTerms {
    InstrumentId instrument;
    InstrumentId strangerInstrument{4'000'000'000U}; // not traded there
    Quantity quantity;                  // an order's usual size there, whole lots
    Price restingBuy;                   // far below the market
    Price otherRestingBuy;              // another price far below, on the tick
    Price crossingBuy;                  // above the market, for orders that shall trade; with mayTrade
    bool mayTrade = false;
    std::uint64_t firstOrderId = 1;     // ids from here on are free
    std::string clientOrderPrefix = "K"; // client order ids are this and the order's number: unique for ever at the broker
    std::int64_t patienceNanos = 5 * kNanosPerSecond; // for one answer
    std::function<Timestamp()> letPass;
};

enum class CaseOutcome { Passed, Failed, NotApplicable };

struct CaseResult {
    int number = 0;
    std::string title;                  // a sentence
    CaseOutcome outcome = CaseOutcome::NotApplicable;
    std::string detail;                 // why it failed or does not apply
};

struct ConformanceReport {
    std::vector<CaseResult> cases;
    int passed() const;
    int failed() const;
    /// Whole percent of the cases that apply, rounded down; 0 when none does.
    int score() const;
};

ConformanceReport checkConformance(BrokerAdapter& adapter, const ConformanceTerms& terms);
/// Number and title of every case, in their order.
std::vector<CaseResult> conformanceCases();

} // namespace rialto
